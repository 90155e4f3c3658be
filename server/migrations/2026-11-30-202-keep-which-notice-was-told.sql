-- Which version of the notice was told at a first contact, in which language and when (R-026). Of what was told before this
-- was kept, the version and the moment are not known.
alter table inquiries
  add column told_language text,
  add column told_notice integer,
  add column told_at timestamptz,
  add constraint inquiries_told_at_knows_when check (told_notice is null or told_at is not null);
grant update (told_language, told_notice, told_at) on inquiries to alongside_worker, alongside_supervisor, alongside_head;
