import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { referralState } from '#contract/codes/index.ts'
import type { LinkedReferralView, MoveLinkedReferral } from '#contract/secure-links.ts'
import { RefusedByServer, type Versioned } from '#web/app/api.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { MoveButtons } from '#web/sharing/MoveButtons.tsx'
import { PackageSheet } from '#web/sharing/PackageSheet.tsx'
import { Badge, Loading, Page, Section, Written } from '#web/ui/index.ts'
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

/**
 * What a link opened. Once sight of it has ended, the page says so and shows nothing of what was there; once the half hour
 * is over, whoever reads answers once more.
 */
export function LinkedReferral({ onClosed }: { onClosed: () => void }) {
  const t = useWords(linkWords)
  const { data, error } = useQuery(linkedReferralQuery)
  const isOver = error instanceof RefusedByServer && error.status === 401
  useEffect(() => {
    if (isOver) onClosed()
  }, [isOver, onClosed])
  if (isOver) return <Loading />
  if (error)
    return (
      <Page title={t('shut')}>
        <RefusalNote error={error} />
      </Page>
    )
  return data ? <OpenReferral seen={data} /> : <Loading />
}

/** The same drawing of the package as everywhere, and what its receiver may answer. */
function OpenReferral({ seen: { value: referral, version } }: { seen: Versioned<LinkedReferralView> }) {
  const t = useWords(linkWords)
  const label = useLabel()
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
        {referral.outcome !== '' && <Written>{referral.outcome}</Written>}
        <MoveButtons
          referralId={null}
          possible={moves}
          send={(move, said) => moveLinked({ move, ...said }, version)}
        />
      </Section>
      <PackageSheet contents={referral.contents} />
      <p className="section-lead">{t('keep')}</p>
    </Page>
  )
}
