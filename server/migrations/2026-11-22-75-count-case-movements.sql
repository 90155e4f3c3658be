-- Statistics of a month read the cases of that month from an index, however many others there are.
create index cases_by_opening on cases (agency_id, opened_at);
create index cases_by_closing on cases (agency_id, closed_at) where closed_at is not null;
