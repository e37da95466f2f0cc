import JSON
import Web

extension SignIn {
    static let exportAnswer: Answer<SignIn> = .object(
        "SignInRecord",
        members + [
            .init("ended_at", nullable: .instant, "When it ended.") { $0.endedAt },
            .init("end_reason", nullable: .oneOf(SignIn.End.allCases), "Why.") { $0.end },
        ])

    static let members: [AnswerMember<SignIn>] = [
        .init("id", .uuid, "Its id.") { $0.id },
        .init("created_at", .instant, "When it began.") { $0.createdAt },
        .init("last_used_at", .instant, "When its tokens were last renewed.") { $0.lastUsedAt },
        .init("ip", nullable: .text, "From which address it began.") { $0.address },
        .init("user_agent", nullable: .text, "What the device called itself.") { $0.userAgent },
    ]
}
