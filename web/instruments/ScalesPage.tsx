import './scales.css'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { Instrument } from '#contract/instruments.ts'
import type { ScalePage } from '#contract/scales.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useRouteParam } from '#web/app/navigation.tsx'
import { ClientLinksSection } from '#web/client-links/ClientLinksSection.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, ChoiceField, EmptyState, Loading, MoreButton, Section } from '#web/ui/index.ts'
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
  const [chosen, choose] = useState<string | null>(null)
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
        <Choose instruments={instruments} page={first} chosen={chosen} choose={choose} onChoose={give} />
      )}
      <ByLink caseId={caseId} instruments={instruments} chosen={chosen} />
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

type ByLinkProps = { caseId: string; instruments: readonly Instrument[]; chosen: string | null }

/** The chosen scale, answered alone on a phone of their own: by the client, or by a guardian about the client. */
function ByLink({ caseId, instruments, chosen }: ByLinkProps) {
  const { language } = useLanguage()
  const instrument = instruments.find(({ id }) => id === chosen)
  const titleOf = (about: string) => {
    const found = instruments.find(({ id }) => id === about)
    return found ? inWords(found.titles, language) : about
  }
  return (
    <Suspense fallback={<Loading />}>
      <ClientLinksSection
        caseId={caseId}
        purpose="scale"
        askedOf={instrument ? ({ part }) => scaleAsked(instrument, part) : null}
        nameOf={titleOf}
      />
    </Suspense>
  )
}

/** Whoever answers speaks for themselves where the scale has it so; a guardian speaks as one. */
const scaleAsked = ({ id, version, informants }: Instrument, part: 'client' | 'guardian') => ({
  purpose: 'scale' as const,
  instrument: id,
  instrumentVersion: version,
  informant:
    informants.find((one) => one === (part === 'client' ? 'self' : 'parent')) ?? informants[0] ?? 'self',
})

type ChooseProps = {
  instruments: readonly Instrument[]
  page: ScalePage
  chosen: string | null
  choose: (id: string) => void
  onChoose: (instrument: Instrument) => void
}

function Choose({ instruments, page, chosen, choose, onChoose }: ChooseProps) {
  const t = useWords(scaleWords)
  const { language } = useLanguage()
  const instrument = instruments.find(({ id }) => id === chosen)
  const toAll = (
    <p>
      <Link to="/instruments">{t('toInstruments')}</Link>
    </p>
  )
  // Whoever may not give one is not asked which.
  if (page.abilities.record === 'not-you') return toAll
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
      {toAll}
    </Section>
  )
}
