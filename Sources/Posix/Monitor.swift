import Glibc

/// A lock with a condition to wait for, around state that its owner keeps.
///
/// A mutex of `Synchronization` is faster, but nobody can sleep on it until something changes.
package final class Monitor: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    package init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // Waits must not be cut or stretched when somebody sets the clock.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(changed, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(changed)
        changed.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Does something that nobody else does meanwhile.
    package func locked<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Wakes everyone who waits for a change. For who holds the lock.
    package func tell() {
        pthread_cond_broadcast(changed)
    }

    /// Gives the lock away until somebody tells of a change. It may also come back without one, so
    /// callers look again at what they wait for.
    package func wait() {
        pthread_cond_wait(changed, mutex)
    }

    /// The same, until a moment at most; says whether that has not come yet.
    package func wait(until end: WaitEnd) -> Bool {
        var time = end.time
        return pthread_cond_timedwait(changed, mutex, &time) == 0
    }
}
