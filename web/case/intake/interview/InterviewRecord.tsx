import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { InterviewView } from '#contract/case/interview.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { InWordsOf } from '#web/app/code-words.tsx'
import { caseKey, caseQuery } from '#web/case/overview/overview.api.ts'
import { WhyMasked } from '#web/case/overview/WhyMasked.tsx'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { Addenda } from '#web/case/timeline/Addenda.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Badge } from '#web/ui/index.ts'
import { addToInterview } from './interview.api.ts'
import { interviewWords } from './interview.words.ts'
import { InterviewText, OpenInterviewText } from './InterviewText.tsx'

/** The record to read, as it was signed, and what was added to it since. */
export function InterviewRecord({ interview }: { interview: InterviewView }) {
  const { id, caseId, addenda, abilities, state } = interview
  const queries = useQueryClient()
  return (
    <>
      <Heading interview={interview} />
      {interview.masked && <WhyMasked caseId={caseId} of="interview" />}
      <InWordsOf at={interview.signature?.at}>
        {interview.masked ? (
          <OpenInterviewText sheet={interview.sheet} />
        ) : (
          <InterviewText sheet={interview.sheet} />
        )}
      </InWordsOf>
      <OwnFields caseId={caseId} recordId={id} state={state} />
      {state === 'signed' && (
        <Addenda
          to={id}
          addenda={addenda}
          ability={abilities.addAddendum}
          add={async (addendum) => {
            await addToInterview(caseId, id, addendum)
            await queries.invalidateQueries({ queryKey: caseKey(caseId) })
          }}
        />
      )}
    </>
  )
}

/** When it was held, who signed it and when, and the fingerprint of what was signed. */
function Heading({ interview: { id, caseId, sheet, signature } }: { interview: InterviewView }) {
  const t = useWords(interviewWords)
  const formats = useFormats()
  const { data: caseView } = useSuspenseQuery(caseQuery(caseId))
  if (signature === null || sheet.heldFrom === null || sheet.heldUntil === null) return null
  return (
    <div className="signature-line">
      <p>{t('held', { from: formats.moment(sheet.heldFrom), until: formats.time(sheet.heldUntil) })}</p>
      <p>
        {t('written', { name: signature.by.name, when: formats.moment(signature.at) })}{' '}
        {signature.late && <Badge tone="warn">{t('late')}</Badge>}
      </p>
      {caseView.abilities.print === 'yes' && (
        <p>
          <Link to={`/cases/${caseId}/interviews/${id}/paper`}>{t('print')}</Link>
        </p>
      )}
      <details>
        <summary>{t('hash')}</summary>
        <code>{signature.hash}</code>
      </details>
    </div>
  )
}
