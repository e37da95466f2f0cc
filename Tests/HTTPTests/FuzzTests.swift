import Testing

@testable import trial

@Suite("A short campaign of fuzzing")
struct FuzzTests {
    @Test("Changed streams give the same events whole and in pieces")
    func reader() {
        #expect(failures(of: "fuzz-reader", in: 0..<3_000) == [])
    }

    @Test("Changed JSON is refused or survives being written")
    func json() {
        #expect(failures(of: "fuzz-json", in: 0..<20_000) == [])
    }

    @Test("Changed paths, queries and addresses are refused or survive being written")
    func texts() {
        #expect(failures(of: "fuzz-texts", in: 0..<1_000) == [])
    }

    @Test("A campaign finds what is wrong, and repeats it by its number")
    func campaign() {
        let campaign = FuzzCampaign(name: "test", seed: 1) { random in
            random.below(100) == 0 ? "A hundredth of all cases is wrong." : nil
        }
        let wrong = (0..<1_000).filter { !campaign.check($0) }
        #expect((1...30).contains(wrong.count))
        #expect(wrong.allSatisfy { !campaign.check($0) })
    }

    /// The numbers of the cases that fail.
    private func failures(of name: String, in numbers: Range<UInt64>) -> [UInt64] {
        guard let campaign = FuzzCampaign(name, seed: 1, port: 0) else { return [0] }
        return numbers.filter { !campaign.check($0) }
    }
}
