import Foundation
import Testing

@testable import roost

@Suite("The secret key")
struct SecretKeyTests {
    @Test(
        "Production refuses a secret that is missing, well known, short or regular",
        arguments: [
            "", "secret", "changeme", "your-super-secret-key-change-in-production",
            "your-very-long-random-secret-key-here", "your_jwt_secret",
            "kJ8v0Qm2Xz7Lr4Wn9Tb6Yc1Hs5Dg3Pf",
            String(repeating: "abc", count: 20),
        ])
    func weakSecrets(text: String) throws {
        let lines = try production(text).faults()
        #expect(lines.count == 1)
        #expect(lines.first?.hasSuffix("make one with: openssl rand -base64 48") == true)
    }

    @Test("Production takes a random secret of 32 bytes")
    func goodSecrets() throws {
        #expect(try production(goodSecret).configuration().jwtSecretKey.text == goodSecret)
    }

    @Test("Production keeps no secret in a file")
    func noKeptSecret() throws {
        let deployment = try production("")
        #expect(!deployment.faults().isEmpty)
        #expect(deployment.folder.read("var/secret") == nil)
    }

    @Test("Development takes any secret that it is given")
    func givenSecret() throws {
        #expect(
            try Deployment(variables: ["SECRET_KEY": "mine"]).configuration().jwtSecretKey.text
                == "mine")
    }

    @Test("Development makes a secret at the first start and keeps it, for its owner's eyes only")
    func keptSecret() throws {
        let deployment = try Deployment()
        let first = try deployment.configuration().jwtSecretKey
        #expect(SecretKey.weakness(of: first.text) == nil)
        #expect(try deployment.configuration().jwtSecretKey == first)
        #expect(deployment.folder.read("var/secret") == first.text)
        let file = "\(deployment.folder.path)/var/secret"
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test("Two servers make two secrets")
    func differentSecrets() throws {
        #expect(
            try Deployment().configuration().jwtSecretKey
                != Deployment().configuration().jwtSecretKey)
    }

    @Test("No secret is made when the configuration has faults")
    func faultsFirst() throws {
        let deployment = try Deployment()
        #expect(!deployment.faults("--port", "x").isEmpty)
        #expect(deployment.folder.read("var/secret") == nil)
    }

    @Test("A kept secret that was emptied is refused")
    func damagedSecret() throws {
        let lines = try Deployment(["var/secret": ""]).faults()
        #expect(
            lines == [
                "JWT_SECRET_KEY is missing, and var/secret can't be kept: what it holds is no secret; delete it"
            ])
    }

    private func production(_ secret: String) throws -> Deployment {
        try Deployment(variables: ["ENVIRONMENT": "production", "JWT_SECRET_KEY": secret])
    }
}
