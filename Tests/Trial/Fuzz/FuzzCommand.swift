/// `trial fuzz-reader --seconds 60 --seed 1`, or one case alone: `--case 4711`.
struct FuzzCommand {
    static let usage =
        "fuzz-reader | fuzz-json | fuzz-texts | fuzz-server --port N "
        + "[--seconds 60] [--seed 1] [--case N]"

    private let campaign: FuzzCampaign
    private var seconds = 60
    private var number: UInt64?

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard let name = arguments.first else { return nil }
        var seed: UInt64 = 1
        var port: UInt16 = 0
        var rest = arguments.dropFirst()
        while let flag = rest.popFirst() {
            guard let value = rest.popFirst().flatMap(UInt64.init) else { return nil }
            switch flag {
            case "--seconds": seconds = Int(clamping: value)
            case "--seed": seed = value
            case "--case": number = value
            case "--port": port = UInt16(clamping: value)
            default: return nil
            }
        }
        guard let campaign = FuzzCampaign(name, seed: seed, port: port) else { return nil }
        self.campaign = campaign
    }

    /// Whether all cases were well.
    func run() -> Bool {
        if let number { return campaign.check(number) }
        if campaign.name == "fuzz-reader" {
            for stream in FuzzStream.all {
                guard let failure = FuzzReader.failureOfAnyCut(stream) else { continue }
                print(failure)
                return false
            }
        }
        return campaign.run(for: .seconds(seconds))
    }
}
