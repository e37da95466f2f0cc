extension Route {
    /// The same operation with something around its run, such as a test that reads its answers.
    package func surrounded(by around: (@escaping Run) -> Run) -> Route {
        Route(
            method, template, summary, area, access, problems, options, number: number, documents,
            around(run))
    }
}
