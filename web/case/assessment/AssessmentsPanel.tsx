import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { assessmentKind } from '#contract/codes/index.ts'
import type { AssessmentLine } from '#contract/case/assessment.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { awaitedWords } from '#web/case/overview/awaited.words.ts'
import { MoreButton, SidePanel, todayHere } from '#web/ui/index.ts'
import { assessmentsQuery } from './assessment.api.ts'
import { assessmentWords } from './assessment.words.ts'
import { compareWords } from './compare.words.ts'
import { assessmentPlace, besidePlace } from './places.ts'

/** All assessments of the case, newest first; the one now shown is marked. Draws nothing while there is only one. */
export function AssessmentsPanel({ caseId, shownId }: { caseId: string; shownId: string }) {
  const t = useWords(assessmentWords)
  const say = useWords(compareWords)
  const list = useSuspenseInfiniteQuery(assessmentsQuery(caseId))
  const lines = list.data.pages.flatMap(({ rows }) => rows)
  if (lines.length < 2) return null
  return (
    <SidePanel title={t('all')}>
      <ul className="assessment-list">
        {lines.map((line) => (
          <li key={line.id}>
            <Line caseId={caseId} line={line} shown={line.id === shownId} />
            {line.id !== shownId && <Link to={besidePlace(caseId, shownId, line.id)}>{say('compare')}</Link>}
          </li>
        ))}
      </ul>
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </SidePanel>
  )
}

function Line({ caseId, line, shown }: { caseId: string; line: AssessmentLine; shown: boolean }) {
  const t = useWords(assessmentWords)
  const say = useWords(awaitedWords)
  const formats = useFormats()
  const label = useLabel()
  const when = formats.date(line.heldOn ?? todayHere(new Date(line.openedAt)))
  const name = `${label(assessmentKind, line.kind)} · ${when}`
  return (
    <>
      {shown ? <strong>{name}</strong> : <Link to={assessmentPlace(caseId, line.id)}>{name}</Link>}
      {line.awaited.length > 0 && (
        <small>{`${say('waiting')}: ${formats.list(line.awaited.map(({ name: whose }) => whose))}`}</small>
      )}
      <small>{shown ? `${t(line.state)} · ${t('present')}` : t(line.state)}</small>
    </>
  )
}
