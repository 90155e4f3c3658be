import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { inquiryQuery } from '#web/case/intake/inquiry/inquiry.api.ts'
import { EmptyState, Page } from '#web/ui/index.ts'
import { PlaceReferrals } from './PlaceReferrals.tsx'
import { sharingWords } from './sharing.words.ts'

/** The referrals out of a first contact: not accepted here, but not sent away either. */
export function InquiryReferralsPage() {
  const t = useWords(sharingWords)
  const inquiryId = useRouteParam('inquiryId')
  const { data } = useSuspenseQuery(inquiryQuery(inquiryId))
  const { client, conclusion } = data
  const begin = {
    ...(conclusion?.referralReason ? { reason: conclusion.referralReason } : {}),
    summary: conclusion?.reason ?? '',
  }
  return (
    <Page
      title={client ? t('ofPerson', { name: client.name }) : t('referrals')}
      tabTitle={t('referrals')}
      back={{ to: `/inquiries/${inquiryId}`, label: t('backToContact') }}
    >
      {client ? (
        <PlaceReferrals place={{ personId: client.id, caseId: null, inquiryId }} begin={begin} />
      ) : (
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      )}
    </Page>
  )
}
