import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { BreakGlassLine } from '#contract/break-glass.ts'
import { breakGlassVerdict, type BreakGlassVerdict } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, ChoiceField, LongTextField, Sheet } from '#web/ui/index.ts'
import { reviewBreakGlass } from './break-glass.api.ts'
import { openingsWords } from './openings.words.ts'

type ReviewFormProps = { opening: BreakGlassLine; onDone: () => unknown; onCancel: () => void }

/** What another thinks of an opening, with words that say why. */
export function ReviewForm({ opening, onDone, onCancel }: ReviewFormProps) {
  const t = useWords(openingsWords)
  const verdicts = useChoices(breakGlassVerdict)
  const [verdict, judge] = useState<BreakGlassVerdict | null>(null)
  const [words, write] = useState('')
  const saving = useMutation({
    mutationFn: (judged: BreakGlassVerdict) => reviewBreakGlass(opening.id, { verdict: judged, words }),
    onSuccess: onDone,
  })
  return (
    <Sheet
      label={t('review')}
      onSubmit={() => verdict && saving.mutate(verdict)}
      actions={
        <>
          <Button
            type="submit"
            look="main"
            busy={saving.isPending}
            disabled={verdict === null || words.trim() === ''}
          >
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <ChoiceField label={t('verdict')} choices={verdicts} required value={verdict} onChange={judge} />
      <LongTextField label={t('words')} hint={t('wordsHint')} required value={words} onChange={write} />
      <RefusalNote error={saving.error} labels={{ words: t('words') }} />
    </Sheet>
  )
}
