import Crypto
import Testing

@Suite("Comparing in constant time")
struct ConstantTimeTests {
    @Test("The same bytes are equal", arguments: [[], [0], [1, 2, 3], Array(0...255)])
    func same(bytes: [UInt8]) {
        #expect(bytes.equalsInConstantTime(bytes.map { $0 }))
    }

    @Test("One bit anywhere makes a difference")
    func bits() {
        let bytes = [UInt8](repeating: 0x5A, count: 33)
        for place in bytes.indices {
            for bit in 0..<8 {
                var other = bytes
                other[place] ^= 1 << bit
                #expect(!bytes.equalsInConstantTime(other))
            }
        }
    }

    @Test(
        "Another length is another text, even of zeros",
        arguments: [([], [0]), ([0], []), ([1, 2], [1, 2, 0]), ([1, 2, 0], [1, 2])])
    func lengths(one: [UInt8], other: [UInt8]) {
        #expect(!one.equalsInConstantTime(other))
    }

    @Test("What is wiped is empty")
    func wiped() {
        var bytes: [UInt8] = [1, 2, 3]
        bytes.wipe()
        #expect(bytes.isEmpty)
    }
}
