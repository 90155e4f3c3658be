-- The lines of each agency's audit become one chain: each sealed by itself with a key that is nowhere in the database,
-- numbered without a gap, and linked to the line before it.

-- Lines from before the chain are numbered as they were written; the first start that has a key seals them.
alter table audit_log alter id drop identity;
alter table audit_log drop constraint audit_log_pkey;
update audit_log l set id = n.number
  from (select ctid as place, row_number() over (partition by agency_id order by id) as number from audit_log) n
  where l.ctid = n.place;
alter table audit_log add primary key (agency_id, id);
alter table audit_log add column mac bytea;
alter table audit_log add column link bytea;
-- The number is given where the line is laid down, whatever was asked.
alter table audit_log alter id set default 0;

-- A line comes sealed and of now; here it gets its number and its link. Whoever lays one down holds the agency's chain
-- until their transaction ends, so this comes last in it. Writers of other agencies do not wait.
create function audit_lines_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare last_id bigint; last_link bytea;
begin
  if new.mac is null or octet_length(new.mac) <> 32 then
    raise exception 'a line of the audit is not sealed';
  end if;
  if new.at not between clock_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 minute' then
    raise exception 'a line of the audit is not of now';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('audit ' || new.agency_id, 0));
  select l.id, l.link into last_id, last_link from audit_log l
    where l.agency_id = new.agency_id order by l.id desc limit 1;
  new.id := coalesce(last_id, 0) + 1;
  new.link := sha256(coalesce(last_link, decode(repeat('00', 32), 'hex')) || int8send(new.id) || new.mac);
  return new;
end $$;
create trigger audit_lines_follow before insert on audit_log for each row execute function audit_lines_follow();

-- Where each agency's chain ends: a number and a link, for the checkpoints outside.
create function audit_heads() returns table (agency_id uuid, id bigint, link bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.agency_id, l.id, l.link from agencies a cross join lateral
    (select l.id, l.link from audit_log l where l.agency_id = a.agency_id order by l.id desc limit 1) l
$$;

revoke execute on function audit_lines_follow(), audit_heads() from public;
grant execute on function audit_heads() to alongside_app;
grant insert (at, mac) on audit_log
  to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator, alongside_inspector;
