import './evidence.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { evidenceField } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, ChoiceField, EmptyState, MoreButton, Section } from '#web/ui/index.ts'
import { Cover } from './Cover.tsx'
import { findingsQuery, type Shown } from './evidence.api.ts'
import { evidenceWords } from './evidence.words.ts'
import { EvidenceTabs } from './EvidenceTabs.tsx'
import { FindingForm } from './FindingForm.tsx'
import { FindingList } from './FindingList.tsx'
import { NoticeTold } from './NoticeTold.tsx'

/** What was collected in a case: the notice told before, how complete the picture is, and every finding with its sources. */
export function EvidencePage() {
  const t = useWords(evidenceWords)
  const caseId = useRouteParam('caseId')
  const [adding, add] = useState(false)
  const [shown, show] = useState<Shown>('all')
  const list = useSuspenseInfiniteQuery(findingsQuery(caseId, shown))
  const rows = list.data.pages.flatMap((page) => page.rows)
  const [first] = list.data.pages
  if (!first) return null
  const begin = !adding && first.notice !== null && (
    <ActionButton look="main" ability={first.abilities.record} onClick={() => add(true)}>
      {t('add')}
    </ActionButton>
  )
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      <EvidenceTabs caseId={caseId} current="findings" />
      <NoticeTold caseId={caseId} page={first} />
      {first.cover.findings > 0 && <Cover cover={first.cover} />}
      {adding && <FindingForm caseId={caseId} onDone={() => add(false)} />}
      <Section title={t('findings')} actions={begin}>
        {first.cover.findings > 0 && <Choose shown={shown} show={show} />}
        {rows.length === 0 ? (
          <EmptyState title={first.cover.findings > 0 ? t('noneHere') : t('none')}>
            {first.cover.findings === 0 && first.abilities.record === 'yes' && t('noneLead')}
          </EmptyState>
        ) : (
          <FindingList caseId={caseId} rows={rows} />
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

function Choose({ shown, show }: { shown: Shown; show: (shown: Shown) => void }) {
  const t = useWords(evidenceWords)
  const fields = useChoices<Shown & (typeof evidenceField.codes)[number]>(evidenceField)
  const choices = [
    { value: 'all' as const, label: t('showAll') },
    { value: 'contradicted' as const, label: t('showThem') },
    ...fields,
  ]
  return <ChoiceField<Shown> label={t('show')} shape="list" choices={choices} value={shown} onChange={show} />
}
