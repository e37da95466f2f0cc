/// What a column of somebody's table of users means here.
enum UserColumn: ImportColumn {
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

    var names: [String] {
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

    static let byName = spellings()

    /// Whether the text of a `NULL` can be meant as it is written: there are people of that name.
    var mayBeCalledNull: Bool { self == .name || self == .username }

    /// A password may be blanks.
    var mayBeBlank: Bool { self == .password }
}
