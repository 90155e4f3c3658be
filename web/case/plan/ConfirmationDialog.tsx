import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { GivePlanConfirmation, PlanView } from '#contract/case/plan.ts'
import { type Confirmer, confirmationWay } from '#contract/codes/index.ts'
import { RefusedByServer } from '#web/app/api.ts'
import { useChoices, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, Dialog, LongTextField, MomentField, TextField } from '#web/ui/index.ts'
import { confirmWords } from './confirm.words.ts'
import { confirmPlan, keepInStep } from './plan.api.ts'

type ConfirmationDialogProps = { who: Confirmer; plan: PlanView; close: () => void }

/** Records in which way somebody confirmed, when, and what they said. */
export function ConfirmationDialog({ who, plan, close }: ConfirmationDialogProps) {
  const t = useWords(confirmWords)
  const queries = useQueryClient()
  const typed = useTyped(`plan-confirmation/${plan.id}/${who}`, () => begun(who, plan))
  const { value: given, set: change } = typed
  const keeping = useMutation({
    mutationFn: () => confirmPlan(plan, given),
    onSuccess: async (seen) => {
      typed.forget()
      await keepInStep(queries, seen)
      close()
    },
  })
  const buttons = (
    <>
      <Button look="main" busy={keeping.isPending} onClick={() => keeping.mutate()}>
        {t('keep')}
      </Button>
      <Button onClick={close}>{t('cancel')}</Button>
    </>
  )
  return (
    <Dialog open title={t('recordOf', { who: t(who) })} onClose={close} actions={buttons}>
      <div className="dialog-fields">
        <RefusalNote error={keeping.error} />
        <TypedBefore typed={typed} />
        <ConfirmationFields plan={plan} given={given} change={change} refused={keeping.error} />
      </div>
    </Dialog>
  )
}

const minuteNow = () => `${new Date().toISOString().slice(0, 16)}:00.000Z`

const begun = (givenAs: Confirmer, { client, confirmationNeed }: PlanView): GivePlanConfirmation => ({
  id: crypto.randomUUID(),
  givenAs,
  personId: givenAs === 'client' ? client.id : (confirmationNeed.guardians[0]?.id ?? client.id),
  way: 'signature',
  witness: '',
  said: '',
  givenAt: minuteNow(),
})

type FieldsProps = {
  plan: PlanView
  given: GivePlanConfirmation
  change: (given: GivePlanConfirmation) => void
  refused: Error | null
}

function ConfirmationFields({ plan, given, change, refused }: FieldsProps) {
  const t = useWords(confirmWords)
  const { language } = useLanguage()
  const ways = useChoices(confirmationWay)
  const set = (part: Partial<GivePlanConfirmation>) => change({ ...given, ...part })
  const errorOf = (field: string) => {
    const fields = refused instanceof RefusedByServer ? refused.fields : []
    const code = fields.find(({ path }) => path === field)?.code
    return code === undefined ? undefined : fieldSentenceFor(code, language)
  }
  const people = plan.confirmationNeed.guardians.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      {given.givenAs === 'guardian' && people.length > 1 && (
        <ChoiceField
          label={t('who')}
          choices={people}
          value={given.personId}
          onChange={(personId) => set({ personId })}
        />
      )}
      <ChoiceField label={t('way')} choices={ways} value={given.way} onChange={(way) => set({ way })} />
      {given.way === 'oral-with-witness' && (
        <TextField
          label={t('witness')}
          hint={t('witnessHint')}
          required
          value={given.witness}
          onChange={(witness) => set({ witness })}
          error={errorOf('witness')}
        />
      )}
      <MomentField
        label={t('givenAt')}
        value={given.givenAt}
        onChange={(givenAt) => set({ givenAt: givenAt ?? minuteNow() })}
        error={errorOf('givenAt')}
      />
      <LongTextField
        label={t('said')}
        hint={t('saidHint')}
        rows={2}
        value={given.said}
        onChange={(said) => set({ said })}
        error={errorOf('said')}
      />
    </>
  )
}
