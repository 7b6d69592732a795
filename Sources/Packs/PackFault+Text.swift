import ZIPArchives

extension PackFault: CustomStringConvertible {
    /// A line for whoever looks after the copy.
    public var description: String {
        switch self {
        case .missing(let path): "missing  \(path)"
        case .changed(let path): "changed  \(path)"
        case .added(let path): "added    \(path)"
        case .unsafe(let path, let why): "refused  \(path.debugDescription): \(why)"
        case .noManifest: "There is no \(PackManifest.path) here: this is no copy, or not all of one."
        case .damagedManifest: "\(PackManifest.path) is not as Signpost wrote it."
        case .notSigned: "Nobody signed it: there is no \(PackSignature.path)."
        case .wrongSignature: "The signature does not fit \(PackManifest.path): one of them was changed."
        case .otherKey(let key): "It was signed with another key: \(key)"
        case .otherSchool(let school): "It was made for another school: \(school)"
        case .noUpdate: "There is no update.json in it: this is no update, or not all of one."
        case .damagedUpdate: "The update is not as Signpost wrote it."
        case .otherVersion(let found, let wanted):
            "The copy is version \(found), and the update is for \(wanted). Get the whole copy in its place."
        case .archive(.damaged): "The archive is damaged, or a part of it is missing. Get it again."
        case .archive(.encrypted): "The archive is locked with a password. The board's are not."
        case .archive(.tooLarge): "The archive would fill the disk: more comes out of it than out of any copy."
        case .archive(.foreign):
            "The archive is not as Signpost wrote it: another program packed it, or changed it. Get it from the board."
        }
    }
}
