import type { ClosingView } from '#contract/case/closing.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Badge } from '#web/ui/index.ts'
import { closingWords } from './closing.words.ts'

const tones = { draft: 'info', submitted: 'info', returned: 'warn', approved: 'done' } as const

/** Where the closing stands, and who wrote it. */
export function ClosingLead({ view: { state, author } }: { view: ClosingView }) {
  const t = useWords(closingWords)
  return (
    <p className="closing-lead">
      <Badge tone={tones[state]}>{t(state)}</Badge>
      <span>{t('writtenBy', { name: author.name })}</span>
    </p>
  )
}
