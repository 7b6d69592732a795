import ArgumentParser

@main
struct Signpost: ParsableCommand {
    func run() throws {}
}
