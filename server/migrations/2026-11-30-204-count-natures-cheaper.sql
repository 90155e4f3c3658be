-- The natures of problems of a month once more (R-104, decision 303): the same numbers by the same rule of sight. Who asks is read
-- once and not for each case; the plan is made for the month that is asked, so that a busy month is joined as sets and a
-- quiet one by its index; moves are looked for among the moves and not for each case; and what is counted is first
-- gathered by case, so that nothing is sorted to be told apart. The memory is for one busy month; a call takes it for a moment.
create or replace function count_problem_natures(month_from timestamptz, month_until timestamptz)
returns table (nature text, site_id uuid, problems integer, cases integer, client_first integer, worker_first integer,
  all_problems integer, all_cases integer)
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '16MB' as $$
begin
  return query execute $asked$
    with signed as materialized (
      select distinct on (a.case_id) a.id, a.case_id, a.signed_at, c.site_id
      from assessments a join cases c on c.agency_id = a.agency_id and c.id = a.case_id
      where a.agency_id = app_agency() and c.agency_id = app_agency() and a.signed_at >= $1 and a.signed_at < $2 and coalesce(c.readers && (select app_principals()), false)
      order by a.case_id, a.signed_at desc, a.id
    ), moved as materialized (
      -- A case that moved since counts where it was: at the site from which its next move led away.
      select distinct on (v.case_id) v.case_id, v.from_site_id
      from site_moves v join signed s on s.case_id = v.case_id and v.moved_at > s.signed_at
      where v.agency_id = app_agency()
      order by v.case_id, v.moved_at
    ), placed as materialized (
      select s.case_id, case when m.case_id is null then s.site_id else m.from_site_id end as site_id
      from signed s left join moved m on m.case_id = s.case_id
    ), found as materialized (
      select s.case_id, split_part(p.nature, '.', 1) as nature, count(*) as n,
             count(*) filter (where p.client_rank = 1) as client, count(*) filter (where p.worker_rank = 1) as worker
      from signed s join problems p on p.agency_id = app_agency() and p.assessment_id = s.id
      group by 1, 2
    )
    select f.nature, p.site_id, sum(f.n)::int, count(*)::int, sum(f.client)::int, sum(f.worker)::int,
           (sum(sum(f.n)) over ())::int, (select count(*) from (select from found group by case_id) each_case)::int
    from found f join placed p on p.case_id = f.case_id group by f.nature, p.site_id
  $asked$ using month_from, month_until;
end $$;
