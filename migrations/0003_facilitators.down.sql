drop table facilitator;
