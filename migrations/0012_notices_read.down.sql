drop table notice_mark;

drop table notice_read;
