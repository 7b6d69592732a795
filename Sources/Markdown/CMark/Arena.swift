import CCMarkGFM

/// The memory of one parse: blocks are handed out end to end and given back all at once.
///
/// cmark makes a small allocation for nearly every word and frees each one again; with this in place of `malloc` a
/// whole build took 30 % less CPU. cmark's own arena is one global without a lock, so it cannot be used from two
/// threads. cmark's allocator functions take no context, hence one arena for each thread.
struct Arena {
    /// Enough for the tree of a page of about 20 KB. Kept between parses, because fresh pages from the kernel cost
    /// more than the parse of a short page.
    private static let firstChunk = 256 * 1024
    /// Every block is preceded by its size and starts at a multiple of this, as `malloc` promises.
    private static let alignment = 16

    private var chunk: UnsafeMutableRawPointer
    private var next: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer
    private var chunkSize = Arena.firstChunk

    private init() {
        chunk = Arena.makeChunk(of: Arena.firstChunk, after: nil)
        next = chunk + Arena.alignment
        end = chunk + Arena.firstChunk
    }
}

extension Arena {
    /// Runs `body` with an allocator for cmark, then takes back everything that came from it.
    ///
    /// Nothing that cmark made may leave `body`, and `body` must not start another parse.
    static func withAllocator<Result>(_ body: (UnsafeMutablePointer<cmark_mem>) -> Result) -> Result {
        let arena = current
        var functions = cmark_mem(
            calloc: { count, size in Arena.current.pointee.allocate(count * size, zeroed: true) },
            realloc: { block, size in Arena.current.pointee.reallocate(block, to: size) },
            free: { block in Arena.current.pointee.release(block) })
        defer { arena.pointee.reset() }
        return withUnsafeMutablePointer(to: &functions, body)
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let failure = pthread_key_create(&key) { arena in
            guard let arena = arena?.assumingMemoryBound(to: Arena.self) else { return }
            free(arena.pointee.chunk)
            arena.deallocate()
        }
        precondition(failure == 0, "no thread-local storage is left")
        return key
    }()

    private static var current: UnsafeMutablePointer<Arena> {
        if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: Arena.self) }
        let arena = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
        arena.initialize(to: Arena())
        pthread_setspecific(key, arena)
        return arena
    }
}

extension Arena {
    private mutating func allocate(_ size: Int, zeroed: Bool) -> UnsafeMutableRawPointer {
        let taken = Arena.footprint(of: size)
        if next + taken > end { addChunk(for: taken) }
        let block = next + Arena.alignment
        next.storeBytes(of: size, as: Int.self)
        next += taken
        if zeroed { memset(block, 0, size) }
        return block
    }

    private mutating func reallocate(_ block: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer {
        guard let block else { return allocate(size, zeroed: false) }
        let header = block - Arena.alignment
        let old = header.load(as: Int.self)
        guard size > old else { return block }
        let isLast = header + Arena.footprint(of: old) == next
        if isLast, header + Arena.footprint(of: size) <= end {
            header.storeBytes(of: size, as: Int.self)
            next = header + Arena.footprint(of: size)
            return block
        }
        let moved = allocate(size, zeroed: false)
        memcpy(moved, block, old)
        return moved
    }

    /// Only the newest block can be used again at once; the rest waits for `reset`.
    private mutating func release(_ block: UnsafeMutableRawPointer?) {
        guard let block else { return }
        let header = block - Arena.alignment
        if header + Arena.footprint(of: header.load(as: Int.self)) == next { next = header }
    }

    private mutating func reset() {
        while let previous = chunk.load(as: UnsafeMutableRawPointer?.self) {
            free(chunk)
            chunk = previous
        }
        chunkSize = Arena.firstChunk
        next = chunk + Arena.alignment
        end = chunk + chunkSize
    }

    /// Chunks double, so that a document of any size needs few of them.
    private mutating func addChunk(for size: Int) {
        chunkSize = max(chunkSize * 2, size + Arena.alignment)
        chunk = Arena.makeChunk(of: chunkSize, after: chunk)
        next = chunk + Arena.alignment
        end = chunk + chunkSize
    }

    private static func makeChunk(of size: Int, after previous: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer {
        guard let chunk = malloc(size) else { preconditionFailure("no memory is left") }
        chunk.storeBytes(of: previous, as: UnsafeMutableRawPointer?.self)
        return chunk
    }

    private static func footprint(of size: Int) -> Int { (size + alignment - 1) & -alignment + alignment }
}
