import { useMutation, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { DivisionFacts, EditionReportLine, EditionView } from '#contract/case/divisions.ts'
import { type DivisionOutcome, divisionOutcome, divisionProblem } from '#contract/codes/index.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import {
  ActionButton,
  Badge,
  Button,
  ChoiceField,
  Loading,
  MoreButton,
  Notice,
  Section,
  Written,
} from '#web/ui/index.ts'
import { editionQuery, linesQuery, takeEdition, undoEdition } from './divisions.api.ts'
import { divisionsWords } from './divisions.words.ts'
import { useAnotherTable } from './useAnotherTable.ts'

/** What becomes of each line of an edition; and taking it, or going back from it. */
export function EditionReport({ id, close }: { id: string; close: () => void }) {
  const t = useWords(divisionsWords)
  const { language } = useLanguage()
  const { data: view } = useSuspenseQuery(editionQuery(id))
  const { outcomes } = view
  return (
    <Section title={t('report', { name: view.fileName })}>
      <p className="division-outcomes">
        <Badge {...(view.counts ? { tone: 'info' as const } : {})}>
          {t(view.counts ? 'counts' : view.state)}
        </Badge>
        {divisionOutcome.codes.map((code) => (
          <span key={code}>
            {divisionOutcome.label(code, language)} {outcomes[code]}
          </span>
        ))}
      </p>
      {view.state === 'checked' && outcomes.gone > 0 && <Notice tone="warn">{t('goneLead')}</Notice>}
      <Acts view={view} close={close} />
      <Lines view={view} />
    </Section>
  )
}

function Acts({ view, close }: { view: EditionView; close: () => void }) {
  const t = useWords(divisionsWords)
  const onSuccess = useAnotherTable()
  const taking = useMutation({ mutationFn: () => takeEdition(view), onSuccess })
  const undoing = useMutation({ mutationFn: () => undoEdition(view), onSuccess })
  return (
    <>
      <RefusalNote error={taking.error} />
      <RefusalNote error={undoing.error} />
      <p className="division-acts">
        {view.state === 'checked' && (
          <ActionButton
            look="main"
            ability={view.abilities.take}
            reason={t(view.outcomes.refused > 0 ? 'mendFirst' : 'takeNothing')}
            busy={taking.isPending}
            onClick={() => taking.mutate()}
          >
            {t('take')}
          </ActionButton>
        )}
        {view.abilities.undo === 'yes' && (
          <Button busy={undoing.isPending} onClick={() => undoing.mutate()}>
            {t('undo')}
          </Button>
        )}
        <Button look="quiet" onClick={close}>
          {t('close')}
        </Button>
      </p>
    </>
  )
}

function Lines({ view: { id, outcomes } }: { view: EditionView }) {
  const t = useWords(divisionsWords)
  const { language } = useLanguage()
  // What was refused is what somebody must mend; what stays as it is, nobody need read first.
  const first = (['refused', 'gone', 'changed', 'taken'] as const).find((code) => outcomes[code] > 0)
  const [shown, show] = useState<DivisionOutcome | 'all'>(first ?? 'all')
  const choices = [
    { value: 'all' as const, label: t('all') },
    ...divisionOutcome.codes.map((value) => ({ value, label: divisionOutcome.label(value, language) })),
  ]
  return (
    <>
      <ChoiceField label={t('show')} choices={choices} value={shown} onChange={show} />
      <Suspense fallback={<Loading />}>
        <LineList id={id} outcome={shown} />
      </Suspense>
    </>
  )
}

function LineList({ id, outcome }: { id: string; outcome: DivisionOutcome | 'all' }) {
  const t = useWords(divisionsWords)
  const lines = useSuspenseInfiniteQuery(linesQuery(id, outcome))
  const all = lines.data.pages.flatMap((page) => page.rows)
  if (all.length === 0) return <p>{t('noLines')}</p>
  return (
    <>
      <ul className="setting-list">
        {all.map((line) => (
          <li key={line.ordinal}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      <MoreButton
        next={lines.hasNextPage ? 'more' : null}
        busy={lines.isFetchingNextPage}
        onMore={() => void lines.fetchNextPage()}
      />
    </>
  )
}

function Line({ line: { line, code, name, outcome, problem, says, said } }: { line: EditionReportLine }) {
  const t = useWords(divisionsWords)
  const { language, formats } = useLanguage()
  return (
    <>
      <p className="division-edition">
        <span>
          {code} <Written>{name}</Written>
        </span>
        <Badge {...(outcome === 'refused' || outcome === 'gone' ? { tone: 'warn' as const } : {})}>
          {divisionOutcome.label(outcome, language)}
        </Badge>
        {line !== null && <small>{t('line', { line: formats.number(line) })}</small>}
      </p>
      {problem && (
        <p>
          {divisionProblem.label(problem, language)} · {t(`mend-${problem}`)}
        </p>
      )}
      {says && <Facts facts={says} />}
      {outcome === 'changed' && said && (
        <p>
          {t('before')} <Facts facts={said} named />
        </p>
      )}
    </>
  )
}

/** From when until when, and what it became; with its name where that may be another one. */
function Facts({
  facts: { name, validFrom, validUntil, became },
  named,
}: {
  facts: DivisionFacts
  named?: boolean
}) {
  const t = useWords(divisionsWords)
  const formats = useFormats()
  const from = formats.date(validFrom)
  const span =
    validUntil === null ? t('since', { from }) : t('span', { from, until: formats.date(validUntil) })
  return (
    <small>
      {named && <Written>{name}</Written>}
      {named && ' · '}
      {span}
      {became.length > 0 && ` · ${t('became', { codes: became.join('、') })}`}
    </small>
  )
}
