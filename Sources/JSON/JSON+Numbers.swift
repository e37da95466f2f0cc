extension JSON {
    /// The exact whole number, if it is one that fits: 20, 20.0 and 2e1 alike.
    package var integerValue: Int64? { scaled(decimals: 0)?.value }

    /// The nearest finite double of a number.
    package var doubleValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(let number): number.doubleValue
        default: nil
        }
    }

    /// An amount as exact minor units: 25.0 is 2500; nil if it has more decimals, or doesn't fit.
    package func minorUnits(decimals: Int = 2) -> Int64? { scaled(decimals: decimals)?.value }

    /// A number in units of a decimal place; nil for what is no number.
    func scaled(decimals: Int) -> ScaledNumber? {
        switch self {
        case .integer(let value): value.scaled(decimals: decimals)
        case .decimal(let number): number.scaled(decimals: decimals)
        default: nil
        }
    }
}

extension Int64 {
    fileprivate func scaled(decimals: Int) -> ScaledNumber {
        var value = self
        for _ in 0..<decimals {
            let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
            guard !overflows else { return self < 0 ? .tooSmall : .tooLarge }
            value = tenfold
        }
        return .exact(value)
    }
}
