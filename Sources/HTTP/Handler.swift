/// Who answers. The server brings requests to it and knows nothing else of it.
package protocol Handler: Sendable {
    func handle(_ request: Request) async -> Response

    /// The answer to what could not be read as a request.
    func refuse(_ refusal: Refusal) -> Response
}
