-- What a month brought to the desk (R-013), what came of potential clients (R-030) and of help that was sought before (R-056).
create index inquiries_by_reception on inquiries (agency_id, received_at);
create index client_standings_by_day on client_standings (agency_id, since);

-- Numbers and nothing else, and only of first contacts and people that the caller may open; each of them is asked once for that.
-- What is counted stands in the first column, its code in the second (empty where none is said), two counts beside it.
create function count_first_contacts(month_from timestamptz, month_until timestamptz, first_day date, next_day date)
returns table (what text, code text, total integer, part integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with came as materialized (
    select i.agency_id, i.id, i.channel, i.source, i.decision, i.emergency, i.outside_hours
    from inquiries i
    where i.agency_id = app_agency() and i.received_at >= month_from and i.received_at < month_until and i.readers && app_principals()
  ), potential as materialized (
    -- Whoever is a potential client still, and whoever was one until a day of this month or after it.
    select p.kind, p.person_id, false as became
    from client_standings p join people o on o.agency_id = p.agency_id and o.id = p.person_id
    where p.agency_id = app_agency() and p.holds and p.standing = 'potential' and p.since < next_day and o.readers && app_principals()
    union all
    select p.kind, p.person_id, n.standing = 'client' and n.since < next_day
    from client_standings n
      join client_standings p on p.agency_id = n.agency_id and p.person_id = n.person_id and p.place = n.place - 1
      join people o on o.agency_id = p.agency_id and o.id = p.person_id
    where n.agency_id = app_agency() and n.since >= first_day and p.standing = 'potential' and p.since < next_day
      and o.readers && app_principals()
  )
  select 'channel', c.channel, count(*)::int, (count(*) filter (where c.outside_hours))::int from came c group by c.channel
  union all
  select 'source', coalesce(split_part(c.source, '.', 1), ''), count(*)::int, (count(*) filter (where c.emergency))::int from came c group by 2
  union all
  select 'decision', coalesce(c.decision, ''), count(*)::int, (count(*) filter (where c.emergency))::int from came c group by 2
  union all
  select 'help', coalesce(h.result, ''), count(*)::int, count(distinct h.inquiry_id)::int
  from came c join help_attempts h on h.agency_id = c.agency_id and h.inquiry_id = c.id group by 2
  union all
  select 'potential', p.kind, count(distinct p.person_id)::int, (count(distinct p.person_id) filter (where p.became))::int
  from potential p group by p.kind
$$;
revoke execute on function count_first_contacts(timestamptz, timestamptz, date, date) from public;
grant execute on function count_first_contacts(timestamptz, timestamptz, date, date) to alongside_worker, alongside_supervisor, alongside_head;
