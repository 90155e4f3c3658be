-- What was assessed in a month is counted in one go (R-104). Row-level security asks of each problem and each assessment once more
-- whether its case is in sight, fifty thousand times in a month of ten thousand cases; here each case is asked once, by the same
-- rule. The function tells numbers and nothing else, and only of cases that its caller may open.
create function count_problem_natures(month_from timestamptz, month_until timestamptz)
returns table (nature text, site_id uuid, problems integer, cases integer, client_first integer, worker_first integer,
  all_problems integer, all_cases integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with signed as materialized (
    select distinct on (a.case_id) a.agency_id, a.id, a.case_id, a.signed_at, c.site_id
    from assessments a join cases c on c.agency_id = a.agency_id and c.id = a.case_id
    where a.agency_id = app_agency() and a.signed_at >= $1 and a.signed_at < $2 and c.readers && app_principals()
    order by a.case_id, a.signed_at desc, a.id
  ), placed as materialized (
    -- A case that moved since counts where it was: at the site from which its next move led away.
    select s.agency_id, s.id, s.case_id, case when m.agency_id is null then s.site_id else m.from_site_id end as site_id
    from signed s left join lateral (
      select v.agency_id, v.from_site_id from site_moves v
      where v.agency_id = s.agency_id and v.case_id = s.case_id and v.moved_at > s.signed_at
      order by v.moved_at limit 1) m on true
  ), found as materialized (
    select s.case_id, s.site_id, split_part(p.nature, '.', 1) as nature, p.client_rank, p.worker_rank
    from placed s join problems p on p.agency_id = s.agency_id and p.assessment_id = s.id
  )
  select f.nature, f.site_id, count(*)::int, count(distinct f.case_id)::int,
         (count(*) filter (where f.client_rank = 1))::int, (count(*) filter (where f.worker_rank = 1))::int,
         (select count(*) from found)::int, (select count(distinct o.case_id) from found o)::int
  from found f group by f.nature, f.site_id
$$;
revoke execute on function count_problem_natures(timestamptz, timestamptz) from public;
grant execute on function count_problem_natures(timestamptz, timestamptz) to alongside_worker, alongside_supervisor, alongside_head;
