import { attainmentLevel } from '#contract/codes/index.ts'
import type { ClosingView } from '#contract/case/closing.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { LinkButton, SidePanel } from '#web/ui/index.ts'
import { Facts, todayHere } from '#web/ui/index.ts'
import { closingWords } from './closing.words.ts'

/** What the case reached, from what was already recorded: the ground of the decision. */
export function ReachedPanel({ view }: { view: ClosingView }) {
  const t = useWords(closingWords)
  const formats = useFormats()
  const { openedAt, contacts, hours, evaluation, satisfaction } = view.reached
  const say = (score: number) => formats.number(Math.round(score * 10) / 10)
  const score =
    evaluation?.t != null && evaluation.baseline != null
      ? t('scoreFrom', { now: say(evaluation.t), before: say(evaluation.baseline) })
      : null
  return (
    <SidePanel title={t('reachedTitle')}>
      <Facts
        facts={[
          { label: t('openedOn'), value: formats.date(todayHere(new Date(openedAt))) },
          { label: t('contacts'), value: t('contactCount', { count: contacts }) },
          { label: t('hours'), value: t('hourCount', { count: hours }) },
          { label: t('score'), value: score },
          {
            label: t('satisfaction'),
            value: satisfaction === null ? null : t('ofHundred', { score: Math.round(satisfaction) }),
          },
        ]}
      />
      <Goals view={view} />
      {!evaluation && <p className="field-hint">{t('noOutcome')}</p>}
      {!evaluation && view.abilities.submit === 'yes' && (
        <LinkButton to={`/cases/${view.caseId}/evaluation`}>{t('toEvaluation')}</LinkButton>
      )}
    </SidePanel>
  )
}

function Goals({ view }: { view: ClosingView }) {
  const t = useWords(closingWords)
  const { language } = useLanguage()
  const nameOf = (reached: number | null) => {
    const level = attainmentLevel.levels.find((one) => one === reached)
    return level === undefined ? t('notRated') : attainmentLevel.label(level, language)
  }
  return (
    <ul className="closing-goals">
      {view.reached.goals.map(({ id, statement, level }) => (
        <li key={id}>
          <span dir="auto">{statement}</span>
          <small>{nameOf(level)}</small>
        </li>
      ))}
    </ul>
  )
}
