-- Whoever was recognised a moment ago is recognised again inside the act itself: the database compares what was read of them
-- with what holds now, in the same flight as the first statement of the act.

-- A living sign-in, and what an actor is made of.
create function living_sign_in(given_hash bytea)
returns table (sign_in_id uuid, agency_id uuid, worker_id uuid, name text, role text, level smallint, language text,
               agency_name text, agency_language text, desk_post uuid, head_post uuid, demo boolean, fresh boolean)
language sql stable as $$
  select s.id, w.agency_id, w.id, w.name, w.role, w.level, w.language, a.name, a.language, a.desk_post, a.head_post, a.demo,
    coalesce(s.fresh_until > now(), false)
  from sign_ins s
  join workers w on w.agency_id = s.agency_id and w.id = s.worker_id and w.active
  join agencies a on a.agency_id = w.agency_id
  where s.token_hash = given_hash and s.ended_at is null and s.expires_at > now()
    and s.last_seen_at > now() - interval '30 minutes'
$$;

drop function recognise(bytea);
create function recognise(given_hash bytea)
returns table (sign_in_id uuid, agency_id uuid, worker_id uuid, name text, role text, level smallint, language text,
               agency_name text, agency_language text, desk_post uuid, head_post uuid, demo boolean, fresh boolean, mark text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sign_ins s set last_seen_at = now()
  where s.token_hash = given_hash and s.ended_at is null and s.expires_at > now()
    and s.last_seen_at < now() - interval '1 minute' and s.last_seen_at > now() - interval '30 minutes';
  return query select l.*, md5(l::text) from living_sign_in(given_hash) l;
end $$;

-- Refuses to go on when a sign-in ended, or is no longer what was read of it: another role, another name, no longer fresh.
create function still_recognised(given_hash bytea, given_mark text)
returns void language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from living_sign_in(given_hash) l where md5(l::text) = given_mark) then
    raise exception 'no longer recognised' using errcode = 'AL401';
  end if;
end $$;

revoke execute on function living_sign_in(bytea), recognise(bytea), still_recognised(bytea, text) from public;
grant execute on function recognise(bytea), still_recognised(bytea, text) to alongside_app;
