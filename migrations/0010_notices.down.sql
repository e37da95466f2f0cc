drop table reminder;

drop table delivery_attempt;

drop table delivery;

drop table notice_lane;
