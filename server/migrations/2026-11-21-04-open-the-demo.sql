-- The accounts of the demo get their password at every start; accounts of real agencies are out of this function's reach.
create function set_demo_passwords(password_hash text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into passwords (agency_id, worker_id, hash)
  select w.agency_id, w.id, password_hash from workers w join agencies a on a.agency_id = w.agency_id and a.demo
  on conflict (agency_id, worker_id) do update set hash = excluded.hash, changed_at = now()
$$;
grant execute on function set_demo_passwords(text) to alongside_app;
