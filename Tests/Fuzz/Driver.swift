import Dispatch
import Glibc

// What libFuzzer calls (https://llvm.org/docs/LibFuzzer.html): one function for the bytes of one case. One program
// holds all targets, because linking each on its own would take longer than a run of it; the environment says which.

private let target: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
        print("FUZZ_TARGET must be one of:", FuzzTarget.all.map(\.name).joined(separator: " "))
        exit(2)
    }
    return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let done = DispatchSemaphore(value: 0)
    Task {
        await target.run(bytes)
        done.signal()
    }
    done.wait()
    return 0
}
