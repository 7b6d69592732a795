public import Integrity

extension Certificate {
    /// The number of the certificate that somebody gets for a run.
    ///
    /// It is worked out with the board's secret key, so that it tells nothing of the person or the run to anybody else,
    /// nobody can try names until one fits, and a site that is built again has the same numbers. 80 bits: among a
    /// million certificates the chance that any two are alike is below one in a million million.
    public static func number(run: String, person: String, by key: SigningKey) -> String {
        let message = Array(run.utf8) + [0] + Array(person.utf8)
        let digest = key.keyedDigest(of: message, count: 32, purpose: "signpost certificate number 1")
        return grouped(digest.prefix(10))
    }

    /// Sixteen digits of Crockford's base 32, which has no letters that look like others, in fours.
    private static func grouped(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        var text = ""
        var buffer = 0
        var bits = 0
        var written = 0
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                if written > 0, written.isMultiple(of: 4) { text.append("-") }
                text.append(digits[buffer >> bits & 31])
                written += 1
            }
            buffer &= (1 << bits) - 1
        }
        return text
    }
}
