-- What is asked of the audit by day is answered by (agency_id, at, id), read backwards too; one index fewer for each line to enter.
drop index audit_log_by_day;
