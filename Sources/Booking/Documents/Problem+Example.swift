import HTTP
import JSON
import Time
import Web

extension Problem {
    /// The answer as the server sends it, for people to see: where a problem tells details, with some.
    var exampleAnswer: String {
        let answer = ProblemResponses.response(for: example, requestID: "0f9ad2c7b1e04d63")
        let lines =
            ["HTTP/1.1 \(status.code) \(status.reason)"]
            + answer.fields.pairs.map { "\($0.name): \($0.value)" }
        let json = try? JSON.parse(answer.wholeBody)
        return lines.joined(separator: "\n") + "\n\n" + (json?.prettyText ?? "")
    }

    private var example: Problem {
        switch code {
        case "invalid_request":
            .invalid([
                Fault(pointer: "/name", field: "name", code: "required", detail: "is required"),
                Fault(
                    pointer: "/slots", field: "slots", code: "too_small",
                    detail: "must be at least 1"),
            ])
        case "slot_taken": withAlternatives
        default: self
        }
    }

    /// Half hours of a morning in January.
    private var withAlternatives: Problem {
        let start = Instant(milliseconds: 1_768_467_600_000)
        var copy = self
        copy.alternatives = [0, 90].map { (minutes: Int64) in
            let begin = Instant(milliseconds: start.milliseconds + minutes * 60_000)
            return Alternative(
                start: begin, end: Instant(milliseconds: begin.milliseconds + 1_800_000))
        }
        return copy
    }
}
