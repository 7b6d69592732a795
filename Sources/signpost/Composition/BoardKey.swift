import Content
import Diagnostics
import Disk
import Integrity
import Schemas

/// The key that a board signs with, held against the public key that the board tells everybody.
enum BoardKey {
    /// - Parameter file: `nil` where nothing is to be signed.
    static func read(_ file: String?, of board: Board) -> (key: SigningKey?, faults: [Diagnostic]) {
        guard let file else { return (nil, []) }
        do {
            let key = try KeyFile.signingKey(in: file).get()
            let faults = faults(of: key, board)
            return (faults.isEmpty ? key : nil, faults)
        } catch let failure as DiskFailure {
            return (nil, failure.diagnostics)
        } catch let unusable as UnusableKey {
            return (nil, [unusable.diagnostic])
        } catch {
            preconditionFailure("reading a key throws nothing else: \(error)")
        }
    }

    private static func faults(of key: SigningKey, _ board: Board) -> [Diagnostic] {
        let own = key.verifyingKey.text
        guard let told = board.settings.certificates?.publicKey else {
            return [
                Diagnostic(
                    .foreignKey, "signpost.yaml names no public key, so nobody could check a certificate",
                    at: .wholeFile(board.settingsPath), help: "add `certificates: { public_key: \"\(own)\" }`")
            ]
        }
        guard VerifyingKey(text: told.value) != nil else {
            return [
                Diagnostic(
                    .unusableKey, "\"\(told.value)\" is no public key", at: told.location,
                    help: "the key that was given has this one: \"\(own)\"")
            ]
        }
        guard told.value != own else { return [] }
        return [
            Diagnostic(
                .foreignKey, "the key that was given is not the one whose public half stands here", at: told.location,
                help: "give the right key, or put the new one's public half here: \"\(own)\"")
        ]
    }
}
