import './file-copies.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FileCopyPage, FileCopyView } from '#contract/file-copies.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, EmptyState, MoreButton, Section } from '#web/ui/index.ts'
import { AskForm } from './AskForm.tsx'
import { CopyCard } from './CopyCard.tsx'
import { DecideForm } from './DecideForm.tsx'
import { fileCopiesQuery } from './file-copies.api.ts'
import { fileCopiesWords } from './file-copies.words.ts'
import { HandOverForm } from './HandOverForm.tsx'

/** The copies of a client's own file: who asked, what was decided, made and handed over. */
export function FileCopiesPage() {
  const t = useWords(fileCopiesWords)
  const caseId = useRouteParam('caseId')
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      <FileCopies caseId={caseId} />
    </CaseFrame>
  )
}

/** What is being written: a request, a decision on one, or its hand-over. */
type Writing = Readonly<{ what: 'asking' }> | Readonly<{ what: 'deciding' | 'handing'; copy: FileCopyView }>

function FileCopies({ caseId }: { caseId: string }) {
  const t = useWords(fileCopiesWords)
  const [writing, write] = useState<Writing | null>(null)
  const list = useSuspenseInfiniteQuery(fileCopiesQuery(caseId))
  const [first] = list.data.pages
  if (!first) return null
  if (writing) return <Form caseId={caseId} page={first} writing={writing} onDone={() => write(null)} />
  const rows = list.data.pages.flatMap((page) => page.rows)
  const begin = (
    <ActionButton ability={first.abilities.ask} look="main" onClick={() => write({ what: 'asking' })}>
      {t('ask')}
    </ActionButton>
  )
  return (
    <Section title={t('requests')} actions={begin}>
      {rows.length === 0 ? (
        <EmptyState title={t('none')}>{first.abilities.ask === 'yes' && t('noneLead')}</EmptyState>
      ) : (
        <ul className="file-copies">
          {rows.map((copy) => (
            <li key={copy.id}>
              <CopyCard
                copy={copy}
                parts={first.parts}
                onDecide={() => write({ what: 'deciding', copy })}
                onHandOver={() => write({ what: 'handing', copy })}
              />
            </li>
          ))}
        </ul>
      )}
      <MoreButton
        next={list.hasNextPage ? 'more' : null}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Section>
  )
}

type FormProps = { caseId: string; page: FileCopyPage; writing: Writing; onDone: () => void }

function Form({ caseId, page, writing, onDone }: FormProps) {
  if (writing.what === 'asking') return <AskForm caseId={caseId} asking={page.asking} onDone={onDone} />
  const { copy } = writing
  if (writing.what === 'handing') return <HandOverForm copy={copy} onDone={onDone} />
  return <DecideForm copy={copy} parts={page.parts} onDone={onDone} />
}
