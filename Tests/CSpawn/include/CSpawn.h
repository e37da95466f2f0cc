// What glibc adds to posix_spawn, which Swift doesn't see.
#pragma once

#include <spawn.h>

/// The process is given no descriptor but its input, its output and its errors.
int cspawn_close_others(posix_spawn_file_actions_t *actions);

/// It begins in this folder.
int cspawn_change_folder(posix_spawn_file_actions_t *actions, const char *folder);
