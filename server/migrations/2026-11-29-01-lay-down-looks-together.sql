-- The lines of looks are laid down after their transaction and before their answer, many in one turn of the agency's chain.
-- Only what changed nothing comes this way: a change writes its lines in its own transaction, under its own role.
create function lay_down_looks(given_agency uuid, lines jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  insert into audit_log (agency_id, at, worker_id, worker_role, operation, act, outcome, reason, subject_kind, subject_id, case_id,
                         inquiry_id, person_id, listed, request_id, mac)
  select given_agency, timestamptz 'epoch' + l."atMicros" * interval '1 microsecond', l."workerId", l."workerRole", l.operation,
         'look', 'done', l.reason, l."subjectKind", l."subjectId", l."caseId", l."inquiryId", l."personId", l.listed, l."requestId",
         decode(l.mac, 'hex')
  from jsonb_to_recordset(lines) as l("atMicros" bigint, "workerId" uuid, "workerRole" text, operation text, reason text,
         "subjectKind" text, "subjectId" uuid, "caseId" uuid, "inquiryId" uuid, "personId" uuid, listed uuid[], "requestId" text,
         mac text);
end $$;
revoke execute on function lay_down_looks(uuid, jsonb) from public;
grant execute on function lay_down_looks(uuid, jsonb) to alongside_app;
