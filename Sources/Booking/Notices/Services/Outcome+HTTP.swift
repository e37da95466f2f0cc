import Outbound

extension Outcome {
    /// What an answer over HTTP means: whatever isn't a success may be one another time, after somebody has
    /// mended the receiver.
    init(of answer: WebAnswer) {
        let reply = Reply(answer.status, answer.body)
        switch answer.status {
        case 200..<300: self = .delivered(reply)
        case 300..<400: self = .failed("a redirect, which is not followed", reply)
        default: self = .failed("status \(answer.status)", reply)
        }
    }

    /// What it means that there is none.
    init(of error: any Error) {
        self = .failed(error is CancellationError ? "interrupted" : "\(error)")
    }
}
