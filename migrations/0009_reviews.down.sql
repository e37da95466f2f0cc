drop table review_comment;

drop table rating_count;

drop table review;
