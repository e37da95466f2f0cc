import Posix
import Testing

@Suite("Random words")
struct RandomWordsTests {
    @Test("None comes twice, also of those that were fetched together")
    func distinct() {
        let words = RandomWords()
        #expect(Set((1...1_000).map { _ in words.next() }).count == 1_000)
    }
}
