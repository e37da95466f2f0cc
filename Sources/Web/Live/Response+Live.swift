import HTTP

extension Response {
    /// 101: from now on the connection is a WebSocket of the holder's.
    package static func webSocket(
        _ opening: WebSocketOpening, _ holder: any LineHolder
    ) -> Response {
        Response(.switchingProtocols, opening.fields, body: .line(.webSocket, holder))
    }

    /// A stream of events that the holder sends. What lies between is told not to hold them back
    /// (https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering).
    package static func events(_ holder: any LineHolder) -> Response {
        let fields = ResponseFields([
            .contentType: ServerSentEvent.mediaType, .cacheControl: "no-store",
            "X-Accel-Buffering": "no",
        ])
        return Response(
            .ok, fields, body: .line(.pieces(beat: ServerSentEvent.beat), holder))
    }
}

extension WebSocketOpening {
    /// What a request asks for, where it asks for a WebSocket as it has to.
    package init(of request: Request) throws(Problem) {
        do throws(Fault) {
            try self.init(request.head)
        } catch {
            throw Problem(error)
        }
    }
}

extension Problem {
    fileprivate init(_ fault: WebSocketOpening.Fault) {
        switch fault {
        case .noUpgrade: self = .upgradeRequired
        case .otherVersion:
            self = .upgradeRequired.saying(
                "The version of the protocol that is spoken here is 13 (RFC 6455).")
        case .badKey:
            self = .badWebSocket.saying("Sec-WebSocket-Key has to be 16 bytes in Base64.")
        case .hasBody:
            self = .badWebSocket.saying("A request that opens a WebSocket has no body.")
        }
    }

    /// It names what is spoken (RFC 9110 section 15.5.22), and in which version (RFC 6455 section 4.4).
    package static var upgradeRequired: Problem {
        Problem(.upgradeRequired, "upgrade_required", "This path is for WebSockets.")
            .adding(.upgrade, "websocket").adding(.webSocketVersion, WebSocketOpening.version)
    }

    package static var badWebSocket: Problem {
        Problem(
            .badRequest, "bad_web_socket", "The request does not open a WebSocket as it has to.")
    }
}
