-- Whoever has few grants may still see many people: those who were loaded, or whom others share with them without a case. They are counted too.
create or replace function sees_few() returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if (select count(*) > 1000 from (select from sight_grants g
      where g.agency_id = app_agency() and g.principal_id = any(app_principals()) and g.ended_at is null limit 1001) as opened) then
    return false;
  end if;
  return (select count(*) <= 3000 from (select from people p
      where p.agency_id = app_agency() and p.readers && app_principals() limit 3001) as seen);
end
$$;
