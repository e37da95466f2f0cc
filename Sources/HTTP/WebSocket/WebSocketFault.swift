/// What a client did that ends its WebSocket: the code and the words of the Close frame that it gets.
package struct WebSocketFault: Error, Equatable, Sendable {
    package let code: CloseCode
    package let reason: String

    private init(_ code: CloseCode, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    static var reservedBits: WebSocketFault {
        WebSocketFault(.protocolError, "a reserved bit is set, and no extension was agreed on")
    }

    static var reservedOpcode: WebSocketFault {
        WebSocketFault(.protocolError, "a frame of a reserved kind")
    }

    static var fragmentedControl: WebSocketFault {
        WebSocketFault(.protocolError, "a control frame in fragments")
    }

    static var longControl: WebSocketFault {
        WebSocketFault(.protocolError, "a control frame of more than 125 bytes")
    }

    static var unmasked: WebSocketFault {
        WebSocketFault(.protocolError, "a frame without a mask")
    }

    static var wastefulLength: WebSocketFault {
        WebSocketFault(.protocolError, "a length in more bytes than it needs")
    }

    static var impossibleLength: WebSocketFault {
        WebSocketFault(.protocolError, "a length with its first bit set")
    }

    static var nothingToContinue: WebSocketFault {
        WebSocketFault(.protocolError, "a continuation of nothing")
    }

    static var unfinishedMessage: WebSocketFault {
        WebSocketFault(.protocolError, "a new message within another")
    }

    static var halfCloseCode: WebSocketFault {
        WebSocketFault(.protocolError, "half a close code")
    }

    static var forbiddenCloseCode: WebSocketFault {
        WebSocketFault(.protocolError, "a close code that is never sent")
    }

    static var notUTF8: WebSocketFault {
        WebSocketFault(.invalidPayload, "text that is not UTF-8")
    }

    static var tooBig: WebSocketFault {
        WebSocketFault(.messageTooBig, "a message of more than \(Limits.webSocketMessage) bytes")
    }
}
