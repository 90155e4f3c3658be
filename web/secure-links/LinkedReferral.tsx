import { useSuspenseQuery } from '@tanstack/react-query'
import { referralState } from '#contract/codes/index.ts'
import type { MoveLinkedReferral } from '#contract/secure-links.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { MoveButtons } from '#web/sharing/MoveButtons.tsx'
import { PackageSheet } from '#web/sharing/PackageSheet.tsx'
import { Badge, Page, Section } from '#web/ui/index.ts'
import { linkedReferralQuery, moveLinked } from './links.api.ts'
import { linkWords } from './links.words.ts'

const receivers: readonly string[] = [
  'receive',
  'accept',
  'reject',
  'begin',
  'pause',
  'resume',
  'complete',
  'fail',
]
const isOurs = (move: string): move is MoveLinkedReferral['move'] => receivers.includes(move)

/** What a link opened: the same drawing of the package as everywhere, and what its receiver may answer. */
export function LinkedReferral() {
  const t = useWords(linkWords)
  const label = useLabel()
  const { data } = useSuspenseQuery(linkedReferralQuery)
  const { value: referral, version } = data
  const moves = referral.possible.filter(isOurs)
  return (
    <Page
      title={t('from', { agency: referral.fromAgency })}
      lead={
        <p>
          {t('greeting', { name: referral.receiverName })}{' '}
          <Badge tone="info">{label(referralState, referral.state)}</Badge>
        </p>
      }
    >
      <Section title={t('yourAnswer')} lead={moves.length === 0 ? t('thanks') : undefined}>
        <MoveButtons possible={moves} send={(move, said) => moveLinked({ move, ...said }, version)} />
      </Section>
      <PackageSheet contents={referral.contents} />
      <p className="section-lead">{t('keep')}</p>
    </Page>
  )
}
