import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

type EvidenceForm<Value> = {
  caseId: string
  /** Names the form and its record. */
  key: string
  nothing: () => Value
  /** Sends what is typed, or says that it is not whole. */
  send: (value: Value) => Promise<unknown> | null
  onDone: () => void
}

/** A form of collected data: kept while one types, sent whole; then everything of the case is read anew. */
export function useEvidenceForm<Value extends object>(form: EvidenceForm<Value>) {
  const queries = useQueryClient()
  const typed: Typed<Value> = useTyped(form.key, form.nothing)
  const saving = useMutation({
    mutationFn: async () => {
      await form.send(typed.value)
    },
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: caseKey(form.caseId) })
      form.onDone()
    },
  })
  const errorOf = useRefusedFields(saving.error)
  const field = <Key extends keyof Value & string>(key: Key) => ({
    value: typed.value[key],
    onChange: (value: Value[Key]) => typed.set({ ...typed.value, [key]: value }),
  })
  return { typed, saving, errorOf, field }
}
