import type { AssessmentGround } from '#contract/case/plan.ts'
import { priority } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Button, LongTextField, SidePanel } from '#web/ui/index.ts'
import { goalWords } from './goal.words.ts'
import { newGoal } from './goals.ts'
import { usePlanTools } from './plan-tools.ts'

/** What the assessment found, beside the plan: each need, and whether a goal answers it yet. */
export function NeedsPanel({ ground }: { ground: AssessmentGround }) {
  const t = useWords(goalWords)
  const { sheet, change } = usePlanTools()
  const isMet = (needId: string) => sheet.goals.some(({ needIds }) => needIds.includes(needId))
  const setGoal = (needId: string) =>
    change({ goals: [...sheet.goals, newGoal('long-term', null, [needId])] })
  return (
    <>
      <SidePanel title={t('needsTitle')}>
        <ul className="plain-list">
          {ground.needs.map((need, index) => (
            <li key={need.id} id={`needs.${index}`} tabIndex={-1}>
              <NeedLine need={need} isMet={isMet(need.id)} setGoal={() => setGoal(need.id)} />
              {need.priority === 'high' && !isMet(need.id) && <WhyNone needId={need.id} />}
            </li>
          ))}
        </ul>
      </SidePanel>
      <Found title={t('strengths')} lines={ground.strengths} />
      <Found title={t('problems')} lines={ground.problems} />
    </>
  )
}

/** A need of high priority that has no goal now says why. */
function WhyNone({ needId }: { needId: string }) {
  const t = useWords(goalWords)
  const { sheet, change } = usePlanTools()
  const others = sheet.unmetNeeds.filter((unmet) => unmet.needId !== needId)
  const write = (reason: string) =>
    change({ unmetNeeds: reason === '' ? others : [...others, { needId, reason }] })
  return (
    <LongTextField
      id={`unmet-${needId}`}
      label={t('whyNone')}
      hint={t('whyNoneHint')}
      rows={2}
      value={sheet.unmetNeeds.find((unmet) => unmet.needId === needId)?.reason ?? ''}
      onChange={write}
    />
  )
}

type NeedLineProps = { need: AssessmentGround['needs'][number]; isMet: boolean; setGoal: () => void }

function NeedLine({ need, isMet, setGoal }: NeedLineProps) {
  const t = useWords(goalWords)
  const label = useLabel()
  return (
    <>
      <p dir="auto">{need.description}</p>
      {need.clientWords && (
        <blockquote className="client-words" dir="auto">
          {need.clientWords}
        </blockquote>
      )}
      <p className="page-actions">
        {need.priority && <Badge>{label(priority, need.priority)}</Badge>}
        <Badge {...(isMet ? { tone: 'done' } : {})}>{isMet ? t('hasGoal') : t('noGoal')}</Badge>
        {!isMet && (
          <Button look="quiet" onClick={setGoal}>
            {t('setGoal')}
          </Button>
        )}
      </p>
    </>
  )
}

function Found({ title, lines }: { title: string; lines: AssessmentGround['strengths'] }) {
  if (lines.length === 0) return null
  return (
    <SidePanel title={title}>
      <ul>
        {lines.map(({ id, description }) => (
          <li key={id} dir="auto">
            {description}
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}
