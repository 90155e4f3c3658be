import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ProcessRecordSheet } from '#contract/case/delivery.ts'
import { RefusedByServer } from '#web/app/api.ts'
import { useLanguage } from '#web/app/LanguageContext.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import { useDraftSheet } from '#web/app/useDraftSheet.ts'
import {
  keepDraft,
  keepInStep,
  recordQuery,
  saveRecord,
  type SeenRecord,
  signRecord,
} from './delivery.api.ts'

const sheetOf = ({ value, version }: SeenRecord) => ({ value: value.sheet, version })

/** The sheet of a record, saved as one writes, and its signing. `field` binds one field, with what the server said of it. */
export function useRecordSheet(seen: SeenRecord) {
  const queries = useQueryClient()
  const { language } = useLanguage()
  const { caseId, id, unfinished } = seen.value
  const kept = (answer: SeenRecord) => {
    keepDraft(queries, answer)
    return sheetOf(answer)
  }
  const draft = useDraftSheet<ProcessRecordSheet>({
    key: `process-record/${id}`,
    load: sheetOf(seen),
    save: async (value, version) => kept(await saveRecord(seen.value, value, version)),
    reload: async () => kept(await queries.fetchQuery({ ...recordQuery(caseId, id), staleTime: 0 })),
  })
  const sign = useMutation({
    mutationFn: async () => {
      const { version } = await draft.flush()
      return signRecord(seen.value, version)
    },
    onSuccess: (answer) => keepInStep(queries, answer),
  })
  // After a refused signature every field says what it lacks, until the saved sheet lacks it no more.
  const lacking = sign.error instanceof RefusedByServer ? unfinished : []
  const field = <Key extends keyof ProcessRecordSheet>(key: Key) => {
    const code = lacking.find(({ path }) => path === key)?.code
    const bound = draft.field(key)
    return {
      ...bound,
      id: key,
      error: bound.error ?? (code === undefined ? undefined : fieldSentenceFor(code, language)),
    }
  }
  return { draft, sign, field, lacking }
}

export type RecordTools = ReturnType<typeof useRecordSheet>
