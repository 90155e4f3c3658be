import { useMutation } from '@tanstack/react-query'
import { exceptionGround, statutoryGrounds } from '#contract/codes/index.ts'
import type { RecordException } from '#contract/consent.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, LongTextField, Sheet, TextField } from '#web/ui/index.ts'
import { recordException, type Whose } from './consent.api.ts'
import { consentWords } from './consent.words.ts'
import { ReceiversField, SectionsField } from './scope.tsx'
import { useAfterConsent } from './useAfterConsent.ts'

type Writing = Omit<RecordException, 'ground'> & { ground: RecordException['ground'] | null }

const nothingYet = (caseId: string | null): Writing => ({
  id: crypto.randomUUID(),
  caseId,
  inquiryId: null,
  ground: null,
  legalBasis: '',
  reason: '',
  sections: [],
  receivers: [],
})

/** Writes down what is done without consent: the ground, the law where one demands it, and why. */
export function ExceptionForm({ whose, onDone }: { whose: Whose; onDone: () => void }) {
  const t = useWords(consentWords)
  const grounds = useChoices(exceptionGround)
  const typed = useTyped(`exception/${whose.personId}/${whose.caseId}`, () => nothingYet(whose.caseId))
  const { value: writing } = typed
  const refresh = useAfterConsent(whose)
  const saving = useMutation({
    mutationFn: (ground: RecordException['ground']) =>
      recordException(whose.personId, { ...writing, ground }),
    onSuccess: async () => {
      typed.forget()
      await refresh()
      onDone()
    },
  })
  const errorOf = useRefusedFields(saving.error)
  const set =
    <Key extends keyof Writing>(key: Key) =>
    (value: Writing[Key]) =>
      typed.set({ ...writing, [key]: value })
  const { ground } = writing
  return (
    <Sheet
      label={t('except')}
      onSubmit={() => ground && saving.mutate(ground)}
      actions={
        <>
          <Button
            type="submit"
            look="main"
            busy={saving.isPending}
            disabled={ground === null || writing.reason.trim() === ''}
          >
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <ChoiceField
        label={t('ground')}
        choices={grounds}
        shape="pills"
        required
        value={ground}
        onChange={set('ground')}
      />
      {ground !== null && statutoryGrounds.includes(ground) && (
        <TextField
          id="legalBasis"
          label={t('legalBasis')}
          hint={t('legalBasisHint')}
          required
          maxLength={400}
          value={writing.legalBasis}
          onChange={set('legalBasis')}
          error={errorOf('legalBasis')}
        />
      )}
      <LongTextField label={t('what')} required value={writing.reason} onChange={set('reason')} />
      <SectionsField label={t('sections')} value={writing.sections} onChange={set('sections')} />
      <ReceiversField label={t('told')} value={writing.receivers} onChange={set('receivers')} />
      <RefusalNote error={saving.error} labels={{ legalBasis: t('legalBasis'), receivers: t('told') }} />
    </Sheet>
  )
}
