-- A template is named after what it does, as every code is: the assessment comes first. Which standard asks for that order
-- (DB62/T 4986-2024) is said in words.
alter table cases drop constraint cases_template_is_known;
alter table cases disable trigger user;
update cases set template = 'assessment-first' where template <> 'standard';
alter table cases enable trigger user;
alter table cases add constraint cases_template_is_known check (template in ('standard', 'assessment-first'));

alter table settings disable trigger user;
update settings set sheet = jsonb_set(sheet, '{template}', '"assessment-first"')
  where kind = 'workflow' and sheet ->> 'template' <> 'standard';
alter table settings enable trigger user;
