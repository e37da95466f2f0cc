import Foundation
import Testing
import Workbench

@testable import roost

@Suite("config/<ENVIRONMENT>.json")
struct SettingsFileTests {
    @Test("The file of the environment wins over the defaults, and .env over it")
    func layer() throws {
        let file = #"{"PORT": 1, "WORKERS": "3", "RATE_LIMITS": false}"#
        let deployment = try Deployment(["config/development.json": file, ".env": "PORT=2"])
        let configuration = try deployment.configuration()
        #expect(configuration.port == 2)
        #expect(configuration.workers == 3)
        #expect(!configuration.rateLimits.areOn)
    }

    @Test("Only the file of the environment is read")
    func otherFile() throws {
        let deployment = try Deployment(["config/test.json": #"{"PORT": 1}"#])
        #expect(try deployment.configuration().port == 8_000)
        #expect(try deployment.configuration("--environment", "test").port == 1)
    }

    @Test("A list is an array of texts, and an exact number stays exact")
    func values() throws {
        let file = #"{"ALLOWED_ORIGINS": ["https://a.example"], "SHUTDOWN_SECONDS": 0.25}"#
        let configuration = try Deployment(["config/development.json": file]).configuration()
        #expect(configuration.allowedOrigins == ["https://a.example"])
        #expect(configuration.shutdownTime == .milliseconds(250))
    }

    @Test(
        "What is wrong in it is told with the file's name",
        arguments: [
            (
                #"{"PROT": 1}"#,
                "PROT (config/development.json) is not a setting; did you mean PORT?"
            ),
            (
                #"{"PORT": true}"#,
                #"PORT (config/development.json) is "true": expected a whole number from 0 to 65535"#
            ),
            (
                #"{"PORT": null}"#,
                "config/development.json: PORT: expected a text, a number, true, false or a list of texts"
            ),
            (
                #"{"ENVIRONMENT": "test"}"#,
                "ENVIRONMENT (config/development.json) can't be set there: it decides which file is read"
            ),
            ("[]", "config/development.json: expected an object of settings"),
        ])
    func faults(text: String, fault: String) throws {
        #expect(try Deployment(["config/development.json": text]).faults() == [fault])
    }

    @Test("A file that is no JSON is told, with the place")
    func malformed() throws {
        let lines = try Deployment(["config/development.json": #"{"PORT": 1,}"#]).faults()
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("config/development.json: ") == true)
        #expect(lines.first?.contains("byte") == true)
    }

    @Test("The files that come with Roost are well-formed", arguments: Environment.allCases)
    func ownFiles(environment: Environment) throws {
        let name = "config/\(environment.rawValue).json"
        let data = try #require(FileManager.default.contents(atPath: PackageRoot.file(name)))
        let variables = ["ENVIRONMENT": environment.rawValue, "JWT_SECRET_KEY": goodSecret]
        let files = [name: String(decoding: data, as: UTF8.self)]
        #expect(try Deployment(files, variables: variables).faults() == [])
    }
}
