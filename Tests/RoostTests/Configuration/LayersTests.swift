import HTTP
import Testing

@testable import roost

@Suite("The layers of a configuration")
struct LayersTests {
    @Test("Without any setting, a server for development listens on port 8000 of this machine")
    func defaults() throws {
        let configuration = try Deployment().configuration()
        #expect(configuration.environment == .development)
        #expect(configuration.host == IPAddress("127.0.0.1"))
        #expect(configuration.port == 8_000)
        #expect(configuration.logLevel == .info)
        #expect(configuration.requestTimeout == .seconds(10))
        #expect(configuration.publicURL == nil)
        #expect(configuration.metricsToken == nil)
    }

    @Test("A flag wins over the environment")
    func flagOverEnvironment() throws {
        let deployment = try Deployment(variables: ["PORT": "1"])
        #expect(try deployment.configuration("--port", "2").port == 2)
    }

    @Test("The environment wins over .env")
    func environmentOverEnvFile() throws {
        let deployment = try Deployment([".env": "PORT=1"], variables: ["PORT": "2"])
        #expect(try deployment.configuration().port == 2)
    }

    @Test(
        "Rate limits are a hundred times as high outside production",
        arguments: Environment.allCases)
    func rates(environment: Environment) throws {
        let variables = ["ENVIRONMENT": environment.rawValue, "JWT_SECRET_KEY": goodSecret]
        let login = try Deployment(variables: variables).configuration().rateLimits.login
        #expect(login == Rate(count: environment == .production ? 10 : 1_000, seconds: 60))
    }

    @Test("A server for production listens on every address")
    func productionHost() throws {
        let variables = ["ENVIRONMENT": "production", "JWT_SECRET_KEY": goodSecret]
        #expect(try Deployment(variables: variables).configuration().host == IPAddress("0.0.0.0"))
    }

    @Test("--env-file names another file than .env")
    func envFile() throws {
        let deployment = try Deployment([".env": "PORT=1", "other": "PORT=2"])
        #expect(try deployment.configuration("--env-file", "other").port == 2)
    }

    @Test("A flag may carry its value behind an equals sign")
    func attachedValue() throws {
        #expect(try Deployment().configuration("--port=9000").port == 9_000)
    }

    @Test("A switch's flag alone means on, and takes a value too")
    func switches() throws {
        #expect(try Deployment().configuration("--debug").logLevel == .debug)
        #expect(try Deployment().configuration("--rate-limits", "off").rateLimits.areOn == false)
        #expect(try Deployment().configuration("--access-log=off").accessLog == false)
    }

    @Test("DEBUG is another word for the log level, and a higher layer's LOG_LEVEL wins over it")
    func debug() throws {
        let deployment = try Deployment(variables: ["DEBUG": "true", "LOG_LEVEL": "warning"])
        #expect(try deployment.configuration().logLevel == .debug)
        #expect(try deployment.configuration("--log-level", "error").logLevel == .error)
    }

    @Test("A higher layer that turns DEBUG off brings the level back")
    func debugOff() throws {
        let deployment = try Deployment([".env": "DEBUG=on\nLOG_LEVEL=warning"])
        #expect(try deployment.configuration().logLevel == .debug)
        #expect(try deployment.configuration("--debug", "off").logLevel == .warning)
    }

    @Test("An alias does what the name does")
    func alias() throws {
        #expect(try Deployment().configuration("--secret-key", "mine").jwtSecretKey.text == "mine")
    }

    @Test("An empty text takes an optional value away")
    func emptyText() throws {
        let deployment = try Deployment(
            [".env": "METRICS_TOKEN=abc"], variables: ["METRICS_TOKEN": ""])
        #expect(try deployment.configuration().metricsToken == nil)
    }

    @Test("Every default is well-formed and every name is given once")
    func declarations() {
        let names = Setting.all.flatMap(\.names)
        #expect(Set(names).count == names.count)
        for environment in Environment.allCases {
            for setting in Setting.all {
                var configuration = Configuration()
                guard let text = setting.fallback.text(in: environment) else { continue }
                #expect(setting.write(text, &configuration), "\(setting.name)")
            }
        }
    }
}
