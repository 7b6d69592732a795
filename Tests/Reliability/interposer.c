// Stands between a program and the C library, and makes one call on files fail, or ends the program there.
//
//   LD_PRELOAD=./interposer.so FAULT_COUNT=FILE CMD     write into FILE how many such calls a whole run makes
//   LD_PRELOAD=./interposer.so FAULT_AT=N FAULT=KILL CMD
//       FAULT   KILL        the process ends as by `kill -9`, before the call
//               POWER       the same, and everything written since the last sync is lost: files keep their names and
//                           have no bytes, as after a power cut on a file system that delays allocation
//               a number    the call fails with this errno; with FAULT_LASTS=1 so do all later calls of its kind
//
//   LD_PRELOAD=./interposer.so CLOCK=SECONDS CMD        run CMD on a computer whose clock stood there when it began
//
// Calls are counted over all threads, from the program's first on: a counter for each thread, which strace's injection
// has, would miss those of a thread that another one overtakes.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { MOST_UNSYNCED = 4096 };

static atomic_long calls;
static atomic_int unsynced_count;
static int unsynced[MOST_UNSYNCED];
static long at = -1;
static const char *fault = "", *count_file;
static const char *_Atomic failing;
static int lasts;
static time_t clock_shift;

__attribute__((constructor)) static void begin(void) {
    const char *given = getenv("FAULT_AT");
    at = given ? atol(given) : -1;
    if (getenv("FAULT")) fault = getenv("FAULT");
    lasts = getenv("FAULT_LASTS") != NULL;
    count_file = getenv("FAULT_COUNT");
    if (getenv("CLOCK")) clock_shift = atoll(getenv("CLOCK")) - time(NULL);
}

__attribute__((destructor)) static void end(void) {
    if (!count_file) return;
    FILE *file = fopen(count_file, "w");
    if (!file) return;
    fprintf(file, "%ld\n", atomic_load(&calls));
    fclose(file);
}

static void lose_power(void) {
    int count = atomic_load(&unsynced_count);
    for (int i = 0; i < count && i < MOST_UNSYNCED; i++) {
        char path[64];
        snprintf(path, sizeof path, "/proc/self/fd/%d", unsynced[i]);
        if (truncate(path, 0) != 0) _exit(99);
    }
}

// Whether the call must fail; errno is set then.
static int must_fail(const char *kind) {
    long number = atomic_fetch_add(&calls, 1) + 1;
    const char *lasting = atomic_load(&failing);
    if (lasting && strcmp(lasting, kind) == 0) { errno = atoi(fault); return 1; }
    if (number != at) return 0;
    if (strcmp(fault, "POWER") == 0) lose_power();
    if (strcmp(fault, "POWER") == 0 || strcmp(fault, "KILL") == 0) {
        kill(getpid(), SIGKILL);
        for (;;) pause();
    }
    if (lasts) atomic_store(&failing, kind);
    errno = atoi(fault);
    return 1;
}

static void note_unsynced(int file) {
    if (strcmp(fault, "POWER") != 0 || file < 0) return;
    int slot = atomic_fetch_add(&unsynced_count, 1);
    if (slot < MOST_UNSYNCED) unsynced[slot] = fcntl(file, F_DUPFD_CLOEXEC, 1000);
}

static void note_synced(void) {
    if (strcmp(fault, "POWER") == 0) atomic_store(&unsynced_count, 0);
}

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

// A file without a name is made too, and gets one later.
#define MAKES(flags) ((flags) & O_CREAT || ((flags) & O_TMPFILE) == O_TMPFILE)

static int opened(int file, int flags) {
    if (MAKES(flags)) note_unsynced(file);
    return file;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

#define OPEN_KIND(flags) (MAKES(flags) ? "create" : "open")

// The system's own files are no files of a disk. libdispatch counts its threads in /proc/self/task from a thread of its
// own, whenever it likes, and ends the program where it cannot.
static int is_systems(const char *path) { return strncmp(path, "/proc/", 6) == 0; }

int open(const char *path, int flags, ...) {
    MODE(flags) REAL(open);
    return !is_systems(path) && must_fail(OPEN_KIND(flags)) ? -1 : opened(real(path, flags, mode), flags);
}
int open64(const char *path, int flags, ...) {
    MODE(flags) REAL(open64);
    return !is_systems(path) && must_fail(OPEN_KIND(flags)) ? -1 : opened(real(path, flags, mode), flags);
}
int openat(int folder, const char *path, int flags, ...) {
    MODE(flags) REAL(openat);
    return !is_systems(path) && must_fail(OPEN_KIND(flags)) ? -1 : opened(real(folder, path, flags, mode), flags);
}
int openat64(int folder, const char *path, int flags, ...) {
    MODE(flags) REAL(openat64);
    return !is_systems(path) && must_fail(OPEN_KIND(flags)) ? -1 : opened(real(folder, path, flags, mode), flags);
}

#define STAND_IN(result, name, kind, parameters, arguments) \
    result name parameters { REAL(name); return must_fail(kind) ? -1 : real arguments; }

STAND_IN(ssize_t, read, "read", (int f, void *b, size_t n), (f, b, n))
STAND_IN(ssize_t, pread, "read", (int f, void *b, size_t n, off_t o), (f, b, n, o))
STAND_IN(ssize_t, pwrite, "write", (int f, const void *b, size_t n, off_t o), (f, b, n, o))

// What is said to people goes to no file.
ssize_t write(int file, const void *bytes, size_t count) {
    REAL(write);
    return file > 2 && must_fail("write") ? -1 : real(file, bytes, count);
}

STAND_IN(int, mkdirat, "mkdir", (int d, const char *p, mode_t m), (d, p, m))
STAND_IN(int, mkdir, "mkdir", (const char *p, mode_t m), (p, m))
STAND_IN(int, linkat, "link", (int a, const char *p, int b, const char *q, int f), (a, p, b, q, f))
STAND_IN(int, renameat, "rename", (int a, const char *p, int b, const char *q), (a, p, b, q))
STAND_IN(int, rename, "rename", (const char *p, const char *q), (p, q))
STAND_IN(int, renameat2, "rename", (int a, const char *p, int b, const char *q, unsigned f), (a, p, b, q, f))
STAND_IN(int, unlinkat, "unlink", (int d, const char *p, int f), (d, p, f))
STAND_IN(int, unlink, "unlink", (const char *p), (p))
STAND_IN(int, ftruncate, "truncate", (int f, off_t n), (f, n))
STAND_IN(int, fchmod, "chmod", (int f, mode_t m), (f, m))

int syncfs(int file) {
    REAL(syncfs);
    if (must_fail("sync")) return -1;
    int status = real(file);
    if (status == 0) note_synced();
    return status;
}
int fsync(int file) {
    REAL(fsync);
    if (must_fail("sync")) return -1;
    int status = real(file);
    struct stat info;
    // Of a folder it saves the names; of a file everything that this program wrote is taken for saved, as it writes
    // one such file at a time.
    if (status == 0 && fstat(file, &info) == 0 && S_ISREG(info.st_mode)) note_synced();
    return status;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    REAL(clock_gettime);
    int status = real(clock, now);
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) now->tv_sec += clock_shift;
    return status;
}
int gettimeofday(struct timeval *now, void *zone) {
    REAL(gettimeofday);
    int status = real(now, zone);
    now->tv_sec += clock_shift;
    return status;
}
time_t time(time_t *now) {
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    if (now) *now = exact.tv_sec;
    return exact.tv_sec;
}
