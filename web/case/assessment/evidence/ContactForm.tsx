import type { RecordCollectionContact } from '#contract/case/evidence.ts'
import { collectionContactKind, receiverKind, sensitiveKind } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import {
  CheckField,
  ChoiceField,
  DateField,
  FieldRow,
  LongTextField,
  ManyChoicesField,
  TextField,
  todayHere,
} from '#web/ui/index.ts'
import { type ContactTyped, contactFrom, noContact } from './contact-typed.ts'
import { recordContact } from './evidence.api.ts'
import { EvidenceSheet } from './EvidenceSheet.tsx'
import { recordWords } from './record.words.ts'
import { useEvidenceForm } from './useEvidenceForm.ts'

/** A visit, a group discussion or a consultation with what was found, written down once. */
export function ContactForm({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const t = useWords(recordWords)
  const kinds = useChoices(collectionContactKind)
  const sensitive = useChoices(sensitiveKind).filter(({ value }) => value !== 'under-fourteen')
  const { typed, saving, errorOf, field } = useEvidenceForm<ContactTyped>({
    caseId,
    key: `collection-contact/${caseId}`,
    nothing: () => noContact(todayHere()),
    send: (value) => {
      const contact = contactFrom(value)
      return contact && recordContact(caseId, contact)
    },
    onDone,
  })
  const isConsultation = typed.value.kind === 'consultation'
  return (
    <EvidenceSheet
      label={t('addContact')}
      busy={saving.isPending}
      ready={contactFrom(typed.value) !== null}
      onSave={() => saving.mutate()}
      onCancel={onDone}
    >
      <TypedBefore typed={typed} />
      <ChoiceField label={t('kind')} required choices={kinds} {...field('kind')} />
      <FieldRow>
        <DateField
          label={t('heldOn')}
          required
          max={todayHere()}
          {...field('heldOn')}
          error={errorOf('heldOn')}
        />
        <TextField label={t('place')} maxLength={200} {...field('place')} />
      </FieldRow>
      <TextField
        id="met"
        label={isConsultation ? t('consulted') : t('met')}
        hint={isConsultation ? t('consultedHint') : t('metHint')}
        required
        maxLength={500}
        {...field('met')}
        error={errorOf('met')}
      />
      {isConsultation && <Consultation field={field} named={typed.value.named} />}
      <LongTextField label={isConsultation ? t('answer') : t('findings')} required {...field('findings')} />
      <ManyChoicesField
        label={t('sensitiveKinds')}
        hint={t('sensitiveHint')}
        choices={sensitive}
        {...field('sensitiveKinds')}
      />
      <RefusalNote error={saving.error} labels={{ heldOn: t('heldOn'), met: t('consulted') }} />
    </EvidenceSheet>
  )
}

type FieldOf = ReturnType<typeof useEvidenceForm<ContactTyped>>['field']

/** Whom one asked what, and whether the client was named to them. */
function Consultation({ field, named }: { field: FieldOf; named: RecordCollectionContact['named'] }) {
  const t = useWords(recordWords)
  const receivers = useChoices(receiverKind)
  return (
    <>
      <TextField label={t('profession')} required maxLength={100} {...field('profession')} />
      <LongTextField label={t('question')} required rows={2} {...field('question')} />
      <CheckField label={t('named')} hint={t('namedHint')} {...field('named')} />
      {named && (
        <ChoiceField
          label={t('receiverKind')}
          required
          shape="list"
          choices={receivers}
          {...field('receiverKind')}
        />
      )}
    </>
  )
}
