import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The pages that letters lead to")
struct LetterPageTests {
    @Test("Looking at one changes nothing, its button does")
    func verifying() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let code = try house.code(inLetterTo: "ann")
        let page = try await house.browse("/verify-email?token=\(code)")
        #expect(page.status == 200)
        #expect(page["Content-Type"] == "text/html; charset=utf-8")
        #expect(page.text.contains("name=\"token\" value=\"\(code)\""))
        #expect(try await house.ask(.get, "/me", as: ann).json?["email_verified"] == false)
        let done = try await house.browse("/verify-email", form: "token=\(code)")
        #expect(done.status == 200)
        #expect(try await house.ask(.get, "/me", as: ann).json?["email_verified"] == true)
        let again = try await house.browse("/verify-email", form: "token=\(code)")
        #expect(again.status == 400)
        #expect(again["Content-Type"] == "text/html; charset=utf-8")
    }

    @Test("A password that won't do is told on the page, and the next one is taken")
    func resetting() async throws {
        let house = try await House()
        try await house.person("ann")
        house.clock.move(1)
        await house.users.recover("ann@example.com")
        let code = try house.code(inLetterTo: "ann")
        #expect(try await house.browse("/reset-password?token=\(code)").status == 200)
        for bad in ["short", "password123", "ann%40example.com"] {
            let form = "token=\(code)&new_password=\(bad)"
            let answer = try await house.browse("/reset-password", form: form)
            #expect(answer.status == 422)
            #expect(answer.text.contains("role=\"alert\""))
            #expect(answer.text.contains("value=\"\(code)\""))
        }
        let form = "token=\(code)&new_password=another+battery"
        #expect(try await house.browse("/reset-password", form: form).status == 200)
        _ = try await house.signIn("ann", "another battery")
        #expect(try await house.browse("/reset-password", form: form).status == 400)
    }

    @Test("What is in the link can't become a part of the page")
    func escaping() async throws {
        let house = try await House()
        let answer = try await house.browse("/verify-email?token=%22%3E%3Cscript%3Ex")
        #expect(!answer.text.contains("<script>"))
        #expect(answer.text.contains("value=\"&quot;&gt;&lt;script&gt;x\""))
        #expect(try await house.browse("/verify-email").status == 422)
    }
}
