import Crypto
import Testing
import Workbench

@Suite("A public key of RSA")
struct RSAPublicKeyTests {
    private static let message = Array("message".utf8)

    @Test("The example of RFC 7515, appendix A.2, is signed")
    func standard() throws {
        let modulus =
            "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1"
            + "Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpa"
            + "SHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4"
            + "LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"
        let signed =
            "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxl"
            + "LmNvbS9pc19yb290Ijp0cnVlfQ"
        let signature =
            "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W"
            + "2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPv"
            + "kSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1p"
            + "hCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
        let number = try #require(Base64URL.decode(modulus))
        let key = try #require(RSAPublicKey(modulus: number, exponent: [1, 0, 1]))
        let bytes = try #require(Base64URL.decode(signature))
        #expect(key.verify(bytes, of: Array(signed.utf8)[...]))
        #expect(!key.verify(bytes, of: Array(signed.utf8).dropLast()))
    }

    @Test("What the owner signed is signed, and nothing else is")
    func signatures() throws {
        let owner = try SigningKey()
        let key = try #require(
            RSAPublicKey(modulus: owner.modulus, exponent: owner.exponent))
        let signature = try owner.sign(Self.message)
        #expect(key.verify(signature, of: Self.message[...]))
        #expect(!key.verify(signature, of: Array("massage".utf8)[...]))
        #expect(!key.verify([], of: Self.message[...]))
        #expect(!key.verify(Array(signature.dropLast()), of: Self.message[...]))
        #expect(!key.verify(signature + [0], of: Self.message[...]))
        #expect(!key.verify([UInt8](repeating: 0, count: signature.count), of: Self.message[...]))
        for place in stride(from: 0, to: signature.count, by: 17) {
            var other = signature
            other[place] ^= 1
            #expect(!key.verify(other, of: Self.message[...]))
        }
        // A failure before leaves nothing behind.
        #expect(key.verify(signature, of: Self.message[...]))
    }

    @Test("Another padding, another hash and another key are refused")
    func others() throws {
        let owner = try SigningKey()
        let key = try #require(
            RSAPublicKey(modulus: owner.modulus, exponent: owner.exponent))
        #expect(!key.verify(try owner.sign(Self.message, padding: .pss), of: Self.message[...]))
        #expect(!key.verify(try owner.sign(Self.message, .sha512), of: Self.message[...]))
        #expect(!key.verify(try SigningKey().sign(Self.message), of: Self.message[...]))
    }

    @Test(
        "A modulus has 2,048 to 8,192 bits",
        arguments: [
            (1_024, false), (2_047, false), (2_048, true), (3_072, true), (8_192, true),
            (8_193, false), (16_384, false),
        ])
    func lengths(bits: Int, isRight: Bool) {
        let key = RSAPublicKey(modulus: Self.number(bits), exponent: [1, 0, 1])
        #expect((key != nil) == isRight)
    }

    @Test("Zeros in front make a modulus no longer")
    func zeros() {
        let zeros = [UInt8](repeating: 0, count: 200)
        #expect(RSAPublicKey(modulus: zeros + Self.number(1_024), exponent: [1, 0, 1]) == nil)
        #expect(RSAPublicKey(modulus: [0] + Self.number(2_048), exponent: [1, 0, 1]) != nil)
    }

    @Test("An even modulus is none")
    func even() {
        var modulus = Self.number(2_048)
        modulus[255] ^= 1
        #expect(RSAPublicKey(modulus: modulus, exponent: [1, 0, 1]) == nil)
        #expect(RSAPublicKey(modulus: [], exponent: [1, 0, 1]) == nil)
        #expect(RSAPublicKey(modulus: [UInt8](repeating: 0, count: 256), exponent: [3]) == nil)
    }

    @Test(
        "An exponent is odd, more than one, and of 32 bits at most",
        arguments: [
            ([3], true), ([1, 0, 1], true), ([0, 1, 0, 1], true), ([255, 255, 255, 255], true),
            ([], false), ([0], false), ([1], false), ([2], false), ([1, 0, 0], false),
            ([1, 0, 0, 0, 1], false),
        ] as [([UInt8], Bool)])
    func exponents(exponent: [UInt8], isRight: Bool) {
        let key = RSAPublicKey(modulus: Self.number(2_048), exponent: exponent)
        #expect((key != nil) == isRight)
    }

    /// An odd number of so many bits.
    private static func number(_ bits: Int) -> [UInt8] {
        var number = [UInt8](repeating: 0xA5, count: (bits + 7) / 8)
        number[0] = 0xFF >> UInt8(number.count * 8 - bits)
        number[number.count - 1] |= 1
        return number
    }
}
