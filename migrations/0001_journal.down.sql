-- Its index and its triggers go with it, and no trigger fires (https://www.sqlite.org/lang_droptable.html).
drop table journal;
