-- The lines of each agency's audit become one chain: numbered without a gap, each sealed with a key that is nowhere in
-- the database and with the seal of the line before it.

-- Lines from before the chain are numbered as they were written; the first start that has a key seals them.
alter table audit_log alter id drop identity;
alter table audit_log drop constraint audit_log_pkey;
update audit_log l set id = n.number
  from (select ctid as place, row_number() over (partition by agency_id order by id) as number from audit_log) n
  where l.ctid = n.place;
alter table audit_log add primary key (agency_id, id);
alter table audit_log add column mac bytea;

-- Whose turn it is: the last line of the actor's agency, and the database's clock. Whoever asks holds the chain until
-- their transaction ends, so this comes last in it. Writers of other agencies do not wait.
create function audit_turn(out last_id bigint, out last_mac bytea, out now_micros bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('audit ' || app_agency(), 0));
  select l.id, l.mac into last_id, last_mac from audit_log l
    where l.agency_id = app_agency() order by l.id desc limit 1;
  last_id := coalesce(last_id, 0);
  now_micros := (extract(epoch from clock_timestamp()) * 1000000)::bigint;
end $$;

-- What the program may not get wrong: a line follows the last one, is sealed, and is of now.
create function audit_lines_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.id <> coalesce((select max(l.id) from audit_log l where l.agency_id = new.agency_id), 0) + 1 then
    raise exception 'line % of the audit is out of turn', new.id;
  end if;
  if new.mac is null or octet_length(new.mac) <> 32 then
    raise exception 'line % of the audit is not sealed', new.id;
  end if;
  if new.at not between clock_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 minute' then
    raise exception 'line % of the audit is not of now', new.id;
  end if;
  return new;
end $$;
create trigger audit_lines_follow before insert on audit_log for each row execute function audit_lines_follow();

-- Where each agency's chain ends: a number and a seal, for the checkpoints outside.
create function audit_heads() returns table (agency_id uuid, id bigint, mac bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.agency_id, l.id, l.mac from agencies a cross join lateral
    (select l.id, l.mac from audit_log l where l.agency_id = a.agency_id order by l.id desc limit 1) l
$$;

revoke execute on function audit_turn(), audit_lines_follow(), audit_heads() from public;
grant execute on function audit_turn()
  to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator, alongside_inspector;
grant execute on function audit_heads() to alongside_app;
grant insert (id, at, mac) on audit_log
  to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator, alongside_inspector;
