import './evaluation.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RecordSatisfaction } from '#contract/case/evaluation.ts'
import { satisfactionItem, satisfactionLevel, satisfactionMode } from '#contract/codes/index.ts'
import { useChoices, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'
import {
  Button,
  ChoiceField,
  LinkButton,
  LongTextField,
  Page,
  Sheet,
  todayHere,
  useUiWords,
} from '#web/ui/index.ts'
import { recordSatisfaction } from './evaluation.api.ts'
import { satisfactionWords } from './satisfaction.words.ts'

const emptySurvey = (): RecordSatisfaction => ({
  id: crypto.randomUUID(),
  mode: 'self',
  givenOn: todayHere(),
  answers: {},
  wouldReturn: null,
  comment: '',
})

/** The survey to hand over on the same device: large, without the case, one question below the other. */
export function SatisfactionPage() {
  const t = useWords(satisfactionWords)
  const caseId = useRouteParam('caseId')
  const typed = useTyped(`satisfaction/${caseId}`, emptySurvey)
  const { value: survey, change } = typed
  const queries = useQueryClient()
  const sending = useMutation({
    mutationFn: () => recordSatisfaction(caseId, survey),
    onSuccess: () => {
      typed.forget()
      return queries.invalidateQueries({ queryKey: caseKey(caseId) })
    },
  })
  if (sending.isSuccess) return <Thanks caseId={caseId} />
  return (
    <Page title={t('title')} lead={<p>{t('lead')}</p>}>
      <div className="handed-over">
        <Sheet
          label={t('title')}
          onSubmit={() => sending.mutate()}
          actions={
            <Button type="submit" look="main" busy={sending.isPending}>
              {t('send')}
            </Button>
          }
        >
          <TypedBefore typed={typed} />
          <Questions survey={survey} change={change} />
          <RefusalNote error={sending.error} />
        </Sheet>
      </div>
    </Page>
  )
}

type QuestionsProps = { survey: RecordSatisfaction; change: (part: Partial<RecordSatisfaction>) => void }

function Questions({ survey, change }: QuestionsProps) {
  const t = useWords(satisfactionWords)
  const label = useLabel()
  const { language } = useLanguage()
  const modes = useChoices(satisfactionMode)
  const ui = useUiWords()
  const { answers } = survey
  const levels = satisfactionLevel.levels.map((level) => ({
    value: String(level),
    label: satisfactionLevel.label(level, language),
  }))
  return (
    <>
      {satisfactionItem.codes.map((item) => (
        <ChoiceField
          key={item}
          label={label(satisfactionItem, item)}
          choices={levels}
          value={answers[item] === undefined ? null : String(answers[item])}
          onChange={(level) => change({ answers: { ...answers, [item]: Number(level) } })}
        />
      ))}
      <ChoiceField
        label={t('wouldReturn')}
        choices={[
          { value: 'yes', label: ui.yes },
          { value: 'no', label: ui.no },
        ]}
        value={survey.wouldReturn === null ? null : survey.wouldReturn ? 'yes' : 'no'}
        onChange={(answer) => change({ wouldReturn: answer === 'yes' })}
      />
      <LongTextField
        label={t('comment')}
        value={survey.comment}
        onChange={(comment) => change({ comment })}
      />
      <ChoiceField
        label={t('mode')}
        choices={modes}
        value={survey.mode}
        onChange={(mode) => change({ mode })}
      />
    </>
  )
}

function Thanks({ caseId }: { caseId: string }) {
  const t = useWords(satisfactionWords)
  return (
    <Page title={t('thanks')} lead={<p>{t('thanksLead')}</p>}>
      <p>
        <LinkButton to={`/cases/${caseId}/evaluation`}>{t('back')}</LinkButton>
      </p>
    </Page>
  )
}
