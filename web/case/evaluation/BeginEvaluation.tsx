import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { evaluationKind, type EvaluationKind } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, ChoiceField, Sheet } from '#web/ui/index.ts'
import { keepInStep, openEvaluation } from './evaluation.api.ts'
import { evaluationWords } from './evaluation.words.ts'

/** Chooses what is evaluated and begins: the sheet opens at once. `again` keeps the button quiet. */
export function BeginEvaluation({ caseId, again = false }: { caseId: string; again?: boolean }) {
  const t = useWords(evaluationWords)
  const queries = useQueryClient()
  const go = useGo()
  const kinds = useChoices(evaluationKind)
  const [kind, setKind] = useState<EvaluationKind>('outcome')
  // One id for all attempts: a repeated try opens nothing twice.
  const [id] = useState(() => crypto.randomUUID())
  const beginning = useMutation({
    mutationFn: () => openEvaluation(caseId, { id, kind }),
    onSuccess: async (seen) => {
      await keepInStep(queries, seen)
      go(`/cases/${caseId}/evaluation`)
    },
  })
  return (
    <Sheet
      label={t('begin')}
      onSubmit={() => beginning.mutate()}
      actions={
        <Button type="submit" look={again ? 'plain' : 'main'} busy={beginning.isPending}>
          {again ? t('again') : t('begin')}
        </Button>
      }
    >
      <RefusalNote error={beginning.error} />
      <ChoiceField label={t('kind')} choices={kinds} value={kind} onChange={setKind} />
    </Sheet>
  )
}
