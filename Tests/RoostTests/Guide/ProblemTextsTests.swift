import Markdown
import Testing

@testable import Booking
@testable import roost

@Suite("Texts of problems")
struct ProblemTextsTests {
    /// Every code that an operation or any request may be answered with.
    private var codes: Set<String> {
        get throws {
            let configuration = try Deployment().configuration()
            let features = try Assembly.silent(configuration).features
            return Set(ProblemEntry.all(of: features.table).map(\.code))
        }
    }

    @Test("Every code of the API has one")
    func complete() throws {
        let missing = try codes.subtracting(ProblemText.all.map(\.code))
        #expect(missing == [])
    }

    @Test("None is about a code that nobody answers, or comes twice")
    func noneTooMany() throws {
        let texts = ProblemText.all.map(\.code)
        #expect(Set(texts).subtracting(try codes) == [])
        #expect(texts.count == Set(texts).count)
    }

    @Test(
        "Each says what it means, when it comes and what to do",
        arguments: ProblemText.all.map(\.code))
    func parts(code: String) throws {
        let text = try #require(ProblemText.of(code))
        let words = text.document.blocks.map { block -> String in
            guard case .paragraph(let phrases) = block else { return "" }
            if case .strong(let label)? = phrases.first { return label.plainText }
            return "text"
        }
        #expect(words.first == "text", "what it means")
        #expect(words.contains("When."), "when it comes")
        #expect(words.contains("What to do."), "what to do")
    }
}
