-- A line of the audit looks for the one before it. While PostgreSQL does not know yet how many lines there are, it takes
-- every index of an agency for as good, reads all of its lines and sorts them, and a connection keeps that plan: the
-- thousandth line cost ten times the first. Without sorting only the index that ends with the newest line is left.
alter function audit_lines_follow() set enable_sort to off;
