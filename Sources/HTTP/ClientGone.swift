/// The client has closed the connection, or was cut off.
package struct ClientGone: Error {
    package init() {}
}
