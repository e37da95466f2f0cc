extension JSON {
    /// The value as text for people and snapshots.
    ///
    /// A line for each member, two blanks for each level, members in their order, a newline at the
    /// end.
    package var prettyText: String {
        var printer = PrettyPrinter()
        printer.print(self)
        return printer.text + "\n"
    }
}

private struct PrettyPrinter {
    var text = ""
    private var indentation = "\n"

    mutating func print(_ value: JSON) {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            print(elements, between: "[", "]") { printer, element in printer.print(element) }
        case .object(let members) where !members.isEmpty:
            print(members, between: "{", "}") { printer, member in
                printer.text += JSON.string(member.name).text + ": "
                printer.print(member.value)
            }
        default: text += value.text
        }
    }

    private mutating func print<Item>(
        _ items: [Item], between open: String, _ close: String,
        each printItem: (inout PrettyPrinter, Item) -> Void
    ) {
        let outside = indentation
        indentation += "  "
        var separator = open
        for item in items {
            text += separator + indentation
            printItem(&self, item)
            separator = ","
        }
        indentation = outside
        text += indentation + close
    }
}
