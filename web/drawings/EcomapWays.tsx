import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { DrawnEcomap } from '#drawing/ecomap/draw.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Notice } from '#web/ui/index.ts'
import { ecomapPageWords } from './ecomap-page.words.ts'
import { savePng, saveSvg } from './saving.ts'

/** Out of the house: on paper, or as a file; always black on white. */
export function EcomapWays({ onPaper, children }: { onPaper: () => DrawnEcomap; children: ReactNode }) {
  const t = useWords(ecomapPageWords)
  const saving = useMutation({ mutationFn: () => savePng(onPaper(), t('title')) })
  return (
    <>
      {children}
      <Button onClick={() => saveSvg(onPaper().svg, t('title'))}>{t('saveSvg')}</Button>
      <Button onClick={() => saving.mutate()}>{t('savePng')}</Button>
      <Button onClick={() => window.print()}>{t('print')}</Button>
      {saving.isError && <Notice tone="warn">{t('notSaved')}</Notice>}
    </>
  )
}
