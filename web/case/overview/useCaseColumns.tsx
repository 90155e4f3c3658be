import type { CaseLine } from '#contract/case/overview.ts'
import { stage } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { PersonName, todayHere, type Column } from '#web/ui/index.ts'
import { taskWords } from '#web/workday/task.words.ts'
import { CaseAlerts } from './CaseAlerts.tsx'
import { overviewWords } from './overview.words.ts'

/** The columns of a caseload; whose case it is only where it may be another's. */
export function useCaseColumns(withManager: boolean): Column<CaseLine>[] {
  const t = useWords(overviewWords)
  const task = useWords(taskWords)
  const label = useLabel()
  const formats = useFormats()
  const columns: Column<CaseLine>[] = [
    { key: 'person', header: t('person'), cell: (line) => <PersonCell line={line} /> },
    {
      key: 'number',
      header: t('number'),
      cell: ({ number }) => <span className="case-number">{number}</span>,
    },
    { key: 'stage', header: t('stage'), cell: (line) => label(stage, line.stage) },
    { key: 'next', header: t('next'), cell: ({ next }) => next && task(next.kind) },
    {
      key: 'due',
      header: t('due'),
      cell: ({ next }) => next && formats.dueDay(todayHere(new Date(next.dueAt))),
    },
  ]
  const manager: Column<CaseLine> = {
    key: 'manager',
    header: t('manager'),
    cell: (line) => <PersonName>{line.manager.name}</PersonName>,
  }
  return withManager ? [...columns, manager] : columns
}

function PersonCell({ line }: { line: CaseLine }) {
  const formats = useFormats()
  return (
    <span className="case-person">
      <Link to={`/cases/${line.id}`}>
        <PersonName>{line.clientName}</PersonName>
      </Link>
      {line.clientBirthDate && <small>{formats.age(line.clientBirthDate)}</small>}
      {line.emergency && line.state === 'open' && <CaseAlerts alerts={['emergency']} />}
    </span>
  )
}
