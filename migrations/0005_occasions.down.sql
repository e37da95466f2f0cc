drop table occasion_text;

drop table occasion_count;

drop table occasion;
