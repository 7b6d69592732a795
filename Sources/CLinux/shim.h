// Calls of Linux that glibc declares only under _GNU_SOURCE, which Swift's Glibc module is built without.
// Signatures: renameat2(2), syncfs(2) and getdents64(2), all in glibc since 2.30.
#pragma once

// mallopt(3), which Swift's Glibc module leaves out.
#include <malloc.h>

int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
int syncfs(int file);
long getdents64(int folder, void *buffer, unsigned long size);
