drop table service_text;

drop table service;
