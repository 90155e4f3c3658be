import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import {
  referralKind,
  referralReason,
  referralState,
  referralUrgency,
  referralWay,
  sightEnd,
} from '#contract/codes/index.ts'
import type { MoveReferral, ReferralView } from '#contract/sharing.ts'
import type { Versioned } from '#web/app/api.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, Loading, Notice, Section, Timeline, Written } from '#web/ui/index.ts'
import { LinksSection } from '#web/secure-links/LinksSection.tsx'
import { LetterSection } from './LetterSection.tsx'
import { MoveButtons } from './MoveButtons.tsx'
import { PackageSheet } from './PackageSheet.tsx'
import { Standing } from './ReferralList.tsx'
import { moveReferral, packageQuery } from './sharing.api.ts'
import { sharingWords } from './sharing.words.ts'

type MoveOf = MoveReferral['move']
const isMove = (move: string): move is MoveOf => move !== 'send' && move !== 'withdraw'

/** How a referral stands: what may be done next, what was answered, every step, and what was sent. */
export function ReferralStanding({ seen }: { seen: Versioned<ReferralView> }) {
  const t = useWords(sharingWords)
  const { value: referral, version } = seen
  const { id, person, possible, sheet, sent } = referral
  const moves = possible.filter(isMove)
  return (
    <>
      <SightEndedNotice ended={referral.sightEnded} title={t('sightEnded')} />
      {moves.length > 0 && (
        <Section title={t('next')} lead={sheet.way === 'agency' ? undefined : t('forReceiver')}>
          <MoveButtons
            referralId={id}
            possible={moves}
            send={(move, said) => moveReferral(person.id, id, { move, ...said }, version)}
          />
        </Section>
      )}
      {sheet.way === 'link' && sent && (
        <Suspense fallback={<Loading />}>
          <LinksSection personId={person.id} referralId={id} mayIssue={referral.abilities.link === 'yes'} />
        </Suspense>
      )}
      {sheet.way === 'paper' && sent && <LetterSection referral={referral} />}
      <Section title={t('state')}>
        <p>
          <Standing
            line={{ ...referral, urgency: sheet.urgency, sightEnded: referral.sightEnded !== null }}
          />
        </p>
        <StandingFacts referral={referral} />
      </Section>
      <Section title={t('steps')}>
        <Steps referral={referral} />
      </Section>
      {sent && (
        <Section title={t('whatIsSent')} lead={t('whatIsSentLead')}>
          <Suspense fallback={<Loading />}>
            <Sent referral={referral} />
          </Suspense>
        </Section>
      )}
    </>
  )
}

/** That, why and when a package is no longer seen. */
export function SightEndedNotice({ ended, title }: { ended: ReferralView['sightEnded']; title: string }) {
  const t = useWords(sharingWords)
  const label = useLabel()
  const formats = useFormats()
  if (!ended) return null
  return (
    <Notice tone="warn" title={title}>
      <p>{t('sightEndedWhen', { why: label(sightEnd, ended.why), when: formats.moment(ended.at) })}</p>
    </Notice>
  )
}

function StandingFacts({ referral }: { referral: ReferralView }) {
  const t = useWords(sharingWords)
  const label = useLabel()
  const formats = useFormats()
  const { sheet, sent, answer, confirmed, firstHelpOn, outcome, stateWords, state } = referral
  const by = ({ name, at }: { name: string; at: string }) => t('sentBy', { name, when: formats.moment(at) })
  return (
    <Facts
      facts={[
        { label: t('to'), value: sheet.receiverName },
        { label: t('way'), value: label(referralWay, sheet.way) },
        { label: t('contact'), value: sheet.receiverContact },
        { label: t('kind'), value: label(referralKind, sheet.kind) },
        { label: t('why'), value: label(referralReason, sheet.reason) },
        { label: t('urgent'), value: label(referralUrgency, sheet.urgency) },
        { label: t('sent'), value: sent && by({ name: sent.by.name, at: sent.at }) },
        { label: t('replyBy'), value: sheet.replyBy && formats.date(sheet.replyBy) },
        { label: t('answer'), value: answer && by({ name: answer.by, at: answer.at }) },
        {
          label: t('reason'),
          value: ['rejected', 'cancelled', 'on-hold', 'entered-in-error'].includes(state) ? stateWords : null,
        },
        { label: t('firstHelp'), value: firstHelpOn && formats.date(firstHelpOn) },
        { label: t('outcome'), value: outcome },
        { label: t('clientSaid'), value: confirmed?.words },
      ]}
    />
  )
}

function Steps({ referral: { steps } }: { referral: ReferralView }) {
  const label = useLabel()
  const formats = useFormats()
  const items = steps.map(({ move, state, name, words, at }) => ({
    key: `${at} ${move}`,
    when: formats.moment(at),
    dateTime: at,
    title: `${label(referralState, state)} · ${name}`,
    body: words === '' ? null : <Written>{words}</Written>,
  }))
  return <Timeline items={items} />
}

function Sent({ referral: { person, id } }: { referral: ReferralView }) {
  const t = useWords(sharingWords)
  const { data } = useSuspenseQuery(packageQuery(person.id, id))
  return (
    <>
      <PackageSheet contents={data.contents} />
      {data.hash && <p className="fingerprint">{`${t('fingerprint')} ${data.hash}`}</p>}
    </>
  )
}
