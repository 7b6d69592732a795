import Diagnostics
import Languages
import Schemas
import YAMLData

extension ContentReader {
    /// The words of contacts in every other language of the site, or `nil` where a file has a fault.
    func contactWords(
        _ files: [SourceFile], _ settings: BoardSettings?, _ reading: inout Reading
    ) -> [Language: [ID<Contact>: ContactWords]]? {
        var words: [Language: [ID<Contact>: ContactWords]] = [:]
        var isWhole = true
        for file in files {
            guard let language = ContentFolder.contactsLanguage(file.path) else { continue }
            let read = contactWords(file, language, settings?.languages.others, &reading)
            words[language] = read
            isWhole = isWhole && read != nil
        }
        return isWhole ? words : nil
    }

    private func contactWords(
        _ file: SourceFile, _ language: Language, _ known: [Language]?, _ reading: inout Reading
    ) -> [ID<Contact>: ContactWords]? {
        let path = Board.shownPath(root, file.path)
        if let known, !known.contains(language) {
            reading.report(
                .unknownLanguage, "the site has no language \"\(language.tag)\" besides its own",
                at: Location(path: path, start: .start),
                help: "add it to `languages` in signpost.yaml, or rename the file")
            return nil
        }
        let (node, faults) = YAMLReader.read(file.bytes, path: path)
        reading.diagnostics += faults
        guard let node, let all = Reader.list(of: ContactWords.reader.located).value(of: node, &reading) else {
            return nil
        }
        var words: [ID<Contact>: ContactWords] = [:]
        for entry in all where words.updateValue(entry.value, forKey: entry.value.contact) != nil {
            reading.report(
                .duplicateID, "the contact \"\(entry.value.contact)\" is translated twice", at: entry.location,
                help: "take one of the two out")
        }
        return words
    }
}
