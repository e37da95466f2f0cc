import Time

extension Zone {
    /// One whose file says nothing but a rule.
    convenience init(rule: String) throws(TZifFault) {
        try self.init(name: "Test/Rule", tzif: TZifBytes(offsets: [0], footer: rule).bytes)
    }
}
