-- Of two guesses at one account that come together, the later to be counted may have begun the earlier. Measured by the
-- time at which each began it was told to wait a second, though four guesses are free: a right password was refused
-- to a person who signs in on two devices at once. The clock is read when the row is held.
create or replace function take_guess(given_account bytea, given_bucket text, delays integer[]) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare seconds integer;
begin
  insert into guesses as g (agency_id, account, bucket, count, last_at, open_at)
  values ('00000000-0000-0000-0000-000000000000', given_account, given_bucket, 1, clock_timestamp(),
    clock_timestamp() + make_interval(secs => delays[1]))
  on conflict (agency_id, account, bucket) do update set
    count = case when g.last_at < now() - interval '12 hours' then 1 else g.count + 1 end,
    last_at = clock_timestamp(),
    open_at = clock_timestamp() + make_interval(secs => delays[case when g.last_at < now() - interval '12 hours' then 1
      else least(g.count + 1, cardinality(delays)) end])
  where g.open_at <= clock_timestamp();
  if found then return 0; end if;
  select ceil(extract(epoch from g.open_at - clock_timestamp()))::integer into seconds from guesses g
  where g.account = given_account and g.bucket = given_bucket and g.agency_id = '00000000-0000-0000-0000-000000000000';
  return greatest(coalesce(seconds, 1), 1);
end $$;
