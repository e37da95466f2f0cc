import CMessages

/// What the server says to people in its letters: a file of the folder `config/messages` for each language,
/// from the binary itself.
package enum EmbeddedMessages {
    /// The short name of each language, such as `en`, and its file, which is JSON.
    package static let all = UnsafeBufferPointer(
        start: cmessages(), count: cmessages_count()
    ).map { entry in
        (language: String(cString: entry.language), json: Array(String(cString: entry.texts).utf8))
    }
}
