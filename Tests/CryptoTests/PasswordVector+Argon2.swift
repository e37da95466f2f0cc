extension PasswordVector {
    static let argon2: [PasswordVector] = [
        PasswordVector(
            "argon2-cffi, ours",
            "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$rk2Mi3E4dgRMg0fHaY"
                + "aptWVZRKqs//6b6k3/nntqGJk"),
        PasswordVector(
            "argon2-cffi, empty", "",
            "$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$YdvKnHDNdnx3UXOE4OXsg"
                + "VckBvuq3gpvrMbEV3UYnbY"),
        PasswordVector(
            "argon2-cffi, Argon2id",
            "$argon2id$v=19$m=256,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$r8r4yRUZjBl1Gchi9vVM"
                + "jZcIVeeq/dweXYcWCGgv58A"),
        PasswordVector(
            "argon2-cffi, Argon2id of the first version",
            "$argon2id$v=16$m=256,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$vUscszrIU1TviVEojBfd"
                + "IwMKZYi/p2koFYN4o6nywF0"),
        PasswordVector(
            "argon2-cffi, Argon2i",
            "$argon2i$v=19$m=256,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$iGpGZh/Ely3MPLHlFiScZ"
                + "CvxbsHO5hGr+GKFLzAdYXQ"),
        PasswordVector(
            "argon2-cffi, Argon2i of the first version",
            "$argon2i$v=16$m=256,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$aqPUrEP+Gg6rRibxPPwBQ"
                + "CeJG6E4bM15otRdxTE6KC4"),
        PasswordVector(
            "argon2-cffi, Argon2d",
            "$argon2d$v=19$m=256,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$ArlVF4y11Fm1Etli1I7co"
                + "nFwJq828uyKdQHteUHSd3o"),
        PasswordVector(
            "argon2-cffi, Argon2d of the first version",
            "$argon2d$v=16$m=256,t=3,p=2$MDEyMzQ1Njc4OWFiY2RlZg$9CJMSBP1qDqhtU24kUhrI"
                + "rnYWbzYGKDEAWV3JCiHR44"),
        PasswordVector(
            "argon2-cffi, its default",
            "$argon2id$v=19$m=65536,t=3,p=4$eMn3Rb6r3esCpfUt5IKfRw$FnymFLNZCwAKdmKcjA"
                + "lWGMxEMMakSQXRrXn2mxtcjf0"),
        PasswordVector(
            "argon2-cffi, a NUL within", "nul\0inside",
            "$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$F59lREaf5NGVpAr370qS+"
                + "aHH4uEnHAUPQHlGfDlb5Pg"),
        PasswordVector(
            "argon2-cffi, 1,200 bytes", String(repeating: "long", count: 300),
            "$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$a2qNyaCzpl6YeTHNKgNR0"
                + "6bD/6qVcQKwObs0o8vtBFY"),
        PasswordVector(
            "argon2-cffi, short salt and hash",
            "$argon2id$v=19$m=64,t=1,p=1$OGJ5dGVzISE$moRj8KI95DpVMh9mFGmBJw"),
        PasswordVector(
            "argon2-cffi, not ASCII", "pässwörd☃",
            "$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$duq6cSvu4tnG7qpwsqW5R"
                + "hOBl7ecLZFhb+JWVCCGhIM"),
        PasswordVector(
            "passlib, Argon2id",
            "$argon2id$v=19$m=512,t=2,p=2$YIwRwhjjXIuRMsZ47x1jzA$phLbSctawGuLYvuXhBvR"
                + "/y9N9N1/kP9UaKkrcWPwB/I"),
        PasswordVector(
            "passlib, Argon2i",
            "$argon2i$v=19$m=512,t=2,p=2$hRBCyPn/H0Mo5VyrdQ4BgA$6e2+ugDAMemdbMGtdM7ke"
                + "Snr+d0v2/MzgWNvZ6Xe/C4"),
        PasswordVector(
            "passlib, Argon2d",
            "$argon2d$v=19$m=512,t=2,p=2$1drb21vrvbd27j2HcC5F6A$VJ01jqXCGuBrsCHBsBwGf"
                + "egX0U8xAFYrYx50fC8Bmco"),
        PasswordVector(
            "passlib, its default",
            "$argon2id$v=19$m=65536,t=3,p=4$GgMg5Dyn1FpLCQEgJMT4Xw$yjkoR54lvPh4+UzrjD"
                + "TFnMLXHZLlVOM6z21VzTfveu8"),
    ]
}
