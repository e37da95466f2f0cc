import HTTP
import Testing
import Web

@testable import roost

@Suite("The kinds of settings")
struct SettingKindTests {
    @Test(
        "A whole number is plain digits within its range",
        arguments: ["", "-1", "+1", "1.0", "11", "a", "٣"])
    func refusedNumbers(text: String) {
        #expect(SettingKind<Int>.wholeNumber(0...10).read(text) == nil)
    }

    @Test("A whole number may be the first and the last of its range")
    func edgesOfNumbers() {
        #expect(SettingKind<Int>.wholeNumber(0...10).read("0") == 0)
        #expect(SettingKind<Int>.wholeNumber(0...10).read("10") == 10)
    }

    @Test("Seconds may have three decimals")
    func seconds() {
        let kind = SettingKind<Duration>.seconds(0...10)
        #expect(kind.read("10") == .seconds(10))
        #expect(kind.read("0.25") == .milliseconds(250))
        #expect(kind.read("1.005") == .milliseconds(1_005))
    }

    @Test("Other seconds are refused", arguments: ["", "10.001", "1.", ".5", "1.0001", "1s", "-1"])
    func refusedSeconds(text: String) {
        #expect(SettingKind<Duration>.seconds(0...10).read(text) == nil)
    }

    @Test("A switch has many words", arguments: ["on", "TRUE", "yes", "1"])
    func on(word: String) {
        #expect(SettingKind<Bool>.onOff.read(word) == true)
    }

    @Test("One of a few words may be written in upper case")
    func oneOf() {
        #expect(SettingKind<Log.Level>.oneOf.read("WARNING") == .warning)
        #expect(SettingKind<Log.Level>.oneOf.read("warn") == nil)
    }

    @Test("A rate is a count and seconds, both at least 1")
    func rate() {
        #expect(SettingKind<Rate>.rate.read("5/3600") == Rate(count: 5, seconds: 3_600))
        for text in ["", "5", "5/", "/5", "0/1", "1/0", "1/2/3", "-1/2", "1/99999999999999999999"] {
            #expect(SettingKind<Rate>.rate.read(text) == nil, "\(text)")
        }
    }

    @Test("Addresses to listen on", arguments: ["127.0.0.1", "0.0.0.0", "::", "::1", "fe80::1"])
    func addresses(text: String) {
        #expect(SettingKind<IPAddress>.ipAddress.read(text)?.description == text)
    }

    @Test(
        "No addresses", arguments: ["", "localhost", "1.2.3", "1.2.3.256", "1.2.3.4:80", "[::1]"])
    func refusedAddresses(text: String) {
        #expect(SettingKind<IPAddress>.ipAddress.read(text) == nil)
    }

    @Test("Networks have a prefix that fits, or are one address")
    func networks() {
        let kind = SettingKind<[AddressBlock]>.networks
        let blocks = ["10.0.0.0/8", "::1", "fd00::/8"].compactMap(AddressBlock.init)
        #expect(kind.read("10.0.0.0/8, ::1,fd00::/8") == blocks)
        #expect(kind.read("") == [])
        for text in ["10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "ten", "10.0.0.0/8 ::1"] {
            #expect(kind.read(text) == nil, "\(text)")
        }
    }

    @Test("Origins have a scheme, a host and no path")
    func origins() {
        let kind = SettingKind<[String]>.origins
        #expect(kind.read("*") == ["*"])
        #expect(
            kind.read("http://localhost:3000, https://App.Example.com,capacitor://localhost")
                == ["http://localhost:3000", "https://app.example.com", "capacitor://localhost"])
        for text in [
            "*,https://a.example", "https://a.example/", "a.example", "https://", "http://a:0",
        ] {
            #expect(kind.read(text) == nil, "\(text)")
        }
    }

    @Test("A list may be a JSON array of texts")
    func jsonArray() {
        let kind = SettingKind<[AddressBlock]>.networks
        let blocks = ["10.0.0.0/8", "::1"].compactMap(AddressBlock.init)
        #expect(kind.read(#"["10.0.0.0/8", "::1"]"#) == blocks)
        #expect(kind.read("[]") == [])
        for text in ["[", "[1]", #"["ten"]"#, #"[["::1"]]"#] {
            #expect(kind.read(text) == nil, "\(text)")
        }
    }

    @Test("A public URL may have a path, and loses the slash at its end")
    func publicURL() {
        let kind = SettingKind<String>.webAddress
        #expect(kind.read("https://booking.example.com/") == "https://booking.example.com")
        #expect(kind.read("http://[::1]:8000/booking") == "http://[::1]:8000/booking")
        for text in [
            "", "booking.example.com", "ftp://a", "http://", "http://a b", "http://u@a",
            "http://a/?q",
            "http://a/#f", "http://a:65536",
        ] {
            #expect(kind.read(text) == nil, "\(text)")
        }
    }
}
