extension PasswordVector {
    static let werkzeug: [PasswordVector] = [
        PasswordVector(
            "Werkzeug, its default",
            "scrypt:32768:8:1$S09hTQSbxl5vCqUG$354baf2cb6afc40e203f46daf42e49313ae736"
                + "439c8764491d91738c63283a6950786ffdb79948ac146c6f825e37fbb079688f59c0d90a"
                + "11fa37fcfceb89871b"),
        PasswordVector(
            "Werkzeug, scrypt with two in parallel",
            "scrypt:1024:8:2$a5uCzF6mKDprDT8f$099a9d02358f4d506424c05a32d4f40275af7d8"
                + "45143621fb83c3c2ef737a99d87d5e81bd7f8e0228c131fc9e8d3272d840a13ad2058db2"
                + "37858d7476a12e05e"),
        PasswordVector(
            "Werkzeug, pbkdf2",
            "pbkdf2:sha256:1000$dqYEbEbstWw9eEfp$3f14fb17bc39a20c4ae9490202fd07ee6c72"
                + "1f04fba6fbc329212d534dee6ced"),
        PasswordVector(
            "Werkzeug, pbkdf2, its default",
            "pbkdf2:sha256:1000000$YjucXuvDINeSvtx1$52ea8234c63521b2b6a78b39116cfd208"
                + "8029dc083ef8f6e584750fa2a4ab27a"),
        PasswordVector(
            "Werkzeug, scrypt, not ASCII", "pässwörd☃",
            "scrypt:1024:8:1$ZjMX52MtfmRtSJ64$535b12695b7090cd8376e5b071211559f660234"
                + "77512cfc2d1541487662ae999a321d4e45e72437eb28745d2b7023e4e9415ff79ae68baa"
                + "3bae4c3a0c480db28"),
        PasswordVector(
            "Werkzeug, scrypt, a NUL within", "nul\0inside",
            "scrypt:1024:8:1$dQMOU3lbDo1FpzxO$1c24a3c7056948fb375660c01606261cf19f909"
                + "eee4a66f858f1129388859341d4fdb261d30d3f0632efefb398b43606fa9e9f2fa1d7092"
                + "73efadef28113ef64"),
        PasswordVector(
            "Werkzeug, pbkdf2, a NUL within", "nul\0inside",
            "pbkdf2:sha256:1000$2GsWqYfDH1BfuV2x$77b7f0d0c9782e7565dd24e5a0e48d81a0a6"
                + "13d46cae549edb942a7caaf91612"),
        PasswordVector(
            "Werkzeug, pbkdf2, 1,200 bytes", String(repeating: "long", count: 300),
            "pbkdf2:sha256:1000$E63sNUTbana7BssQ$e645a42bbbbc84535d40bd84ddbcbb8bba9f"
                + "49a8844ce57764751105927db899"),
        PasswordVector(
            "Werkzeug, scrypt, 1,200 bytes", String(repeating: "long", count: 300),
            "scrypt:1024:8:1$oioHvOwGwSJw8GPr$2128f56a5d8676183359628c8c4a0de6aacba03"
                + "f030e0f61635eb896f10792b0d059ca4834f4052bfc5bf6390fe04eaeef258aafcf3242c"
                + "f6b7d7157f482b76c"),
        PasswordVector(
            "Werkzeug, pbkdf2, a salt of 8",
            "pbkdf2:sha256:1000$bGFw7xK0$ccb43bf26381c256d4d68f2be4484b0e0168d8204497"
                + "5a3a77a8e65f3c8e4c61"),
        PasswordVector(
            "Werkzeug, scrypt, empty", "",
            "scrypt:1024:8:1$pS8hUFui2GDqfLXd$79670ed01f95442de9adddf62a9b71b35552673"
                + "ced7474b889411316892d6480bcd94918cbd83e161964b146fc60200e7495654387ec0b5"
                + "2493741037c9072a2"),
        PasswordVector(
            "Werkzeug, pbkdf2, empty", "",
            "pbkdf2:sha256:1$FoxKXpxTsqbne6qG$d87e4197e9b9b3af88357ac5f73971583997344"
                + "081ecf452491fd32c67e1de22"),
    ]
}
