/// How letters look. Mail programs keep what stands at each element, and little else.
enum LetterStyle {
    static let body = """
        margin:0;padding:24px 12px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,\
        sans-serif;font-size:16px;line-height:1.5;-webkit-text-size-adjust:100%
        """
    static let card = """
        max-width:520px;margin:0 auto;padding:28px 28px 12px;border:1px solid rgba(128,128,128,.35);\
        border-top:4px solid #2e7d5b;border-radius:10px;overflow-wrap:anywhere;word-break:break-word
        """
    static let text = "margin:0 0 16px"
    static let facts =
        "margin:0 0 20px;padding:4px 0 4px 16px;border-left:3px solid rgba(128,128,128,.35)"
    static let title = "margin:0 0 12px;font-size:20px;line-height:1.3;font-weight:700"
    static let name = "font-size:13px;opacity:.72"
    static let value = "margin:0 0 10px"
    static let button = """
        display:inline-block;padding:12px 22px;border-radius:8px;background:#2e7d5b;color:#ffffff;\
        font-weight:600;text-decoration:none
        """
    static let foot = """
        max-width:520px;margin:16px auto 0;padding:0 28px;font-size:13px;opacity:.72;\
        overflow-wrap:anywhere;word-break:break-word
        """
}
