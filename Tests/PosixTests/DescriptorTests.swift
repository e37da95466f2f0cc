import Glibc
import Testing
import Workbench

@testable import Posix

@Suite("A descriptor")
struct DescriptorTests {
    @Test("A lock that is given back is free, though a copy of its descriptor is still open")
    func unlocked() throws {
        let folder = try TemporaryFolder()
        let mine = try Descriptor(locking: "\(folder.path)/lock", O_RDWR | O_CREAT)
        let other = try Descriptor(locking: "\(folder.path)/lock", O_RDWR)
        let copy = dup(mine.number)
        defer { close(copy) }
        #expect(try mine.lock())
        #expect(try !other.lock())
        mine.unlock()
        #expect(try other.lock())
        #expect(try mine.isLocked())
    }
}
