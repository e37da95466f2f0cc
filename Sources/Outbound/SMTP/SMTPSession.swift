import CCurl
import Glibc

/// A connection to a mail server, which is made when it is needed and kept for the next mail.
struct SMTPSession: ~Copyable {
    /// libcurl must be set up once, before any other thread uses it: curl.se/libcurl/c/libcurl-thread.html
    private static let global = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    private let handle: UnsafeMutableRawPointer?
    private let url: OpaquePointer?
    private let server: SMTPServer
    private let dialogue = SMTPDialogue()
    private let stopping: StopMark
    /// Not where libcurl lacks something, or the server has a name that none can have.
    private var isReady = false

    init(_ server: SMTPServer, until stopping: StopMark) {
        let isThere = Self.global == CURLE_OK
        handle = isThere ? curl_easy_init() : nil
        url = curl_url()
        self.server = server
        self.stopping = stopping
        isReady = handle != nil && url != nil && setUp()
    }

    deinit {
        sayGoodbye()
        curl_easy_cleanup(handle)
        curl_url_cleanup(url)
    }

    /// Left to itself, libcurl waits two minutes for the answer of a server that has gone to sleep.
    private static let timeForGoodbye = 1_000

    /// Ends the dialogue as RFC 5321 section 4.1.1.10 wants it, where there is one.
    private func sayGoodbye() {
        guard let socket else { return }
        // Whoever has something to say now has said goodbye.
        var byte: UInt8 = 0
        if recv(socket, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) < 0 {
            ccurl_set_text(handle, CURLOPT_CUSTOMREQUEST, "QUIT")
            ccurl_set_pointer(handle, CURLOPT_MAIL_RCPT, nil)
            ccurl_set_long(handle, CURLOPT_UPLOAD, 0)
            ccurl_set_long(handle, CURLOPT_NOBODY, 1)
            ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, SMTPSession.timeForGoodbye)
            _ = curl_easy_perform(handle)
        }
        if let socket = self.socket { shutdown(socket, Int32(SHUT_RDWR)) }
    }

    /// That of the connection, while there is one.
    private var socket: Int32? {
        var number: Int32 = -1
        ccurl_get_socket(handle, &number)
        return number < 0 ? nil : number
    }

    // MARK: Sending

    /// Sends a mail. A server may have ended the connection that was kept, or say so only now: then another
    /// one is made.
    func send(_ mail: SMTPMail) -> SMTPOutcome {
        guard isReady else { return .failed("the mail server's name is none", nil) }
        let first = attempt(mail)
        guard case .failed = first, dialogue.step != .content, isOnKeptConnection else {
            return first
        }
        return attempt(mail)
    }

    private var isOnKeptConnection: Bool {
        var connections = 1
        ccurl_get_long(handle, CURLINFO_NUM_CONNECTS, &connections)
        return connections == 0
    }

    private func attempt(_ mail: SMTPMail) -> SMTPOutcome {
        dialogue.begin()
        let outbox = SMTPOutbox(mail.bytes)
        guard let recipients = curl_slist_append(nil, mail.recipient) else {
            return .failed("out of memory", nil)
        }
        defer { curl_slist_free_all(recipients) }
        let results = [
            ccurl_set_text(handle, CURLOPT_MAIL_FROM, mail.sender),
            ccurl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients),
            ccurl_set_long(handle, CURLOPT_INFILESIZE, mail.bytes.count),
            ccurl_set_pointer(
                handle, CURLOPT_READDATA, Unmanaged.passUnretained(outbox).toOpaque()),
        ]
        guard results.allSatisfy({ $0 == CURLE_OK }) else { return .failed("out of memory", nil) }
        let code = withExtendedLifetime(outbox) { curl_easy_perform(handle) }
        return outcome(of: mail, code)
    }

    private func outcome(of mail: SMTPMail, _ code: CURLcode) -> SMTPOutcome {
        let answer = dialogue.answer(without: mail.recipient)
        if code == CURLE_OK { return .accepted(answer) }
        guard let answer, answer.code >= 400 else { return .failed(words(for: code), nil) }
        return dialogue.isFinal(answer.code)
            ? .refused("the mail server refuses the mail", answer)
            : .failed(words(at: dialogue.step), answer)
    }

    private func words(at step: SMTPDialogue.Step) -> String {
        switch step {
        case .connecting, .hello: "the mail server takes no mails now"
        case .encryption: "the mail server doesn't encrypt"
        case .login: "the mail server refuses the login"
        case .sender: "the mail server refuses the sender"
        case .recipient, .content: "the mail server doesn't take the mail now"
        }
    }

    private func words(for code: CURLcode) -> String {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: "there is no such mail server"
        case CURLE_COULDNT_CONNECT: "the mail server can't be reached"
        case CURLE_OPERATION_TIMEDOUT: "the mail server took too long"
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            "the mail server's certificate is not trusted"
        case CURLE_USE_SSL_FAILED: "the mail server doesn't encrypt"
        case CURLE_LOGIN_DENIED: "the mail server refuses the login"
        case CURLE_ABORTED_BY_CALLBACK: "this server stops"
        case CURLE_WEIRD_SERVER_REPLY, CURLE_REMOTE_ACCESS_DENIED, CURLE_GOT_NOTHING,
            CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            "the mail server ended the connection"
        default: "sending failed: \(String(cString: curl_easy_strerror(code)))"
        }
    }

    // MARK: Setting up

    private func setUp() -> Bool {
        setUpAddress() && setUpEncryption() && setUpLogin() && setUpListening()
            && areDone([
                ccurl_set_pointer(handle, CURLOPT_CURLU, UnsafeMutableRawPointer(url)),
                ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
                ccurl_set_long(handle, CURLOPT_UPLOAD, 1),
                ccurl_set_long(
                    handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(server.connectLimit)),
                ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, milliseconds(server.limit)),
                ccurl_set_long(
                    handle, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                    max(1, milliseconds(server.limit) / 1_000)),
                // Signals go to whichever thread they like: time limits must not come from them.
                ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1),
                // An empty name keeps libcurl from asking the environment for a proxy.
                ccurl_set_text(handle, CURLOPT_PROXY, ""),
                ccurl_set_read(handle) { place, size, count, outbox in
                    guard let place, let outbox else { return Int(CURL_READFUNC_ABORT) }
                    return Unmanaged<SMTPOutbox>.fromOpaque(outbox).takeUnretainedValue()
                        .move(to: UnsafeMutableRawBufferPointer(start: place, count: size * count))
                },
            ])
    }

    /// libcurl says the path as its name when it greets.
    private func setUpAddress() -> Bool {
        let scheme = server.encryption == .immediate ? "smtps" : "smtp"
        let host =
            server.host.contains(":") && !server.host.hasPrefix("[")
            ? "[\(server.host)]" : server.host
        let isName = server.ownName.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != 0x2F }
        let parts = [
            (CURLUPART_SCHEME, scheme), (CURLUPART_HOST, host), (CURLUPART_PORT, "\(server.port)"),
            (CURLUPART_PATH, "/\(server.ownName)"),
        ]
        return isName && !host.utf8.contains(0)
            && parts.allSatisfy { curl_url_set(url, $0.0, $0.1, 0) == CURLUE_OK }
    }

    private func setUpEncryption() -> Bool {
        let level = server.encryption == .ifOffered ? CURLUSESSL_TRY : CURLUSESSL_ALL
        let checks = server.encryption == .ifOffered ? 0 : 1
        return areDone([
            ccurl_set_long(handle, CURLOPT_USE_SSL, Int(level.rawValue)),
            ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, checks),
            ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, checks * 2),
            ccurl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            server.authorities.map { ccurl_set_text(handle, CURLOPT_CAINFO, $0) } ?? CURLE_OK,
        ])
    }

    private func setUpLogin() -> Bool {
        guard let login = server.login else { return true }
        return areDone([
            ccurl_set_text(handle, CURLOPT_USERNAME, login.name),
            ccurl_set_text(handle, CURLOPT_PASSWORD, login.password),
        ])
    }

    /// What is called verbose only reaches the dialogue.
    private func setUpListening() -> Bool {
        let dialogue = Unmanaged.passUnretained(dialogue).toOpaque()
        let mark = Unmanaged.passUnretained(stopping).toOpaque()
        return areDone([
            ccurl_set_long(handle, CURLOPT_VERBOSE, 1),
            ccurl_set_pointer(handle, CURLOPT_DEBUGDATA, dialogue),
            ccurl_set_debug(handle) { _, kind, bytes, count, dialogue in
                guard kind == CURLINFO_HEADER_OUT || kind == CURLINFO_HEADER_IN, let bytes,
                    let dialogue
                else { return 0 }
                let talk = Unmanaged<SMTPDialogue>.fromOpaque(dialogue).takeUnretainedValue()
                let words = Array(UnsafeRawBufferPointer(start: bytes, count: count))
                if kind == CURLINFO_HEADER_OUT { talk.say(words) } else { talk.hear(words) }
                return 0
            },
            ccurl_set_long(handle, CURLOPT_NOPROGRESS, 0),
            ccurl_set_pointer(handle, CURLOPT_XFERINFODATA, mark),
            ccurl_set_progress(handle) { mark, _, _, _, _ in
                guard let mark else { return 1 }
                return Unmanaged<StopMark>.fromOpaque(mark).takeUnretainedValue().isDue ? 1 : 0
            },
        ])
    }

    private func areDone(_ results: [CURLcode]) -> Bool {
        results.allSatisfy { $0 == CURLE_OK }
    }

    /// One at least: to libcurl, none would mean no limit.
    private func milliseconds(_ duration: Duration) -> Int {
        max(1, Int(duration / .milliseconds(1)))
    }
}
