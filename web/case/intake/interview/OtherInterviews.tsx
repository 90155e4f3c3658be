import { useSuspenseQuery } from '@tanstack/react-query'
import type { InterviewLine } from '#contract/case/interview.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Badge, Button, SidePanel } from '#web/ui/index.ts'
import { useOpening } from './useOpening.ts'
import { interviewsQuery } from './interview.api.ts'
import { interviewWords } from './interview.words.ts'

/** The other interviews of this case, and the way to record one more when it is time. */
export function OtherInterviews({ caseId, shown }: { caseId: string; shown: string }) {
  const t = useWords(interviewWords)
  const { data: list } = useSuspenseQuery(interviewsQuery(caseId))
  const others = list.rows.filter(({ id }) => id !== shown)
  const canOpen = list.abilities.open === 'yes'
  if (others.length === 0 && !canOpen) return null
  return (
    <SidePanel title={t('earlier')}>
      {others.length > 0 && (
        <ul>
          {others.map((line) => (
            <li key={line.id}>
              <Link to={`/cases/${caseId}/interviews/${line.id}`}>
                <LineText line={line} />
              </Link>
              {line.late && <Badge tone="warn">{t('late')}</Badge>}
            </li>
          ))}
        </ul>
      )}
      {canOpen && <OpenAnother caseId={caseId} />}
    </SidePanel>
  )
}

function LineText({ line }: { line: InterviewLine }) {
  const t = useWords(interviewWords)
  const formats = useFormats()
  const { name } = line.author
  if (line.state === 'draft' || line.heldFrom === null) return t('lineDraft', { name })
  return t('line', { when: formats.moment(line.heldFrom), name })
}

function OpenAnother({ caseId }: { caseId: string }) {
  const t = useWords(interviewWords)
  const go = useGo()
  const opening = useOpening(caseId)
  const open = () => opening.mutate(undefined, { onSuccess: () => go(`/cases/${caseId}/interview`) })
  return (
    <>
      <RefusalNote error={opening.error} />
      <Button onClick={open} busy={opening.isPending}>
        {t('another')}
      </Button>
    </>
  )
}
