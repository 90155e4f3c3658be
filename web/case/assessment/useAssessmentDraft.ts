import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssessmentSheet, AssessmentView } from '#contract/case/assessment.ts'
import { RefusedByServer } from '#web/app/api.ts'
import { same } from '#web/app/draft.ts'
import { useLanguage } from '#web/app/LanguageContext.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import { useDraftSheet } from '#web/app/useDraftSheet.ts'
import { assessmentQuery, keepDraft, keepInStep, saveAssessment, signAssessment } from './assessment.api.ts'
import { valueAt, type AssessmentFields } from './fields.ts'

const sheetOf = (view: AssessmentView) => ({ value: view.sheet, version: view.version })

/** An assessment being written: saved as one writes, and signed when it is whole. */
export function useAssessmentDraft(view: AssessmentView) {
  const queries = useQueryClient()
  const { id, case: ofCase } = view
  const draft = useDraftSheet<AssessmentSheet>({
    key: `assessment/${id}`,
    load: sheetOf(view),
    save: async (value, version) => {
      const seen = await saveAssessment(ofCase.id, id, value, version)
      keepDraft(queries, seen)
      return sheetOf(seen.value)
    },
    reload: async () =>
      sheetOf((await queries.fetchQuery({ ...assessmentQuery(ofCase.id, id), staleTime: 0 })).value),
  })
  const [asked, setAsked] = useState(view.sheet)
  const signing = useMutation({
    mutationFn: async () => {
      const { state, value, version } = await draft.flush()
      setAsked(value)
      // What stands in the way of saving is already said on the sheet itself.
      return state === 'saved' ? signAssessment(ofCase.id, id, version) : null
    },
    onSuccess: (seen) => (seen ? keepInStep(queries, seen) : undefined),
  })
  const gapAt = useGaps(signing.error, asked, draft.value)
  const errorAt = (path: string) => draft.errorsFor(path) ?? gapAt(path)
  const fields: AssessmentFields = {
    sheet: draft.value,
    set: draft.set,
    field: (key) => ({ ...draft.field(key), error: errorAt(key) }),
    errorAt,
  }
  return { draft, signing, fields }
}

/** What a refused signature found missing, field by field; silent once the field was touched. */
function useGaps(error: unknown, asked: AssessmentSheet, now: AssessmentSheet) {
  const { language } = useLanguage()
  const gaps = error instanceof RefusedByServer ? error.fields : []
  return (path: string) => {
    const gap = gaps.find((one) => one.path === path)
    if (!gap || !same(valueAt(asked, path), valueAt(now, path))) return undefined
    return fieldSentenceFor(gap.code, language)
  }
}
