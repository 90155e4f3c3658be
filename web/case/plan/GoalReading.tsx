import type { GoalSheet, PlanView, ServiceSheet } from '#contract/case/plan.ts'
import { goalStatus, goalTerm, planTrackLink } from '#contract/codes/index.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, Facts, Section, Table } from '#web/ui/index.ts'
import { goalWords } from './goal.words.ts'
import { childrenOf, rootsOf, under } from './goals.ts'
import { ladder, levelName } from './scale.ts'
import { workWords } from './work.words.ts'

/** The goals of a signed plan, each with its scale and the services under it. */
export function GoalReading({ plan }: { plan: PlanView }) {
  const t = useWords(goalWords)
  return (
    <Section title={t('goals')}>
      {rootsOf(plan.sheet.goals).map((goal) => (
        <ReadBranch key={goal.id} plan={plan} goal={goal} />
      ))}
      <ReadUnmet plan={plan} />
    </Section>
  )
}

/** What the plan leaves for later, and why. */
function ReadUnmet({ plan: { sheet, assessment } }: { plan: PlanView }) {
  const t = useWords(goalWords)
  const facts = sheet.unmetNeeds.map(({ needId, reason }) => ({
    label: assessment.masked
      ? t('masked')
      : (assessment.needs.find(({ id }) => id === needId)?.description ?? ''),
    value: assessment.masked ? t('masked') : reason,
  }))
  if (facts.length === 0) return null
  return (
    <>
      <h3>{t('unmet')}</h3>
      <Facts facts={facts} />
    </>
  )
}

type ReadProps = { plan: PlanView; goal: GoalSheet }

function ReadBranch({ plan, goal }: ReadProps) {
  return (
    <div className="goal-branch" data-term={goal.term}>
      <ReadGoal plan={plan} goal={goal} />
      <div className="goal-children">
        {childrenOf(plan.sheet.goals, goal).map((child) => (
          <ReadBranch key={child.id} plan={plan} goal={child} />
        ))}
      </div>
    </div>
  )
}

function ReadGoal({ plan, goal }: ReadProps) {
  const t = useWords(goalWords)
  const label = useLabel()
  const formats = useFormats()
  const status = plan.goalStatuses[goal.id]
  const needs = plan.assessment.needs
    .filter(({ id }) => goal.needIds.includes(id))
    .map(({ description }) => (plan.assessment.masked ? t('masked') : description))
  return (
    <article className="goal-card goal-read">
      <p className="page-actions">
        <Badge>{label(goalTerm, goal.term)}</Badge>
        {goal.trackLink && (
          <Badge>
            {[t('beside'), goal.trackTopic, label(planTrackLink, goal.trackLink)].filter(Boolean).join(' · ')}
          </Badge>
        )}
        {status && status !== 'proposed' && <Badge>{label(goalStatus, status)}</Badge>}
      </p>
      <h3 dir="auto">{goal.statement}</h3>
      <Facts
        facts={[
          { label: t('clientWords'), value: plan.assessment.masked ? t('masked') : goal.clientWords },
          { label: t('needs'), value: goal.term === 'long-term' ? formats.list([...new Set(needs)]) : '' },
          { label: t('indicator'), value: goal.indicator },
          { label: t('baseline'), value: plan.assessment.masked ? t('masked') : goal.baseline },
          { label: t('target'), value: goal.target },
          { label: t('dueOn'), value: goal.dueOn && formats.date(goal.dueOn) },
        ]}
      />
      {goal.weight > 0 && <ReadScale goal={goal} />}
      <ReadServices plan={plan} goal={goal} />
    </article>
  )
}

function ReadScale({ goal }: { goal: GoalSheet }) {
  const t = useWords(goalWords)
  const { language, formats } = useLanguage()
  const facts = ladder.map(({ level, place }) => ({
    label: levelName(level, language),
    value: goal.gasLevels[place],
  }))
  const standing = ladder.find(({ level }) => level === goal.baselineLevel)
  return (
    <details>
      <summary>{t('scale')}</summary>
      <Facts
        facts={[
          ...facts,
          { label: t('baselineLevel'), value: standing && levelName(standing.level, language) },
          { label: t('weight'), value: formats.number(goal.weight) },
        ]}
      />
    </details>
  )
}

function ReadServices({ plan, goal }: ReadProps) {
  const t = useWords(workWords)
  const { services } = under(plan.sheet, goal.id)
  if (services.length === 0) return null
  return (
    <>
      <h4>{t('services')}</h4>
      <ServiceTable services={services} />
    </>
  )
}

function ServiceTable({ services }: { services: readonly ServiceSheet[] }) {
  const t = useWords(workWords)
  return (
    <Table
      caption={t('services')}
      rows={services}
      rowKey={({ id }) => id}
      columns={[
        { key: 'content', header: t('content'), cell: ({ content }) => content },
        { key: 'form', header: t('form'), cell: ({ form }) => form },
        {
          key: 'frequency',
          header: t('frequency'),
          cell: ({ frequency, duration }) => `${frequency} · ${duration}`,
        },
        {
          key: 'place',
          header: t('place'),
          cell: ({ place, provider }) => [place, provider].filter(Boolean).join(' · '),
        },
      ]}
    />
  )
}
