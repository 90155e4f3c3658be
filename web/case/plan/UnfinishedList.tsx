import { useEffect, useRef } from 'react'
import type { PlanSheet, PlanView } from '#contract/case/plan.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import { Button } from '#web/ui/index.ts'
import { goToField } from './go-to-field.ts'
import { planWords } from './plan.words.ts'
import { usePathLabel } from './usePathLabel.ts'

type UnfinishedListProps = {
  unfinished: PlanView['unfinished']
  sheet: PlanSheet
  needs: PlanView['assessment']['needs']
  /** What signing was refused with: the list then opens and comes into view. */
  refused: Error | null
}

/** What is left before the plan can be signed, each leading to its place on the sheet. */
export function UnfinishedList({ unfinished, sheet, needs, refused }: UnfinishedListProps) {
  const t = useWords(planWords)
  const { language } = useLanguage()
  const list = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (refused) list.current?.scrollIntoView({ block: 'center' })
  }, [refused])
  const labelOf = usePathLabel(sheet, needs)
  if (unfinished.length === 0) return <p className="field-hint">{t('allDone')}</p>
  return (
    <details ref={list} className="unfinished" open={refused !== null}>
      <summary>{t('stillToDo', { count: unfinished.length })}</summary>
      <ul>
        {unfinished.map(({ path, code }) => (
          <li key={`${path} ${code}`}>
            <Button look="quiet" onClick={() => goToField(path)}>
              {labelOf(path)}
            </Button>
            <small>{fieldSentenceFor(code, language)}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
