alter table profile
drop column language;
