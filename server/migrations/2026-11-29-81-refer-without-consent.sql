-- What is referred without consent, in an emergency or by law, says on which written exceptions it rests. A referral that was
-- sent rests on consents, on exceptions, or on both; which ones is frozen with it.
alter table referrals add column exception_ids uuid[] not null default '{}';
alter table referrals drop constraint referrals_are_sent_whole;
alter table referrals add constraint referrals_are_sent_whole check (state in ('draft', 'entered-in-error')
  or (sent_by is not null and sent_at is not null and reply_by is not null and cardinality(sections) > 0
    and cardinality(consent_ids) + cardinality(exception_ids) > 0 and summary <> '' and expectation <> ''));
grant update (exception_ids) on referrals to alongside_worker, alongside_supervisor, alongside_head;
