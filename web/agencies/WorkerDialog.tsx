import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkerLine } from '#contract/agencies.ts'
import { useProof } from '#web/access/useProof.tsx'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Dialog, Sheet } from '#web/ui/index.ts'
import { addWorker, changeWorker, workersQuery } from './agencies.api.ts'
import { agenciesWords } from './agencies.words.ts'
import { useRefusedFields } from './useRefusedFields.ts'
import { answersOf, changeFrom, newWorkerFrom, type WorkerAnswers } from './worker-answers.ts'
import { WorkerFields } from './WorkerFields.tsx'
import { WorkerSignIn } from './WorkerSignIn.tsx'

type WorkerDialogProps = { worker: WorkerLine | null; workers: readonly WorkerLine[]; close: () => void }

/** Adds a colleague, or changes one. */
export function WorkerDialog({ worker, workers, close }: WorkerDialogProps) {
  const t = useWords(agenciesWords)
  const [answers, setAnswers] = useState(() => answersOf(worker))
  const saving = useSaving(worker, close)
  const errorOf = useRefusedFields(saving.error)
  const { proving, dialog: proof } = useProof()
  const title = worker ? t('editTitle', { name: worker.name }) : t('add')
  const actions = (
    <>
      <Button type="submit" look="main" busy={saving.isPending}>
        {worker ? t('save') : t('add')}
      </Button>
      <Button look="quiet" onClick={close}>
        {t('close')}
      </Button>
    </>
  )
  return (
    <>
      <Dialog open title={title} onClose={close}>
        <Sheet label={title} onSubmit={() => saving.mutate(answers)} actions={actions}>
          <RefusalNote error={saving.error} />
          <WorkerFields
            known={worker}
            workers={workers}
            answers={answers}
            change={(given) => setAnswers({ ...answers, ...given })}
            errorOf={errorOf}
          />
        </Sheet>
        {worker?.active && <WorkerSignIn workerId={worker.id} proving={proving} />}
      </Dialog>
      {proof}
    </>
  )
}

function useSaving(worker: WorkerLine | null, close: () => void) {
  const { language } = useLanguage()
  const queries = useQueryClient()
  // One id for the life of the sheet: adding again after a lost answer adds nobody twice.
  const [id] = useState(() => crypto.randomUUID())
  return useMutation({
    mutationFn: (answers: WorkerAnswers) =>
      worker
        ? changeWorker(worker.id, changeFrom(answers), worker.version)
        : addWorker(newWorkerFrom(id, language, answers)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: workersQuery.queryKey })
      close()
    },
  })
}
