import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RefusedByServer } from '#web/app/api.ts'
import { useLanguage } from '#web/app/LanguageContext.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

/** An act on one step: sends it, reads the case anew, closes the dialog; and what the server said of its fields. */
export function useStepAct<Body>(caseId: string, send: (body: Body) => Promise<unknown>, close: () => void) {
  const queries = useQueryClient()
  const { language } = useLanguage()
  const act = useMutation({
    mutationFn: send,
    onSuccess: close,
    // Refused because a colleague was quicker, the step is read anew too.
    onSettled: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  })
  const fields = act.error instanceof RefusedByServer ? act.error.fields : []
  const errorOf = (field: string) => {
    const code = fields.find(({ path }) => path === field)?.code
    return code === undefined ? undefined : fieldSentenceFor(code, language)
  }
  return { act, errorOf }
}
