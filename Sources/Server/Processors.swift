import CLinux

/// The cores that this process may run on.
package enum Processors {
    /// Counts those of the affinity mask, which `taskset` and containers that are pinned to cores set. A
    /// container's share of time is no number of cores: there WORKERS says it.
    package static var count: Int { max(1, Int(clinux_processor_count())) }
}
