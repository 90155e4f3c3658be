-- What was assessed in a month is counted by the natures of its problems: the month is a page of this index.
create index assessments_by_signing on assessments (agency_id, signed_at) where signed_at is not null;
