import { useMutation, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { OpenReferral } from '#contract/sharing.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { ActionButton, EmptyState, MoreButton, Section } from '#web/ui/index.ts'
import { openReferral, personReferralsQuery, type Place, pageOfReferral } from './sharing.api.ts'
import { sharingWords } from './sharing.words.ts'
import { ReferralTable } from './ReferralList.tsx'

type PlaceReferralsProps = {
  place: Place
  /** What the new referral begins with, where something is known already. */
  begin?: Partial<OpenReferral>
}

/** The referrals of a person, and the way to write one out of this case or first contact. */
export function PlaceReferrals({ place, begin = {} }: PlaceReferralsProps) {
  const t = useWords(sharingWords)
  const go = useGo()
  const { language } = useLanguage()
  const list = useSuspenseInfiniteQuery(personReferralsQuery(place))
  const rows = list.data.pages.flatMap((page) => page.rows)
  const opening = useMutation({
    mutationFn: () =>
      openReferral(place.personId, { ...emptyReferral(place), receiverLanguage: language, ...begin }),
    onSuccess: ({ value }) => go(pageOfReferral(place.personId, value.id)),
  })
  const write = (
    <ActionButton
      ability={list.data.pages[0]?.abilities.write ?? 'not-you'}
      reason={t('archived')}
      look="main"
      busy={opening.isPending}
      onClick={() => opening.mutate()}
    >
      {t('write')}
    </ActionButton>
  )
  return (
    <Section title={t('out')} lead={t('outLead')} actions={write}>
      <RefusalNote error={opening.error} />
      {rows.length === 0 ? <EmptyState title={t('none')} /> : <ReferralTable rows={rows} named={false} />}
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Section>
  )
}

/** A referral that nobody has written in yet. */
const emptyReferral = ({ caseId, inquiryId }: Place): OpenReferral => ({
  id: crypto.randomUUID(),
  caseId,
  inquiryId,
  kind: caseId === null ? 'intake' : 'partial',
  reason: 'out-of-scope',
  urgency: 'routine',
  way: 'agency',
  receiverAgencyId: null,
  receiverPartnerId: null,
  receiverKind: 'other',
  receiverName: '',
  receiverContact: '',
  receiverLanguage: 'zh-CN',
  serviceNeeded: '',
  summary: '',
  done: '',
  expectation: '',
  accompaniment: null,
  sections: [],
  sensitiveKinds: [],
  replyBy: null,
})
