import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnAnswer, OwnFieldsView } from '#contract/case/own-fields.ts'
import { nameIn } from '#contract/settings/names.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { Button, Facts, Notice, Section } from '#web/ui/index.ts'
import { AnswerField } from './AnswerField.tsx'
import { ownFieldsQuery, saveOwnAnswers } from './own-fields.api.ts'
import { ownFieldsWords } from './own-fields.words.ts'
import { useAnswerText } from './useAnswerText.ts'

/** `state` is that of the record; `error` is what its refused signature said, which may name fields of the agency. */
type OwnFieldsProps = Readonly<{ caseId: string; recordId: string; state: string; error?: unknown }>

/** The fields that the agency added to this record; nothing where it added none. */
export function OwnFields({ caseId, recordId, state, error }: OwnFieldsProps) {
  const { data } = useSuspenseQuery(ownFieldsQuery(caseId, recordId, state))
  if (data.fields.length === 0) return null
  return data.abilities.write === 'yes' ? (
    <OwnFieldsForm key={data.version} view={data} place={{ caseId, recordId, state }} error={error} />
  ) : (
    <OwnFieldsShown view={data} />
  )
}

function OwnFieldsShown({ view: { fields, answers } }: { view: OwnFieldsView }) {
  const t = useWords(ownFieldsWords)
  const { language } = useLanguage()
  const text = useAnswerText()
  return (
    <Section title={t('title')}>
      <Facts
        facts={fields.map((field) => ({
          label: nameIn(field.label, language),
          value: text(field, answers[field.id] ?? null) || t('none'),
        }))}
      />
    </Section>
  )
}

type FormProps = Readonly<{ view: OwnFieldsView; place: Omit<OwnFieldsProps, 'error'>; error: unknown }>

function OwnFieldsForm({ view, place: { caseId, recordId, state }, error }: FormProps) {
  const t = useWords(ownFieldsWords)
  const queries = useQueryClient()
  const [answers, answer] = useState<Readonly<Record<string, OwnAnswer>>>(view.answers)
  const query = ownFieldsQuery(caseId, recordId, state)
  const saving = useMutation({
    mutationFn: () => saveOwnAnswers(caseId, recordId, { answers }, view.version),
    onSuccess: ({ value }) => queries.setQueryData(query.queryKey, value),
  })
  const refusedNow = useRefusedFields(saving.error)
  const refusedAtSigning = useRefusedFields(error)
  const isChanged = answers !== view.answers
  const save = () => {
    if (isChanged && !saving.isPending) saving.mutate()
  }
  return (
    <Section title={t('title')} lead={t('lead')}>
      <div
        className="own-fields"
        onBlur={({ currentTarget, relatedTarget }) => {
          // Whoever goes on to something else need not think of saving.
          if (!currentTarget.contains(relatedTarget)) save()
        }}
      >
        {view.fields.map((field) => (
          <AnswerField
            key={field.id}
            field={field}
            value={answers[field.id] ?? null}
            onChange={(value) => answer({ ...answers, [field.id]: value })}
            error={
              refusedNow(`answers.${field.id}`) ??
              (isChanged ? undefined : refusedAtSigning(`answers.${field.id}`))
            }
          />
        ))}
        <RefusalNote error={saving.error} />
        {isChanged ? (
          <p className="field-hint">{t('unsaved')}</p>
        ) : (
          view.version > 0 && <Notice>{t('saved')}</Notice>
        )}
        <Button onClick={save} busy={saving.isPending} disabled={!isChanged}>
          {t('save')}
        </Button>
      </div>
    </Section>
  )
}
