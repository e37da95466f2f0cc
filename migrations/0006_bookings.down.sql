drop table booking_note;

-- Its own triggers go with it (https://www.sqlite.org/lang_droptable.html).
drop trigger booking_moves_with_occasion;

drop table booking;
