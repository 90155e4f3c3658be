import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AssessmentView } from '#contract/case/assessment.ts'
import { confirmationResult, confirmationWay } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import type { Typed } from '#web/app/useTyped.ts'
import { ActionButton, ChoiceField, LongTextField, MomentField, Notice, Sheet } from '#web/ui/index.ts'
import { giveClientView, keepInStep } from './assessment.api.ts'
import { answerFrom, type Answer, correctionsOf, yetToSpeak } from './client-answer.ts'
import { clientViewWords } from './client-view.words.ts'
import { assessmentPlace } from './places.ts'
import { ShownRefusal } from './ShownRefusal.tsx'

/** Records what the client, or the guardian, said: confirmed, corrected or not, in which way and when. */
export function ClientViewForm({ view, typed }: { view: AssessmentView; typed: Typed<Answer> }) {
  const t = useWords(clientViewWords)
  const { value: answer, change } = typed
  const giving = useGiving(view, typed)
  const choices = confirmationResult.codes.map((code) => ({ value: code, label: t(code) }))
  return (
    <Sheet
      label={t('view')}
      onSubmit={() => giving.mutate()}
      actions={
        <ActionButton
          look="main"
          type="submit"
          ability={view.abilities.confirm === 'yes' ? 'yes' : view.abilities.confirmBeside}
          busy={giving.isPending}
          disabled={!answerFrom(answer)}
        >
          {t('keep')}
        </ActionButton>
      }
    >
      <TypedBefore typed={typed} />
      <Corrected answer={answer} />
      <ChoiceField
        label={t('view')}
        choices={choices}
        value={answer.view}
        onChange={(chosen) => change({ view: chosen })}
      />
      {answer.view && <AnswerText answer={answer} change={change} />}
      {answer.view && <AnswerWay view={view} answer={answer} change={change} />}
      <GivingRefused error={giving.error} answer={answer} />
    </Sheet>
  )
}

/** How many lines the client put right while reading; they are kept with the answer “corrected”. */
function Corrected({ answer }: { answer: Answer }) {
  const t = useWords(clientViewWords)
  const count = correctionsOf(answer).length
  return count === 0 ? null : <Notice>{t('lineCorrected', { count })}</Notice>
}

function GivingRefused({ error, answer }: { error: unknown; answer: Answer }) {
  const t = useWords(clientViewWords)
  const text = answer.view === 'corrected' ? t('correction') : t('why')
  return <ShownRefusal error={error} labels={{ text, personId: t('personId'), givenAt: t('givenAt') }} />
}

function useGiving(view: AssessmentView, { value: answer, forget }: Typed<Answer>) {
  const queries = useQueryClient()
  const go = useGo()
  return useMutation({
    mutationFn: async () => {
      const given = answerFrom(answer)
      return given && giveClientView(view.case.id, view.id, given, view.version)
    },
    onSuccess: async (seen) => {
      if (!seen) return
      forget()
      await keepInStep(queries, seen)
      go(assessmentPlace(view.case.id, view.id))
    },
  })
}

type PartProps = { answer: Answer; change: (part: Partial<Answer>) => void }

function AnswerText({ answer, change }: PartProps) {
  const t = useWords(clientViewWords)
  const onChange = (text: string) => change({ text })
  const common = { id: 'text', value: answer.text, onChange }
  if (answer.view === 'corrected')
    return (
      <LongTextField
        {...common}
        label={t('correction')}
        hint={t('correctionHint')}
        required={correctionsOf(answer).length === 0}
      />
    )
  if (answer.view === 'not-confirmed')
    return <LongTextField {...common} label={t('why')} hint={t('whyHint')} required />
  return <LongTextField {...common} label={t('remark')} rows={2} />
}

function AnswerWay({ view, answer, change }: PartProps & { view: AssessmentView }) {
  const t = useWords(clientViewWords)
  const ways = useChoices(confirmationWay)
  const people = yetToSpeak(view).map(({ id, name, part }) => ({ value: id, label: name, hint: t(part) }))
  return (
    <>
      {people.length > 1 && (
        <ChoiceField
          id="personId"
          label={t('personId')}
          choices={people}
          value={answer.personId}
          onChange={(personId) => change({ personId })}
        />
      )}
      <ChoiceField
        label={t(answer.view === 'not-confirmed' ? 'wayRefused' : 'way')}
        required
        choices={ways}
        value={answer.way}
        onChange={(way) => change({ way })}
      />
      <MomentField
        id="givenAt"
        label={t('givenAt')}
        value={answer.givenAt}
        onChange={(givenAt) => change({ givenAt })}
      />
    </>
  )
}
