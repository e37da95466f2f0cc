#define _GNU_SOURCE 1
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum { events_at_once = 256 };

int clinux_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

static int add(int epoll, int descriptor, uint32_t events, uint64_t id) {
    struct epoll_event event = {.events = events, .data.u64 = id};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

int clinux_epoll_add_connection(int epoll, int descriptor, uint64_t id) {
    return add(epoll, descriptor, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, id);
}

int clinux_epoll_add_source(int epoll, int descriptor, uint64_t id) {
    return add(epoll, descriptor, EPOLLIN, id);
}

int clinux_epoll_remove_source(int epoll, int descriptor) {
    return epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, NULL);
}

int clinux_epoll_wait(int epoll, struct clinux_event *events, int capacity, int milliseconds) {
    struct epoll_event ready[events_at_once];
    if (capacity > events_at_once) capacity = events_at_once;
    int count = epoll_wait(epoll, ready, capacity, milliseconds);
    if (count < 0) return errno == EINTR ? 0 : -1;
    for (int i = 0; i < count; i++) {
        uint32_t seen = ready[i].events;
        events[i].id = ready[i].data.u64;
        events[i].flags = (seen & EPOLLIN ? clinux_readable : 0) |
                          (seen & EPOLLOUT ? clinux_writable : 0) |
                          (seen & EPOLLRDHUP ? clinux_peer_finished : 0) |
                          (seen & (EPOLLERR | EPOLLHUP) ? clinux_broken : 0);
    }
    return count;
}

int clinux_accept(int listener, struct sockaddr_storage *address) {
    socklen_t length = sizeof *address;
    return accept4(listener, (struct sockaddr *)address, &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

int clinux_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

int clinux_processor_count(void) {
    cpu_set_t cores;
    if (sched_getaffinity(0, sizeof cores, &cores) != 0) return 1;
    return CPU_COUNT(&cores);
}

// A handler reaches nothing but globals; this one is written once, before the handler is set.
static int signal_pipe = -1;

static void report_signal(int number) {
    // The next one ends the process, whichever of the two it is.
    signal(SIGTERM, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    unsigned char byte = (unsigned char)number;
    int before = errno;
    (void)!write(signal_pipe, &byte, 1);
    errno = before;
}

int clinux_catch_end_signals(void) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    signal_pipe = ends[1];
    struct sigaction action = {.sa_handler = report_signal, .sa_flags = SA_RESTART};
    sigaddset(&action.sa_mask, SIGTERM);
    sigaddset(&action.sa_mask, SIGINT);
    if (sigaction(SIGTERM, &action, NULL) != 0 || sigaction(SIGINT, &action, NULL) != 0) return -1;
    signal(SIGPIPE, SIG_IGN);
    return ends[0];
}
