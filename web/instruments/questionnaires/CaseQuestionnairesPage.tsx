import './questionnaires.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { scaleWay } from '#contract/codes/index.ts'
import type { AnsweredLine } from '#contract/questionnaires/answered.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useRouteParam } from '#web/app/navigation.tsx'
import { ClientLinksSection } from '#web/client-links/ClientLinksSection.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import {
  ActionButton,
  Badge,
  Button,
  ChoiceField,
  EmptyState,
  Loading,
  MoreButton,
  Section,
} from '#web/ui/index.ts'
import { AnswersShown } from './AnswersShown.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { answeringWords } from './answering.words.ts'
import { answeredQuery, inUseQuery } from './questionnaires.api.ts'

type Chosen = Readonly<{ id: string; number: number }>

/** The questionnaires of a case: one is chosen and answered; what was answered stands below, newest first. */
export function CaseQuestionnairesPage() {
  const t = useWords(answeringWords)
  const caseId = useRouteParam('caseId')
  const [giving, give] = useState<Chosen | null>(null)
  const [chosen, choose] = useState<Chosen | null>(null)
  const answered = useSuspenseInfiniteQuery(answeredQuery(caseId))
  const rows = answered.data.pages.flatMap((page) => page.rows)
  const record = answered.data.pages[0]?.abilities.record ?? 'not-you'
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      {giving ? (
        <Suspense fallback={<Loading />}>
          <AnswerForm caseId={caseId} {...giving} onDone={() => give(null)} />
        </Suspense>
      ) : (
        <Choose record={record} chosen={chosen} choose={choose} onChoose={give} />
      )}
      <Suspense fallback={<Loading />}>
        <ClientLinksSection
          caseId={caseId}
          purpose="questionnaire"
          askedOf={
            chosen &&
            (() => ({
              purpose: 'questionnaire',
              questionnaireId: chosen.id,
              questionnaireVersion: chosen.number,
            }))
          }
        />
      </Suspense>
      <Section title={t('answered')}>
        {rows.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
        <ul className="questionnaire-list">
          {rows.map((line) => (
            <li key={line.id}>
              <Answered line={line} />
            </li>
          ))}
        </ul>
        <MoreButton
          next={answered.hasNextPage ? 'more' : null}
          busy={answered.isFetchingNextPage}
          onMore={() => void answered.fetchNextPage()}
        />
      </Section>
    </CaseFrame>
  )
}

type ChooseProps = {
  record: 'yes' | 'not-you' | 'not-now'
  chosen: Chosen | null
  choose: (chosen: Chosen | null) => void
  onChoose: (chosen: Chosen) => void
}

function Choose({ record, chosen, choose, onChoose }: ChooseProps) {
  const t = useWords(answeringWords)
  const offered = useSuspenseInfiniteQuery(inUseQuery)
  const all = offered.data.pages.flatMap((page) => page.rows)
  const pick = (id: string) => {
    const found = all.find((one) => one.id === id)
    choose(found ? { id: found.id, number: found.published } : null)
  }
  return (
    <div className="questionnaire-choice">
      {all.length === 0 ? (
        <p>{t('noneOffered')}</p>
      ) : (
        record !== 'not-you' && (
          <>
            <ChoiceField
              label={t('which')}
              shape="list"
              choices={all.map(({ id: value, title }) => ({ value, label: title }))}
              value={chosen?.id ?? null}
              onChange={pick}
            />
            <MoreButton
              next={offered.hasNextPage ? 'more' : null}
              busy={offered.isFetchingNextPage}
              onMore={() => void offered.fetchNextPage()}
            />
            <ActionButton
              ability={record}
              reason={t('notNow')}
              look="main"
              disabled={!chosen}
              onClick={() => chosen && onChoose(chosen)}
            >
              {t('begin')}
            </ActionButton>
          </>
        )
      )}
      <p>
        <Link to="/questionnaires">{t('toAll')}</Link>
      </p>
    </div>
  )
}

function Answered({ line }: { line: AnsweredLine }) {
  const t = useWords(answeringWords)
  const label = useLabel()
  const formats = useFormats()
  const [open, show] = useState(false)
  const entered = formats.date(line.recordedAt.slice(0, 10))
  return (
    <article>
      <h3>
        {line.title} <time dateTime={line.answeredOn}>{formats.date(line.answeredOn)}</time>
      </h3>
      <p className="questionnaire-by">
        {t('version', { number: line.questionnaireVersion })} · {label(scaleWay, line.way)} ·{' '}
        {t('by', { name: line.recordedBy.name })}{' '}
        {line.enteredLater && (
          <Badge tone="warn">{t('later', { filled: formats.date(line.answeredOn), entered })}</Badge>
        )}
      </p>
      <Button look="quiet" aria-expanded={open} onClick={() => show(!open)}>
        {open ? t('hide') : t('show')}
      </Button>
      {open && (
        <Suspense fallback={<Loading />}>
          <AnswersShown caseId={line.caseId} id={line.id} />
        </Suspense>
      )}
    </article>
  )
}
