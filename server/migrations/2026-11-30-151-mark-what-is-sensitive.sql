-- Of which sensitive kinds the analysis of an assessment is (R-284): it stays behind for whoever sees the case and need not know.
-- Until its author says otherwise it tells of health; that holds for what was written before, too.
alter table assessments add column sensitive_kinds text[] not null default '{health}';
do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('grant update (sensitive_kinds) on assessments to alongside_%s', role_name);
  end loop;
end $$;
