#pragma once

/// Has SQLite's cache of pages look for pages behind the end of a file only where there may be any. Before SQLite is
/// initialized.
int csqlite_watch_pages(void);
