extension String {
    /// As it stands between tags, with its line ends.
    var linesForHTML: String {
        escapedForHTML.replacing("\r\n", with: "\n").replacing("\n", with: "<br>\n")
    }
}
