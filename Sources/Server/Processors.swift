import CLinux

/// The cores that this process may run on.
package enum Processors {
    /// Counts those of the affinity mask, so that `taskset` and containers are heard.
    package static var count: Int { max(1, Int(clinux_processor_count())) }
}
