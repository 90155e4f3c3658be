import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReferralView } from '#contract/sharing.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Page, PersonName } from '#web/ui/index.ts'
import { referralQuery } from './sharing.api.ts'
import { sharingWords } from './sharing.words.ts'
import { ReferralDraft } from './ReferralDraft.tsx'
import { ReferralStanding } from './ReferralStanding.tsx'
import { referralSheetWords } from './referral-sheet.words.ts'

/** One referral: a sheet while it is written, and how it stands once it was sent. */
export function ReferralPage() {
  const t = useWords(sharingWords)
  const sheetWords = useWords(referralSheetWords)
  const [personId, referralId] = [useRouteParam('personId'), useRouteParam('referralId')]
  const { data } = useSuspenseQuery(referralQuery(personId, referralId))
  const { person, state, abilities } = data.value
  return (
    <Page
      title={sheetWords('title')}
      back={{ to: placeOf(data.value), label: t('back') }}
      lead={
        <p>
          <PersonName>{person.name}</PersonName>
        </p>
      }
    >
      {state === 'draft' && abilities.write === 'yes' ? (
        <ReferralDraft seen={data} />
      ) : (
        <ReferralStanding seen={data} />
      )}
    </Page>
  )
}

/** Where its referrals are listed: in its case, or at its first contact. */
const placeOf = ({ caseId, inquiryId }: ReferralView) =>
  caseId === null ? `/inquiries/${inquiryId ?? ''}/referrals` : `/cases/${caseId}/referrals`
