import { useSuspenseQuery } from '@tanstack/react-query'
import type { MoveReceivedReferral, ReceivedReferralView } from '#contract/sharing.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Facts, LinkButton, Page, Section } from '#web/ui/index.ts'
import { MoveButtons } from './MoveButtons.tsx'
import { PackageSheet } from './PackageSheet.tsx'
import { Standing } from './ReferralList.tsx'
import { SightEndedNotice } from './ReferralStanding.tsx'
import { moveReceived, receivedReferralQuery } from './sharing.api.ts'
import { sharingWords } from './sharing.words.ts'

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
const isOurs = (move: string): move is MoveReceivedReferral['move'] => receivers.includes(move)

/** A referral that came in: what the client agreed to share, and what we answer. */
export function ReceivedReferralPage() {
  const t = useWords(sharingWords)
  const id = useRouteParam('receivedReferralId')
  const { data } = useSuspenseQuery(receivedReferralQuery(id))
  const { value: referral, version } = data
  const moves = referral.possible.filter(isOurs)
  return (
    <Page
      title={referral.fromAgency}
      tabTitle={t('came')}
      back={{ to: '/received-referrals', label: t('back') }}
      lead={
        <p>
          <Standing line={{ ...referral, sightEnded: referral.sightEnded !== null }} />
        </p>
      }
      actions={
        referral.inquiryId && (
          <LinkButton to={`/inquiries/${referral.inquiryId}`} look="main">
            {t('toContact')}
          </LinkButton>
        )
      }
    >
      <SightEndedNotice ended={referral.sightEnded} title={t('sightEndedHere')} />
      {moves.length > 0 && (
        <Section title={t('next')}>
          <MoveButtons
            referralId={id}
            possible={moves}
            acceptLead={t('acceptLead')}
            send={(move, said) =>
              moveReceived(
                id,
                { move, ...said, inquiryId: move === 'accept' ? crypto.randomUUID() : null },
                version,
              )
            }
          />
        </Section>
      )}
      <StandingFacts referral={referral} />
      {referral.contents && <PackageSheet contents={referral.contents} />}
      {referral.hash && <p className="fingerprint">{`${t('fingerprint')} ${referral.hash}`}</p>}
    </Page>
  )
}

function StandingFacts({ referral }: { referral: ReceivedReferralView }) {
  const t = useWords(sharingWords)
  const formats = useFormats()
  const { sentAt, replyBy, stateWords, outcome, takenBy } = referral
  return (
    <Facts
      facts={[
        { label: t('sent'), value: formats.moment(sentAt) },
        { label: t('replyBy'), value: formats.date(replyBy) },
        { label: t('answer'), value: takenBy && t('takenBy', { name: takenBy.name }) },
        { label: t('words'), value: outcome === '' ? stateWords : null },
        { label: t('outcome'), value: outcome },
      ]}
    />
  )
}
