import Testing

@testable import roost

@Suite("The faults of a configuration")
struct FaultsTests {
    @Test(
        "All faults of a configuration are told at once, each with its name, source and expectation"
    )
    func allAtOnce() throws {
        let files = [".env": "\n# mine\nWORKERS=many\nPROT=1\nwhat"]
        let variables = ["LOG_LEVEL": "loud", "RATE_LIMIT_LOGIN": "5"]
        let deployment = try Deployment(files, variables: variables)
        let lines = deployment.faults("--port", "70000", "--hots", "::", "--workers")
        #expect(
            lines == [
                ".env line 5: expected NAME=value",
                "--hots is not a flag; did you mean --host?",
                "--workers needs a value: --workers NUMBER",
                "PROT (.env line 4) is not a setting; did you mean PORT?",
                #"WORKERS (.env line 3) is "many": expected a whole number from 0 to 64"#,
                #"LOG_LEVEL (environment) is "loud": expected one of debug, info, warning, error"#,
                #"RATE_LIMIT_LOGIN (environment) is "5": expected COUNT/SECONDS such as 5/3600, both at least 1"#,
                #"PORT (--port) is "70000": expected a whole number from 0 to 65535"#,
            ])
    }

    @Test("A secret's value never appears in an error")
    func secrets() throws {
        let files = [".env": "JWT_SECRET_KEY='hush\nJWT_SECRET_KEY=hush1\nSECRET_KEY=hush2\nhush"]
        let variables = ["ENVIRONMENT": "production", "SECRET_KEY": "hush"]
        let lines = try Deployment(files, variables: variables).faults("--secret-kay", "hush")
        #expect(lines.count == 5)
        #expect(!lines.joined().contains("hush"))
    }

    @Test("A secret shows neither when printed nor when dumped")
    func printedSecret() {
        var text = "\(Secret(text: "hush"))"
        dump(Secret(text: "hush"), to: &text)
        #expect(!text.contains("hush"))
    }

    @Test("A value that a higher layer covers is checked too")
    func coveredValue() throws {
        let lines = try Deployment([".env": "PORT=abc"]).faults("--port", "1")
        #expect(lines == [#"PORT (.env line 1) is "abc": expected a whole number from 0 to 65535"#])
    }

    @Test("An ill-formed ENVIRONMENT does not hide the other faults")
    func environment() throws {
        let lines = try Deployment(variables: ["ENVIRONMENT": "prod", "PORT": "x"]).faults()
        #expect(lines.count == 2)
    }

    @Test(
        "An unknown rate limit in the environment is a fault, other variables are not our business")
    func variables() throws {
        let lines = try Deployment(variables: ["RATE_LIMIT_LOGN": "1/1", "PATH": "/bin"]).faults()
        #expect(
            lines == [
                "RATE_LIMIT_LOGN (environment) is not a setting; did you mean RATE_LIMIT_LOGIN?"
            ])
    }

    @Test("A name and its alias with different values in one layer contradict each other")
    func contradiction() throws {
        let variables = ["JWT_SECRET_KEY": goodSecret, "SECRET_KEY": "another"]
        #expect(
            try Deployment(variables: variables).faults() == [
                "SECRET_KEY (environment) and JWT_SECRET_KEY (environment) differ: one of them is enough"
            ])
    }

    @Test(
        "A name and its alias with the same value are fine, and so are different values in different layers"
    )
    func agreement() throws {
        let variables = ["JWT_SECRET_KEY": goodSecret, "SECRET_KEY": goodSecret]
        let deployment = try Deployment([".env": "SECRET_KEY=other"], variables: variables)
        #expect(try deployment.configuration().jwtSecretKey.text == goodSecret)
    }

    @Test("A file named by --env-file must be there")
    func missingEnvFile() throws {
        #expect(try Deployment().faults("--env-file", "none") == ["none does not exist"])
    }

    @Test("A .env that can't be read is told")
    func unreadableEnvFile() throws {
        #expect(
            try Deployment([".env/file": ""]).faults() == [".env can't be read: Is a directory"])
    }
}
