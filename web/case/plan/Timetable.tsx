import type { PlanSheet } from '#contract/case/plan.ts'
import { responsibleParty } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Section, Timeline } from '#web/ui/index.ts'
import { workWords } from './work.words.ts'

/** The steps of a plan in the order of their deadlines: its timetable, never typed twice. */
export function Timetable({ sheet }: { sheet: Pick<PlanSheet, 'steps'> }) {
  const t = useWords(workWords)
  const label = useLabel()
  const formats = useFormats()
  const inOrder = sheet.steps
    .filter(({ what }) => what.trim() !== '')
    .toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'))
  const items = inOrder.map((step) => ({
    key: step.id,
    when: step.dueOn ? formats.shortDate(step.dueOn) : t('noDate'),
    ...(step.dueOn ? { dateTime: step.dueOn } : {}),
    title: step.what,
    body: [step.responsible && label(responsibleParty, step.responsible), step.responsibleName]
      .filter(Boolean)
      .join(' · '),
  }))
  return (
    <Section title={t('timetable')} {...(items.length === 0 ? { lead: t('noTimetable') } : {})}>
      {items.length > 0 && <Timeline items={items} />}
    </Section>
  )
}
