import { useMutation } from '@tanstack/react-query'
import type { BreakGlassLine } from '#contract/break-glass.ts'
import { breakGlassVerdict, type BreakGlassVerdict } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, LongTextField, Sheet } from '#web/ui/index.ts'
import { reviewBreakGlass } from './break-glass.api.ts'
import { openingsWords } from './openings.words.ts'

type ReviewFormProps = { opening: BreakGlassLine; onDone: () => unknown; onCancel: () => void }

const nothingYet = (): { verdict: BreakGlassVerdict | null; words: string } => ({ verdict: null, words: '' })

/** What another thinks of an opening, with words that say why. */
export function ReviewForm({ opening, onDone, onCancel }: ReviewFormProps) {
  const t = useWords(openingsWords)
  const verdicts = useChoices(breakGlassVerdict)
  const typed = useTyped(`break-glass-review/${opening.id}`, nothingYet)
  const { verdict, words } = typed.value
  const saving = useMutation({
    mutationFn: (judged: BreakGlassVerdict) => reviewBreakGlass(opening.id, { verdict: judged, words }),
    onSuccess: () => {
      typed.forget()
      return onDone()
    },
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
      <TypedBefore typed={typed} />
      <ChoiceField
        label={t('verdict')}
        choices={verdicts}
        required
        value={verdict}
        onChange={(judged) => typed.change({ verdict: judged })}
      />
      <LongTextField
        label={t('words')}
        hint={t('wordsHint')}
        required
        value={words}
        onChange={(text) => typed.change({ words: text })}
      />
      <RefusalNote error={saving.error} labels={{ words: t('words') }} />
    </Sheet>
  )
}
