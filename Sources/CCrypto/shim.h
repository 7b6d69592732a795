// The functions that hash are older than OpenSSL 3, which would rather have programs choose theirs by name at run time.
// They stay, and they alone come without the machinery for that.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
