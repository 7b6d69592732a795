import CLinux

/// Memory that was let go of, and that the system's allocator keeps for whoever asks next.
public enum FreedMemory {
    /// From now on, pieces of a mebibyte and more go back to the system as soon as they are let go of: lists of all files,
    /// search indices, the buffers of the largest pages.
    ///
    /// Else glibc takes the first such piece for a sign that there will be more, and keeps all of them (mallopt(3), "The
    /// dynamic mmap threshold"), so that each step of a build comes on top of what the one before it needed for a while.
    public static func neverHoldsLargePieces() { _ = mallopt(M_MMAP_THRESHOLD, 1 << 20) }
}
