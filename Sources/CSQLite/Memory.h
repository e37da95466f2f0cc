#pragma once

/// Has each thread keep what SQLite gives back. Before SQLite is initialized.
int csqlite_keep_memory(void);
