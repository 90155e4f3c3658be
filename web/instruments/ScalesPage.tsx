import './scales.css'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Instrument } from '#contract/instruments.ts'
import type { ScalePage } from '#contract/scales.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, ChoiceField, EmptyState, MoreButton, Section } from '#web/ui/index.ts'
import { DecideAlert } from './DecideAlert.tsx'
import { GiveScale } from './GiveScale.tsx'
import { ScaleResults } from './ScaleResults.tsx'
import { instrumentsQuery, scalesQuery } from './scales.api.ts'
import { scaleWords } from './scales.words.ts'
import { Series } from './Series.tsx'
import { inWords } from './wording.ts'

/** The scales of a case: what must be decided first, then giving one, what came out, and how it moved. */
export function ScalesPage() {
  const t = useWords(scaleWords)
  const caseId = useRouteParam('caseId')
  const [giving, give] = useState<Instrument | null>(null)
  const { instruments } = useSuspenseQuery(instrumentsQuery).data
  const list = useSuspenseInfiniteQuery(scalesQuery(caseId))
  const rows = list.data.pages.flatMap((page) => page.rows)
  const [first] = list.data.pages
  if (!first) return null
  const drawn = instruments.filter(({ id }) => rows.filter((row) => row.instrument === id).length > 1)
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      {first.open.map((scale) => (
        <DecideAlert key={scale.id} scale={scale} instruments={instruments} />
      ))}
      {giving ? (
        <GiveScale key={giving.id} caseId={caseId} instrument={giving} onDone={() => give(null)} />
      ) : (
        <Choose instruments={instruments} page={first} onChoose={give} />
      )}
      {drawn.map((instrument) => (
        <Series key={instrument.id} caseId={caseId} instrument={instrument} />
      ))}
      <Section title={t('results')}>
        {rows.length === 0 ? (
          <EmptyState title={t('none')}>{first.abilities.record === 'yes' && t('noneLead')}</EmptyState>
        ) : (
          <ScaleResults rows={rows} instruments={instruments} />
        )}
        <MoreButton
          next={list.hasNextPage ? 'more' : null}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </Section>
    </CaseFrame>
  )
}

type ChooseProps = {
  instruments: readonly Instrument[]
  page: ScalePage
  onChoose: (instrument: Instrument) => void
}

function Choose({ instruments, page, onChoose }: ChooseProps) {
  const t = useWords(scaleWords)
  const { language } = useLanguage()
  const [chosen, choose] = useState<string | null>(null)
  const instrument = instruments.find(({ id }) => id === chosen)
  return (
    <Section title={t('give')}>
      <ChoiceField
        label={t('which')}
        shape="list"
        choices={instruments.map(({ id, titles }) => ({ value: id, label: inWords(titles, language) }))}
        value={chosen}
        onChange={choose}
      />
      {instrument && <p>{inWords(instrument.purpose, language)}</p>}
      <ActionButton
        ability={page.abilities.record}
        reason={t('archived')}
        look="main"
        disabled={!instrument}
        onClick={() => instrument && onChoose(instrument)}
      >
        {t('begin')}
      </ActionButton>
      <p>
        <Link to="/instruments">{t('toInstruments')}</Link>
      </p>
    </Section>
  )
}
