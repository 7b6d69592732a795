// The room for Disk.
