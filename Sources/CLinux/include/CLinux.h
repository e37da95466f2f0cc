// The few Linux calls that Swift can't make by itself: they are variadic or macros, need a struct that
// is packed, or a function that a signal may call.
#pragma once

#include <stdint.h>
#include <sys/socket.h>

enum {
    clinux_readable = 1,
    clinux_writable = 2,
    clinux_peer_finished = 4,
    clinux_broken = 8,
};

/// One readiness report: what was registered as `id`, and the flags above.
struct clinux_event {
    uint64_t id;
    uint32_t flags;
};

int clinux_epoll_create(void);

/// Registers a connection once and for all: edge-triggered, in both directions.
int clinux_epoll_add_connection(int epoll, int descriptor, uint64_t id);

/// Registers a listener or a wake-up: level-triggered, for reading.
int clinux_epoll_add_source(int epoll, int descriptor, uint64_t id);

/// Takes a source out again.
int clinux_epoll_remove_source(int epoll, int descriptor);

/// Waits for at most `milliseconds` (-1: for ever); the number of events, 0 also when interrupted.
int clinux_epoll_wait(int epoll, struct clinux_event *events, int capacity, int milliseconds);

/// A non-blocking, close-on-exec connection, or -1 and errno.
int clinux_accept(int listener, struct sockaddr_storage *address);

/// A non-blocking eventfd for wake-ups.
int clinux_eventfd(void);

/// How many cores this process may run on.
int clinux_processor_count(void);

/// Turns the first SIGTERM or SIGINT into one byte, the signal's number, to read from the descriptor
/// that is returned; the second one ends the process as ever. -1 and errno when it can't.
int clinux_catch_end_signals(void);
