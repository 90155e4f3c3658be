import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { OwnAnswer, OwnFieldsView } from '#contract/case/own-fields.ts'
import { nameIn } from '#contract/settings/names.ts'
import { same } from '#web/app/draft.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
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
    <OwnFieldsForm view={data} place={{ caseId, recordId, state }} error={error} />
  ) : (
    <OwnFieldsShown view={data} />
  )
}

function OwnFieldsShown({ view: { fields, answers, masked } }: { view: OwnFieldsView }) {
  const t = useWords(ownFieldsWords)
  const { language } = useLanguage()
  const text = useAnswerText()
  return (
    <Section title={t('title')}>
      <Facts
        facts={fields.map((field) => ({
          label: nameIn(field.label, language),
          value: masked ? t('masked') : text(field, answers[field.id] ?? null) || t('none'),
        }))}
      />
    </Section>
  )
}

type FormProps = Readonly<{ view: OwnFieldsView; place: Omit<OwnFieldsProps, 'error'>; error: unknown }>

type Answers = Readonly<Record<string, OwnAnswer>>

/** An answer for each field, null where there is none yet. */
const answersIn = ({ fields, answers }: OwnFieldsView): Answers =>
  Object.fromEntries(fields.map(({ id }) => [id, answers[id] ?? null]))

function OwnFieldsForm({ view, place: { caseId, recordId, state }, error }: FormProps) {
  const t = useWords(ownFieldsWords)
  const queries = useQueryClient()
  const typed = useTyped(`own-fields/${caseId}/${recordId}`, () => answersIn(view), view.version)
  const { value: answers, version } = typed
  const query = ownFieldsQuery(caseId, recordId, state)
  const saving = useMutation({
    mutationFn: (sent: Answers) =>
      saveOwnAnswers(caseId, recordId, { answers: { ...view.answers, ...sent } }, version),
    onSuccess: ({ value }, sent) => {
      typed.forget(sent)
      queries.setQueryData(query.queryKey, value)
    },
    // A colleague was faster: their answers are loaded, and what is typed laid over them.
    onError: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  })
  const refusedNow = useRefusedFields(saving.error)
  const refusedAtSigning = useRefusedFields(error)
  const isChanged = !same(answers, answersIn(view))
  const save = () => {
    if (isChanged && !saving.isPending) saving.mutate(answers)
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
        <TypedBefore typed={typed} />
        {view.fields.map((field) => (
          <AnswerField
            key={field.id}
            field={field}
            value={answers[field.id] ?? null}
            onChange={(value) => typed.change({ [field.id]: value })}
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
