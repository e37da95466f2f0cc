drop table service_text;

drop table service_count;

drop table service;
