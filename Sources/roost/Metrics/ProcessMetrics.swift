import Glibc
import Web

/// What the system says of this process, under the names that Prometheus' own clients use.
enum ProcessMetrics {
    static let metrics: [Metric] = [
        Metric.gauge("process_resident_memory_bytes", "Resident memory.") { residentBytes },
        Metric.gauge("process_open_fds", "Open file descriptors.") { openDescriptors },
        Metric.gauge("process_max_fds", "The most descriptors that may be open.") {
            mostDescriptors
        },
        Metric(.counter, "process_cpu_seconds_total", "Processor time used.") {
            [Sample([], processorSeconds)]
        },
    ]

    /// The second number of `/proc/self/statm`, in pages (proc(5)).
    private static var residentBytes: Double {
        let sizes = (try? WorkingFolder(path: "/proc/self").read("statm")) ?? ""
        let pages = sizes.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return Double(pages) * Double(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Linux tells the number as the folder's size since 6.2; before, it has to be counted.
    private static var openDescriptors: Double {
        var status = stat()
        if stat("/proc/self/fd", &status) == 0, status.st_size > 0 {
            return Double(status.st_size)
        }
        guard let folder = opendir("/proc/self/fd") else { return 0 }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        // Neither "." and "..", nor the descriptor that lists them.
        return Double(count - 3)
    }

    static var mostDescriptors: Double {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return Double(limit.rlim_cur)
    }

    private static var processorSeconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
