#include "model/export/program_head.h"

#include <iterator>

namespace model {

namespace {

constexpr std::string_view kTables = R"C(
#define HELPER static __attribute__((unused))
#define DESCRIPTOR (-1000L) /* a result that is a descriptor: its number may be another one */

static int s[SOCKETS];                          /* s[7]: the descriptor of the log's socket 7 */
HELPER struct sockaddr_storage own[SOCKETS];    /* its own address, as the kernel says */
HELPER socklen_t own_length[SOCKETS];
HELPER struct sockaddr_storage peer[SOCKETS][2]; /* who was named last by accept() or recvfrom() on it */
HELPER socklen_t peer_length[SOCKETS];
static char folder[4000];                       /* for UNIX sockets: of this run alone */
static atomic_int differences;

/* Each call in a thread of its own has its own of these. */
HELPER _Thread_local struct sockaddr_storage address_room;
HELPER _Thread_local socklen_t address_length;  /* of what ipv4(), path() ... have made */
HELPER _Thread_local char *input;
HELPER _Thread_local char *control;
HELPER _Thread_local size_t control_used;
HELPER void *volatile nowhere;                  /* NULL, but the compiler does not know */

/* A buffer that nothing is known of: calls that pass wrong sizes are part of the session. */
HELPER void *plain(const void *bytes)
{
    const void *volatile place = bytes;
    return (void *)(uintptr_t)place;
}

/* The same bytes `count` times, then zeros up to `size`. Never freed: it is the program's data. */
HELPER void *repeated(const void *bytes, size_t length, size_t count, size_t size)
{
    char *all = calloc(size + 1, 1);
    if (all == NULL) {
        abort();
    }
    for (size_t i = 0; i < count; ++i) {
        memcpy(all + i * length, bytes, length);
    }
    return plain(all);
}

HELPER char *in(size_t size)
{
    free(input);
    input = calloc(size + 1, 1);
    if (input == NULL) {
        abort();
    }
    return plain(input);
}

HELPER void say(const char *text)
{
    printf("\n> %s\n", text);
}

static const char *error_name(int error)
{
    const char *name = strerrorname_np(error);
    return name == NULL ? "?" : name;
}

/* A call has come back: says so, and whether it agrees with the log. */
HELPER long told(const char *text, long result, long recorded, int recorded_error)
{
    const int error = errno;
    const int failed = result < 0;
    const int same = recorded == DESCRIPTOR ? !failed
        : result == recorded && (recorded != -1 || recorded_error == 0 || error == recorded_error);
    char then[80] = "a descriptor";
    if (recorded != DESCRIPTOR) {
        snprintf(then, sizeof then, "%ld%s%s", recorded, recorded_error != 0 ? " " : "",
            recorded_error != 0 ? error_name(recorded_error) : "");
    }
    printf("%s = %ld%s%s   [the log: %s]%s\n", text, result, result == -1 ? " " : "",
        result == -1 ? error_name(error) : "", then, same ? "" : "   DIFFERS");
    differences += same ? 0 : 1;
    return result;
}

/* What was received against what was received then. */
HELPER void received(const void *bytes, size_t size)
{
    if (memcmp(input, bytes, size) != 0) {
        printf("    the bytes are others than those of the log   DIFFERS\n");
        ++differences;
    }
}

HELPER void pause_ms(long milliseconds)
{
    const struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    nanosleep(&time, NULL);
}
)C";

constexpr std::string_view kAddresses = R"C(
HELPER const struct sockaddr *made(socklen_t length)
{
    address_length = length;
    return (const struct sockaddr *)&address_room;
}

HELPER const struct sockaddr *ipv4(const char *host, unsigned port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    inet_pton(AF_INET, host, &address.sin_addr);
    memcpy(&address_room, &address, sizeof address);
    return made(sizeof address);
}

HELPER const struct sockaddr *ipv6(const char *host, unsigned port, unsigned scope)
{
    struct sockaddr_in6 address = {
        .sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port), .sin6_scope_id = scope};
    inet_pton(AF_INET6, host, &address.sin6_addr);
    memcpy(&address_room, &address, sizeof address);
    return made(sizeof address);
}

/* A UNIX socket's name in this run's own folder. */
HELPER const struct sockaddr *path(const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const int length = snprintf(address.sun_path, sizeof address.sun_path, "%.60s/%.40s", folder, name);
    memcpy(&address_room, &address, sizeof address);
    return made((socklen_t)(offsetof(struct sockaddr_un, sun_path) + (size_t)length + 1));
}

HELPER const struct sockaddr *abstract_name(const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const int length
        = snprintf(address.sun_path + 1, sizeof address.sun_path - 1, "%.60s/%.40s", folder, name);
    memcpy(&address_room, &address, sizeof address);
    return made((socklen_t)(offsetof(struct sockaddr_un, sun_path) + (size_t)length + 1));
}

HELPER const struct sockaddr *bytes(const void *address, size_t length)
{
    memset(&address_room, 0, sizeof address_room);
    memcpy(&address_room, address, length);
    return made((socklen_t)length);
}

HELPER const struct sockaddr *no_address(void)
{
    address_length = 0;
    return nowhere;
}

/* Asks the kernel for a socket's name, as long as it has one. */
HELPER void learn(int socket)
{
    const int before = errno;
    struct sockaddr_storage name;
    socklen_t length = sizeof name;
    memset(&name, 0, sizeof name);
    if (getsockname(s[socket], (struct sockaddr *)&name, &length) == 0) {
        own[socket] = name;
        own_length[socket] = length < sizeof name ? length : (socklen_t)sizeof name;
    }
    errno = before;
}

HELPER unsigned port_of(int socket)
{
    struct sockaddr_in name; /* the port of IPv6 is at the same place */
    memcpy(&name, &own[socket], sizeof name);
    return ntohs(name.sin_port);
}

HELPER const struct sockaddr *name_of(int socket)
{
    address_room = own[socket];
    return made(own_length[socket]);
}

HELPER const struct sockaddr *sender_of(int socket)
{
    address_room = peer[socket][0];
    return made(peer_length[socket]);
}

HELPER struct sockaddr *out(int socket)
{
    return plain(peer[socket < 0 ? 0 : socket]);
}
)C";

constexpr std::string_view kMessages = R"C(
/* Appends a control message (cmsg(3)). */
HELPER void add_control(struct msghdr *message, int level, int type, const void *data, size_t size)
{
    if (message->msg_control == NULL) {
        free(control);
        control = calloc(1, 1 << 20);
        control_used = 0;
        message->msg_control = control;
    }
    if (control == NULL || control_used + CMSG_SPACE(size) > 1 << 20) {
        abort();
    }
    const struct cmsghdr header = {.cmsg_len = CMSG_LEN(size), .cmsg_level = level, .cmsg_type = type};
    memcpy(control + control_used, &header, sizeof header);
    if (size > 0) {
        memcpy(control + control_used + CMSG_LEN(0), data, size);
    }
    control_used += CMSG_SPACE(size);
    message->msg_controllen = control_used;
}

/* The descriptors that came with a message. */
HELPER void take_descriptors(struct msghdr *message, const int *sockets, size_t count)
{
    size_t taken = 0;
    for (struct cmsghdr *at = CMSG_FIRSTHDR(message); at != NULL; at = CMSG_NXTHDR(message, at)) {
        if (at->cmsg_level != SOL_SOCKET || at->cmsg_type != SCM_RIGHTS) {
            continue;
        }
        for (size_t i = 0; i < (at->cmsg_len - CMSG_LEN(0)) / sizeof(int) && taken < count; ++i) {
            memcpy(&s[sockets[taken++]], CMSG_DATA(at) + i * sizeof(int), sizeof(int));
        }
    }
}
)C";

constexpr std::string_view kThreads = R"C(
/* A call that sleeps while others go on. */
struct sleeper {
    void (*call)(void);
    pthread_t thread;
    atomic_long tid;
    atomic_int done;
};

HELPER void *sleeps(void *argument)
{
    struct sleeper *self = argument;
    self->tid = syscall(SYS_gettid);
    self->call();
    self->done = 1;
    return NULL;
}

HELPER char state_of(long tid)
{
    char name[64];
    char text[512] = "";
    snprintf(name, sizeof name, "/proc/self/task/%ld/stat", tid);
    FILE *file = fopen(name, "re");
    if (file != NULL) {
        const size_t length = fread(text, 1, sizeof text - 1, file);
        text[length] = '\0';
        fclose(file);
    }
    const char *end = strrchr(text, ')');
    return end == NULL || end[1] == '\0' ? '?' : end[2];
}

/* Makes the call, and waits until it is asleep in the kernel. */
HELPER void start(struct sleeper *sleeper, void (*call)(void))
{
    sleeper->call = call;
    if (pthread_create(&sleeper->thread, NULL, sleeps, sleeper) != 0) {
        perror("pthread_create");
        exit(2);
    }
    int seen = 0;
    for (int tries = 0; tries < 5000 && seen < 5 && !sleeper->done; ++tries) {
        seen = sleeper->tid != 0 && state_of(sleeper->tid) == 'S' ? seen + 1 : 0;
        pause_ms(1);
    }
}

HELPER void finish(struct sleeper *sleeper)
{
    pthread_join(sleeper->thread, NULL);
}

/* A signal: the call comes back with EINTR. */
HELPER void interrupt(struct sleeper *sleeper)
{
    while (!sleeper->done) {
        pthread_kill(sleeper->thread, SIGUSR1);
        pause_ms(10);
    }
}

static void on_signal(int number)
{
    (void)number; /* it only interrupts */
}

static void begin(const char *where)
{
    memset(s, 0xff, sizeof s); /* -1: not open */
    setvbuf(stdout, NULL, _IOLBF, 0);
    signal(SIGPIPE, SIG_IGN);
    struct sigaction action = {.sa_handler = on_signal}; /* without SA_RESTART */
    sigaction(SIGUSR1, &action, NULL);
    alarm(300); /* whatever happens, it ends */
    snprintf(folder, sizeof folder, "%s/sockscope-XXXXXX", where);
    if (strlen(folder) > 60 || mkdtemp(folder) == NULL) {
        fprintf(stderr, "%s: no folder can be made for UNIX sockets\n", where);
        exit(2);
    }
}

static int end(void)
{
    DIR *names = opendir(folder);
    for (struct dirent *entry; names != NULL && (entry = readdir(names)) != NULL;) {
        unlinkat(dirfd(names), entry->d_name, 0); /* . and .. refuse */
    }
    if (names != NULL) {
        closedir(names);
    }
    rmdir(folder);
    printf("\n%d differences\n", (int)differences);
    return differences == 0 ? 0 : 1;
}
)C";

}

std::string_view programHead(std::size_t part)
{
    constexpr std::string_view kParts[] {kTables, kAddresses, kMessages, kThreads};
    return part < std::size(kParts) ? kParts[part] : std::string_view();
}

}
