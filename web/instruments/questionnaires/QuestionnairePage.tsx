import './questionnaires.css'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { problemsIn, type Questionnaire } from '#contract/questionnaires/index.ts'
import type { QuestionnaireView } from '#contract/questionnaires/kept.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { ActionButton, Badge, Button, ChoiceField, Loading, Page, Section } from '#web/ui/index.ts'
import { Designer } from './Designer.tsx'
import { designWords } from './design.words.ts'
import { ImportReport } from './ImportReport.tsx'
import { Problems } from './Problems.tsx'
import {
  publishQuestionnaire,
  questionnaireQuery,
  retireQuestionnaire,
  useAfterQuestionnaire,
  writeQuestionnaire,
} from './questionnaires.api.ts'
import { Results } from './Results.tsx'
import { TryIt } from './TryIt.tsx'

/** One questionnaire: designed, tried, published, and what its answers come to. */
export function QuestionnairePage() {
  const t = useWords(designWords)
  const { data: view } = useSuspenseQuery(questionnaireQuery(useRouteParam('questionnaireId')))
  const mayWrite = view.abilities.change === 'yes'
  const parts = [
    ...(mayWrite ? (['design'] as const) : []),
    'try' as const,
    'versions' as const,
    'results' as const,
  ]
  const [part, show] = useState<(typeof parts)[number]>(
    view.published > 0 && !view.unpublished ? 'results' : (parts[0] ?? 'try'),
  )
  const typed = useTyped<{ sheet: Questionnaire }>(`design/${view.id}/${view.version}`, () => ({
    sheet: view.sheet,
  }))
  const { sheet } = typed.value
  return (
    <Page
      title={sheet.title || t('untitled')}
      back={{ to: '/questionnaires', label: t('title') }}
      lead={<State view={view} />}
    >
      <ChoiceField
        label={t('part')}
        shape="pills"
        choices={parts.map((value) => ({ value, label: t(value) }))}
        value={part}
        onChange={show}
      />
      {mayWrite && (
        <Acts
          view={view}
          sheet={sheet}
          changed={typed.value.sheet !== view.sheet && JSON.stringify(sheet) !== JSON.stringify(view.sheet)}
          forget={typed.forget}
        />
      )}
      <TypedBefore typed={typed} />
      {part === 'design' && <Designer sheet={sheet} onChange={(next) => typed.set({ sheet: next })} />}
      {part === 'try' && <TryIt key={JSON.stringify(sheet.nodes)} sheet={sheet} />}
      {part === 'versions' && <Versions view={view} />}
      {part === 'results' && (
        <Suspense fallback={<Loading />}>
          <Results view={view} />
        </Suspense>
      )}
    </Page>
  )
}

function State({ view }: { view: QuestionnaireView }) {
  const t = useWords(designWords)
  return (
    <p>
      <Badge>{view.published === 0 ? t('draft') : t('version', { number: view.published })}</Badge>{' '}
      {view.published > 0 && view.unpublished && <Badge tone="warn">{t('unpublished')}</Badge>}{' '}
      {view.retired && <Badge>{t('retired')}</Badge>}
    </p>
  )
}

type ActsProps = { view: QuestionnaireView; sheet: Questionnaire; changed: boolean; forget: () => void }

/** Saving, publishing, and taking out of use; what stands in the way is said before anybody asks. */
function Acts({ view, sheet, changed, forget }: ActsProps) {
  const t = useWords(designWords)
  const after = useAfterQuestionnaire()
  const onSuccess = async () => {
    forget()
    await after()
  }
  const saving = useMutation({ mutationFn: () => writeQuestionnaire(view, sheet), onSuccess })
  const publishing = useMutation({
    mutationFn: async () => {
      const { version } = changed ? (await writeQuestionnaire(view, sheet)).value : view
      return publishQuestionnaire({ id: view.id, version })
    },
    onSuccess,
    // What was saved before the refusal is there, with a version of its own.
    onError: after,
  })
  const retiring = useMutation({
    mutationFn: () => retireQuestionnaire(view, !view.retired),
    onSuccess: after,
  })
  const problems = problemsIn(sheet)
  const nothingNew = !changed && !view.unpublished
  const mayPublish = !view.retired && problems.length === 0 && !nothingNew
  return (
    <div className="questionnaire-acts">
      <Button disabled={!changed} busy={saving.isPending} onClick={() => saving.mutate()}>
        {t('save')}
      </Button>
      <ActionButton
        ability={mayPublish ? 'yes' : 'not-now'}
        reason={
          view.retired
            ? t('whyRetired')
            : nothingNew
              ? t('whyNothingNew')
              : t('whyProblems', { count: problems.length })
        }
        look="main"
        busy={publishing.isPending}
        onClick={() => publishing.mutate()}
      >
        {t('publish', { number: view.published + 1 })}
      </ActionButton>
      <Button look="quiet" busy={retiring.isPending} onClick={() => retiring.mutate()}>
        {t(view.retired ? 'reuse' : 'retire')}
      </Button>
      <RefusalNote error={saving.error ?? publishing.error ?? retiring.error} />
      <Problems problems={problems} />
    </div>
  )
}

function Versions({ view }: { view: QuestionnaireView }) {
  const t = useWords(designWords)
  const formats = useFormats()
  const form = (number: number) => `/api/questionnaires/${view.id}/xlsform?number=${number}`
  return (
    <>
      <Section title={t('versions')}>
        <ul className="questionnaire-list">
          <li>
            {t('draft')}{' '}
            <a href={form(0)} download>
              {t('asForm')}
            </a>
          </li>
          {view.editions.map(({ number, by, at }) => (
            <li key={number}>
              {t('published', { number, name: by.name, moment: formats.moment(at) })}{' '}
              <a href={form(number)} download aria-label={t('asFormOf', { number })}>
                {t('asForm')}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      {view.report && <ImportReport report={view.report} />}
    </>
  )
}
