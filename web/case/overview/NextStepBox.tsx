import type { CaseView } from '#contract/case/overview.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { LinkButton, todayHere } from '#web/ui/index.ts'
import { taskWords } from '#web/workday/task.words.ts'
import { OwnWork } from '#web/case/own-fields/OwnWork.tsx'
import { overviewWords } from './overview.words.ts'

/** The one next step of the case: what, until when, whose. For whoever owns it, the main action of the page. */
export function NextStepBox({ caseView: { id, nextStep } }: { caseView: CaseView }) {
  const t = useWords(overviewWords)
  const task = useWords(taskWords)
  const formats = useFormats()
  const me = useMe()
  if (!nextStep) return <p className="section-lead">{t('nothingNext')}</p>
  const { kind, dueAt, owner, where, own } = nextStep
  const mine = owner.id === me.worker.id
  const day = dueAt && todayHere(new Date(dueAt))
  return (
    <>
      {own ? (
        <OwnWork caseId={id} taskId={own.taskId} names={own.names} mine={mine} />
      ) : (
        <LinkButton to={`/cases/${id}/${where}`} look={mine ? 'main' : 'plain'}>
          {task(kind)}
        </LinkButton>
      )}
      <p className="next-note" data-late={day && day < todayHere() ? true : undefined}>
        {[day && formats.dueDay(day), mine ? t('yours') : t('owner', { name: owner.name })]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}
