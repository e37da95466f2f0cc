/// A hash of each system that people come from.
enum PasswordSample {
    static let argon2 =
        "$argon2id$v=19$m=65536,t=3,p=4$GgMg5Dyn1FpLCQEgJMT4Xw$yjkoR54lvPh4+UzrjD"
        + "TFnMLXHZLlVOM6z21VzTfveu8"
    static let bcrypt =
        "$2b$12$aoa0KLhX.0xUBdrSIR36m.jXKXz.AjEAxXS1Sn9dedZ4ytEvIyzSq"
    static let scrypt =
        "scrypt:32768:8:1$S09hTQSbxl5vCqUG$354baf2cb6afc40e203f46daf42e49313ae736"
        + "439c8764491d91738c63283a6950786ffdb79948ac146c6f825e37fbb079688f59c0d90a"
        + "11fa37fcfceb89871b"
    static let pbkdf2 =
        "pbkdf2:sha256:1000000$YjucXuvDINeSvtx1$52ea8234c63521b2b6a78b39116cfd208"
        + "8029dc083ef8f6e584750fa2a4ab27a"
}
