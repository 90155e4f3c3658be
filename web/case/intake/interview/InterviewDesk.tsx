import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { InterviewSheet, InterviewView } from '#contract/case/interview.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useWords } from '#web/app/LanguageContext.tsx'
import { type DraftSheet, useDraftSheet } from '#web/app/useDraftSheet.ts'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { caseKey } from '#web/case/overview/overview.api.ts'
import { ActionButton, Notice } from '#web/ui/index.ts'
import { ActRefusal } from '../ActRefusal.tsx'
import { allSaved } from '../saved.ts'
import { InterviewFields } from './InterviewFields.tsx'
import { interviewQuery, saveInterview, signInterview } from './interview.api.ts'
import { interviewWords } from './interview.words.ts'
import { answeredTasks } from './tasks.ts'
import { SignDialog } from './SignDialog.tsx'
import { useInterviewFacts } from './useInterviewFacts.ts'
import { useInterviewLabels } from './useInterviewLabels.ts'

type InterviewDeskProps = { interview: InterviewView; sheet: DraftSheet<InterviewSheet> }

/** The record of an interview, saved as one writes, and signed at the end. */
export function InterviewDesk({ interview, sheet }: InterviewDeskProps) {
  const t = useWords(interviewWords)
  const labels = useInterviewLabels()
  const factOf = useInterviewFacts()
  const [asking, setAsking] = useState(false)
  const signing = useSigning(interview, sheet)
  const sign = () => {
    setAsking(false)
    signing.mutate()
  }
  const button = (
    <ActionButton
      ability={interview.abilities.sign}
      look="main"
      busy={signing.isPending}
      onClick={() => setAsking(true)}
    >
      {t('sign')}
    </ActionButton>
  )
  return (
    <DraftSheetForm
      sheet={sheet}
      labels={labels}
      actions={button}
      show={(field, value) => factOf(value, field).value || '–'}
    >
      <ActRefusal
        error={signing.error}
        labels={labels}
        now={{ ...sheet.value, tasksDone: answeredTasks(sheet.value) }}
      />
      {interview.lateAlready && (
        <Notice tone="warn">{t('lateAlready', { hours: interview.lateAfterHours })}</Notice>
      )}
      <InterviewFields sheet={sheet} refused={signing.error} />
      {asking && (
        <SignDialog
          heldUntil={sheet.value.heldUntil}
          hours={interview.lateAfterHours}
          sign={sign}
          close={() => setAsking(false)}
        />
      )}
      <OwnFields
        caseId={interview.caseId}
        recordId={interview.id}
        state={interview.state}
        error={signing.error}
      />
    </DraftSheetForm>
  )
}

/** The sheet of an interview, bound to its draft. */
export function useInterviewSheet({ id, caseId, ...interview }: InterviewView): DraftSheet<InterviewSheet> {
  const queries = useQueryClient()
  const query = interviewQuery(caseId, id)
  const asDraft = (view: Pick<InterviewView, 'sheet' | 'version'>) => ({
    value: view.sheet,
    version: view.version,
  })
  return useDraftSheet<InterviewSheet>({
    key: `interview/${id}`,
    load: asDraft(interview),
    save: async (value, version) => {
      const saved = await saveInterview(caseId, id, value, version)
      queries.setQueryData(query.queryKey, saved.value)
      return asDraft(saved.value)
    },
    reload: async () => asDraft(await queries.fetchQuery({ ...query, staleTime: 0 })),
  })
}

/** Brings everything to the server, then signs it; the whole case is seen anew, for its stage may have changed. */
function useSigning({ id, caseId }: InterviewView, sheet: DraftSheet<InterviewSheet>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => signInterview(caseId, id, await allSaved(sheet)),
    onSuccess: ({ value }) => {
      queries.setQueryData(interviewQuery(caseId, id).queryKey, value)
      return queries.invalidateQueries({ queryKey: caseKey(caseId) })
    },
  })
}
