extension PasswordVector {
    static let bcrypt: [PasswordVector] = [
        PasswordVector(
            "bcrypt, 2b",
            "$2b$04$0Y1vLgMe0YH3J68fAiVjKegWCDPUjou.2lCa9RxswXzJbgjrmSjIS"),
        PasswordVector(
            "bcrypt, 2a",
            "$2a$04$BC72uMUlUT1WLve/zW1ag.mDBP8bt4jPG1Qc9wkLgGBOjuw84RrgS"),
        PasswordVector(
            "bcrypt, 2y",
            "$2y$04$a5ntC3T.3JCI7LLoUGNl/OSIrYNb6Hoek8HbpBEPIJ.pbXYQQP13W"),
        PasswordVector(
            "bcrypt, its default",
            "$2b$12$aoa0KLhX.0xUBdrSIR36m.jXKXz.AjEAxXS1Sn9dedZ4ytEvIyzSq"),
        PasswordVector(
            "bcrypt, 72 bytes", String(repeating: "x", count: 72),
            "$2b$04$F1e5OsthEpOYqSkOezriW.9bm1equ2GGio1KONTyyEZyxHUdXYwS."),
        PasswordVector(
            "bcrypt, more than 72 bytes", String(repeating: "x", count: 72) + "tail",
            "$2b$04$zt7GOFSQo2wf0SjazpT.l.803LQY7A7uLAGAKvmgbY4apdnSOFnmi"),
        PasswordVector(
            "bcrypt, 600 bytes", String(repeating: "y", count: 600),
            "$2b$04$NHqsEyqBK2zvDrY1EEnYVemntvPGdhaeL3Q3YfS7W2tPQQxO81HSW"),
        PasswordVector(
            "bcrypt, not ASCII", "pässwörd☃ÿ",
            "$2b$04$rwEqy/UKk2KJU13tHgVfY.hqlkPeZ7YGriKDa3Nx6K9tLwlP0F6LK"),
        PasswordVector(
            "bcrypt, 2a, not ASCII", "pässwörd☃ÿ",
            "$2a$04$FUAlSFzvAR.ND.xZuMDTGeOTeImeQaZex560h2SRq1qt.U1FZ25je"),
        PasswordVector(
            "bcrypt, no UTF-8", [0xFF, 0xA3, 0x33, 0x34, 0xFF, 0xFF, 0xFF, 0xA3, 0x33, 0x34, 0x35],
            "$2b$04$B/58TaB3IWbwDSeeDLMxaeiGp4nJ5T05B2oI4Nqy6hlhV56.ay7/y"),
        PasswordVector(
            "bcrypt, empty", "",
            "$2b$04$bY8LSfdhKgDShy/8Dc5F9um7AOd7bjf3d.14MZpCNuZis.ymBGMe2"),
        PasswordVector(
            "passlib, 2a",
            "$2a$04$scnuSpg.HAf24872KK.wjuHLq5y4sbajjf33pEl1rTGqLfrfeyvHi"),
        PasswordVector(
            "passlib, 2b",
            "$2b$04$p5eOjLTTlPF47.0AtBWR.OOyaDFBINNB6lC2Q79N6neaAvPWFadju"),
        PasswordVector(
            "passlib, 2y",
            "$2y$04$RM3IgkqghfmDJ2ddsNK5x.WuW4uRUust5trASY435E6KtQFWIXWW."),
    ]
}
