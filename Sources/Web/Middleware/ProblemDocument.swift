import JSON

/// A problem as the JSON object that clients get.
struct ProblemDocument {
    let problem: Problem
    let requestID: String

    var bytes: [UInt8] {
        var writer = JSONWriter(reserving: 384)
        writer.object { object in
            object.key("type")
            object.string("/docs/problems/" + problem.code)
            object.key("title")
            object.string(problem.title)
            object.key("status")
            object.integer(Int64(problem.status.code))
            object.key("detail")
            object.string(problem.detail)
            // The same words once more, for clients that look for them here.
            object.key("error")
            object.string(problem.detail)
            object.key("code")
            object.string(problem.code)
            object.key("request_id")
            object.string(requestID)
            if !problem.faults.isEmpty { write(problem.faults, to: &object) }
        }
        return writer.bytes
    }

    private func write(_ faults: [Fault], to object: inout JSONWriter) {
        object.key("errors")
        object.array { array in
            for fault in faults {
                array.element()
                write(fault, to: &array)
            }
        }
    }

    private func write(_ fault: Fault, to array: inout JSONWriter) {
        array.object { object in
            object.key("pointer")
            object.string(fault.pointer)
            object.key("field")
            object.string(fault.field)
            object.key("code")
            object.string(fault.code)
            object.key("detail")
            object.string(fault.detail)
        }
    }
}
