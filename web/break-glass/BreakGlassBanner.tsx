import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CaseView } from '#contract/case/overview.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Notice } from '#web/ui/index.ts'
import { closeBreakGlass } from './break-glass.api.ts'
import { breakGlassWords } from './break-glass.words.ts'

const minute = 60_000
const looksEvery = 5_000

/** Whole minutes until a moment, counted again as time goes by. */
function useMinutesUntil(moment: string): number {
  const count = () => Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / minute))
  const [left, setLeft] = useState(count)
  useEffect(() => {
    const clock = setInterval(() => setLeft(count()), looksEvery)
    return () => clearInterval(clock)
  })
  return left
}

/** Above every page of a case that is seen by break-glass: what that means, how long still, and the way to give it back. */
export function BreakGlassBanner({ caseView: { id, breakGlass } }: { caseView: CaseView }) {
  return breakGlass && <Standing caseId={id} openingId={breakGlass.openingId} until={breakGlass.until} />
}

function Standing({ caseId, openingId, until }: { caseId: string; openingId: string; until: string }) {
  const t = useWords(breakGlassWords)
  const formats = useFormats()
  const go = useGo()
  const queries = useQueryClient()
  const left = useMinutesUntil(until)
  const forget = () => {
    queries.removeQueries({ queryKey: ['case', caseId] })
    go('/')
  }
  const closing = useMutation({ mutationFn: () => closeBreakGlass(openingId), onSuccess: forget })
  return (
    <Notice
      tone="warn"
      title={t('banner')}
      actions={
        <Button busy={closing.isPending} onClick={() => (left === 0 ? forget() : closing.mutate())}>
          {t('close')}
        </Button>
      }
    >
      {left === 0 ? (
        <p>{t('over')}</p>
      ) : (
        <p>
          {t('until', { time: formats.moment(until) })}{' '}
          <span aria-live="off">{t('left', { count: left })}</span>
        </p>
      )}
      <RefusalNote error={closing.error} />
    </Notice>
  )
}
