import Testing

@testable import HTTP

@Suite("UTF-8, byte by byte")
struct UTF8CheckTests {
    private func isText(_ bytes: [UInt8]) -> Bool {
        var check = UTF8Check()
        return bytes.allSatisfy { check.take([$0].span) } && check.isComplete
    }

    @Test("All sequences of up to three bytes are judged as the standard library judges them")
    func short() {
        let bytes: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0,
            0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ]
        for first in bytes {
            for second in bytes {
                for third in bytes {
                    let three = [first, second, third]
                    #expect(isText(three) == (String(validating: three, as: UTF8.self) != nil))
                }
            }
        }
    }

    @Test("So are those of four that begin as one of four does")
    func long() {
        let bytes: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
        for first in 0xF0...0xF5 as ClosedRange<UInt8> {
            for second in bytes {
                for third in bytes {
                    for fourth in bytes {
                        let four = [first, second, third, fourth]
                        #expect(isText(four) == (String(validating: four, as: UTF8.self) != nil))
                    }
                }
            }
        }
    }
}
