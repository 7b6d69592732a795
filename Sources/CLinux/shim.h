// Two calls of Linux that glibc declares only under _GNU_SOURCE, which Swift's Glibc module is built without.
// Signatures: renameat2(2) and syncfs(2), both in glibc since 2.28.
#pragma once

int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
int syncfs(int file);
