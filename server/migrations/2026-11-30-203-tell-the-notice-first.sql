-- What is sensitive is kept at a first contact once the notice was told (R-026); on what ground it goes before that, where it does.
-- The language of a notice is one of those in which it is written.
alter table inquiries
  add column notice_ground text,
  add constraint inquiries_told_in_a_known_language check (told_language in ('zh-CN', 'en', 'ru')) not valid,
  add constraint inquiries_notice_ground_is_known check (notice_ground in
    ('life-or-health', 'public-health', 'harm-to-minor', 'domestic-violence', 'lawful-order'));
grant update (notice_ground) on inquiries to alongside_worker, alongside_supervisor, alongside_head;
