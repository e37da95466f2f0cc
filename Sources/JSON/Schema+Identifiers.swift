extension Schema where Value == String {
    /// A UUID in its canonical text, read in either case and kept in lower case.
    package static var uuid: Schema {
        text(.text(format: "uuid"), "must be a UUID") { text in
            UUIDText.isCanonical(text) ? text.lowercased() : nil
        }
    }

    /// An e-mail address that mail can reach, without the white space around it.
    ///
    /// The limits are RFC 5321's, the form is a dot-atom at a domain with a dot in it. Only ASCII:
    /// an address is compared without regard to case, which is only plain there, and not every
    /// server takes the rest. International domains have an ASCII form.
    package static var email: Schema {
        let document = SchemaDocument.text(format: "email")
            .with("maxLength", EmailAddress.maximumLength)
        return text(document, "must be an e-mail address") { text in
            let address = text.trimmed
            return EmailAddress.isPlausible(address) ? address : nil
        }
    }
}
