import './closing.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Ability } from '#contract/access.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { caseQuery } from '#web/case/overview/overview.api.ts'
import { Button, EmptyState } from '#web/ui/index.ts'
import { closingQuery, closingsQuery, keepInStep, openClosing } from './closing.api.ts'
import { ClosingEditor } from './ClosingEditor.tsx'
import { ClosingReading } from './ClosingReading.tsx'
import { closingWords } from './closing.words.ts'

/** The closing of a case: the present one, or the way to begin. After a reopening a new one is begun. */
export function ClosingPage() {
  const caseId = useRouteParam('caseId')
  const { data } = useSuspenseQuery(closingsQuery(caseId))
  const [newest] = data.rows
  if (newest && data.abilities.open !== 'yes') return <ClosingShown caseId={caseId} closingId={newest.id} />
  return <NoClosing caseId={caseId} open={data.abilities.open} />
}

function ClosingShown({ caseId, closingId }: { caseId: string; closingId: string }) {
  const { data: seen } = useSuspenseQuery(closingQuery(caseId, closingId))
  const view = seen.value
  if (view.abilities.change === 'yes') return <ClosingEditor key={view.id} view={view} />
  return <ClosingReading key={view.id} view={view} />
}

function NoClosing({ caseId, open }: { caseId: string; open: Ability }) {
  const t = useWords(closingWords)
  const { data: caseView } = useSuspenseQuery(caseQuery(caseId))
  const queries = useQueryClient()
  // One id for all attempts: a repeated try opens nothing twice.
  const [id] = useState(() => crypto.randomUUID())
  const beginning = useMutation({
    mutationFn: () => openClosing(caseId, id),
    onSuccess: (seen) => keepInStep(queries, seen),
  })
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      <EmptyState title={t('beginTitle')}>
        <p>{open === 'yes' ? t('beginLead') : t('notYours')}</p>
        {open === 'yes' && caseView.stage !== 'closing' && <p>{t('beginEarly')}</p>}
      </EmptyState>
      {open === 'yes' && (
        <p>
          <Button
            look={caseView.stage === 'closing' ? 'main' : 'plain'}
            busy={beginning.isPending}
            onClick={() => beginning.mutate()}
          >
            {t('begin')}
          </Button>
        </p>
      )}
      <RefusalNote error={beginning.error} />
    </CaseFrame>
  )
}
