import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { WorkerLine } from '#contract/agencies.ts'
import { useProof } from '#web/access/useProof.tsx'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
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
  // One id for the life of the sheet: adding again after a lost answer adds nobody twice.
  const typed = useTyped(`worker/${worker?.id ?? 'new'}`, () => begun(worker), worker?.version)
  const { answers } = typed.value
  const saving = useSaving(worker, typed, close)
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
        <Sheet label={title} onSubmit={() => saving.mutate(typed.value)} actions={actions}>
          <TypedBefore typed={typed} />
          <RefusalNote error={saving.error} />
          <WorkerFields
            known={worker}
            workers={workers}
            answers={answers}
            change={(given) => typed.change({ answers: { ...answers, ...given } })}
            errorOf={errorOf}
          />
        </Sheet>
        {worker?.active && <WorkerSignIn workerId={worker.id} proving={proving} />}
      </Dialog>
      {proof}
    </>
  )
}

type Written = Readonly<{ id: string; answers: WorkerAnswers }>

const begun = (worker: WorkerLine | null): Written => ({
  id: crypto.randomUUID(),
  answers: answersOf(worker),
})

function useSaving(worker: WorkerLine | null, typed: Typed<Written>, close: () => void) {
  const { language } = useLanguage()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, answers }: Written) =>
      worker
        ? changeWorker(worker.id, changeFrom(answers), typed.version)
        : addWorker(newWorkerFrom(id, language, answers)),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: workersQuery.queryKey })
      close()
    },
    // A colleague was faster: what they wrote is loaded, and what is typed laid over it.
    onError: () => queries.invalidateQueries({ queryKey: workersQuery.queryKey }),
  })
}
