#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

// A macro made of others, which Swift can't see.
static const int copenssl_public_key = EVP_PKEY_PUBLIC_KEY;

// Names that stay where they are.
static inline const char *copenssl_rsa_modulus(void) {
    return OSSL_PKEY_PARAM_RSA_N;
}

static inline const char *copenssl_rsa_exponent(void) {
    return OSSL_PKEY_PARAM_RSA_E;
}

static inline void copenssl_free(void *memory) {
    OPENSSL_free(memory);
}
