/// What a column of somebody's table of users means here.
enum UserColumn: CaseIterable {
    case id
    case email
    case username
    case name
    case roles
    case password
    case passwordHash
    case googleID
    case bio
    case specialization
    case status
    case isActive
    case isDisabled
    case createdAt

    /// The column of that name, in whichever of its usual spellings: `createdAt`, `Created at`.
    init?(named name: String) {
        let letters = name.utf8.filter { !UserColumn.isMark($0) }
        let spelling = String(decoding: letters, as: UTF8.self).lowercased()
        guard let column = UserColumn.byName[spelling] else { return nil }
        self = column
    }

    /// Whether it stands between words only.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "."): true
        default: false
        }
    }

    /// Without anything between the words.
    private var names: [String] {
        switch self {
        case .id: ["id", "userid", "uuid"]
        case .email: ["email", "mail", "emailaddress", "useremail"]
        case .username: ["username", "login", "loginname"]
        case .name: ["name", "fullname", "displayname"]
        case .roles: ["role", "roles", "userrole", "userroles"]
        case .password: ["password", "passwd", "pwd"]
        case .passwordHash: ["passwordhash", "hashedpassword", "pwdhash", "hashedpwd"]
        case .googleID: ["googleid", "googlesub", "googleuserid"]
        case .bio: ["bio", "biography", "about"]
        case .specialization: ["specialization", "specialisation", "specialty", "speciality"]
        case .status: ["status", "accountstatus", "userstatus"]
        case .isActive: ["isactive", "active", "isenabled", "enabled"]
        case .isDisabled: ["isdisabled", "disabled"]
        case .createdAt:
            ["createdat", "created", "createdon", "datecreated", "datejoined", "registeredat"]
        }
    }

    private static let byName: [String: UserColumn] = {
        let pairs = allCases.flatMap { column in column.names.map { ($0, column) } }
        return Dictionary(pairs) { first, _ in first }
    }()

    /// Whether the text of a `NULL` can be meant as it is written: there are people of that name.
    var mayBeCalledNull: Bool { self == .name || self == .username }
}
