import type { ClosingSheet, ClosingView } from '#contract/case/closing.ts'
import { closingReaction, closingReadiness, closingReason, followUpWay } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, Section, useUiWords } from '#web/ui/index.ts'
import { closingWords } from './closing.words.ts'

type Props = { sheet: ClosingSheet }

/** What was written, to read. */
export function ClosingText({ view: { sheet } }: { view: ClosingView }) {
  return (
    <>
      <Ending sheet={sheet} />
      <Achieved sheet={sheet} />
      <Parting sheet={sheet} />
      <Afterwards sheet={sheet} />
    </>
  )
}

/** What was ticked, one below the other. */
function Lines({ of }: { of: readonly string[] }) {
  return of.map((line) => (
    <span key={line} className="closing-line">
      {line}
    </span>
  ))
}

function Ending({ sheet }: Props) {
  const t = useWords(closingWords)
  const label = useLabel()
  const formats = useFormats()
  const readiness = sheet.readiness.map((one) => label(closingReadiness, one))
  return (
    <Section title={t('ending')}>
      <Facts
        facts={[
          {
            label: t('reason'),
            value: sheet.reason && <strong>{label(closingReason, sheet.reason)}</strong>,
          },
          { label: t('reasonNote'), value: sheet.reasonNote },
          { label: t('readiness'), value: <Lines of={readiness} /> },
          { label: t('announcedOn'), value: sheet.announcedOn && formats.date(sheet.announcedOn) },
        ]}
      />
    </Section>
  )
}

function Achieved({ sheet }: Props) {
  const t = useWords(closingWords)
  const written = ['mainProblem', 'outcome', 'gap', 'clientView', 'lessons'] as const
  return (
    <Section title={t('achieved')}>
      <Facts facts={written.map((key) => ({ label: t(key), value: sheet[key] }))} />
    </Section>
  )
}

/** Draws nothing where there was nobody to part from. */
function Parting({ sheet }: Props) {
  const t = useWords(closingWords)
  const label = useLabel()
  const { reactions, reactionCare, review, future } = sheet
  if (reactions.length === 0 && review === '') return null
  return (
    <Section title={t('parting')}>
      <Facts
        facts={[
          {
            label: t('reactions'),
            value: <Lines of={reactions.map((one) => label(closingReaction, one))} />,
          },
          { label: t('reactionCare'), value: reactionCare },
          { label: t('review'), value: review },
          { label: t('future'), value: future },
        ]}
      />
    </Section>
  )
}

function Afterwards({ sheet }: Props) {
  const t = useWords(closingWords)
  const ui = useUiWords()
  const label = useLabel()
  const formats = useFormats()
  const months = sheet.followUpMonths.map((count) => t('month', { count }))
  const follows = months.length > 0
  return (
    <Section title={t('afterwards')}>
      <Facts
        facts={[
          { label: t('referred'), value: sheet.referred === null ? null : sheet.referred ? ui.yes : ui.no },
          { label: t('referralNote'), value: sheet.referralNote },
          { label: t('caregiver'), value: sheet.caregiver },
          { label: t('followUpMonths'), value: formats.list(months) },
          {
            label: t('followUpWay'),
            value: follows && sheet.followUpWay && label(followUpWay, sheet.followUpWay),
          },
          { label: t('noFollowUpReason'), value: follows ? '' : sheet.noFollowUpReason },
        ]}
      />
    </Section>
  )
}
