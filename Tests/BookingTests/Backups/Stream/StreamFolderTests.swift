import Posix
import Testing
import Time
import Workbench

@testable import Booking

@Suite("The folder of a stream")
struct StreamFolderTests {
    private let noon = Instant(milliseconds: 1_768_478_400_000)

    @Test("A new generation comes behind one that a clock has named which was ahead")
    func clockAhead() throws {
        let root = try TemporaryFolder()
        let folder = StreamFolder(root.path)
        let future = try folder.begin(at: noon + .seconds(86_400))
        let next = try folder.begin(at: noon)
        #expect(try folder.generations().map(\.folder) == [future, next])
    }

    @Test("Two that begin within a second have names of their own")
    func sameSecond() throws {
        let root = try TemporaryFolder()
        let folder = StreamFolder(root.path)
        let first = try folder.begin(at: noon)
        let second = try folder.begin(at: noon)
        #expect(try folder.generations().map(\.folder) == [first, second])
    }
}
