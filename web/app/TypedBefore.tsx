import { Button, Notice } from '#web/ui/index.ts'
import { conflictWords } from './conflict.words.ts'
import { useWords } from './LanguageContext.tsx'
import type { Typed } from './useTyped.ts'

type TypedBeforeProps = { typed: Pick<Typed<object>, 'restored' | 'beginAnew'> }

/** Says that text of an earlier sitting was put back, and over what, and lets one begin again. */
export function TypedBefore({ typed }: TypedBeforeProps) {
  const t = useWords(conflictWords)
  if (!typed.restored) return null
  return (
    <Notice>
      {t(typed.restored === 'whole' ? 'restored' : 'restoredOverNewer')}{' '}
      <Button look="quiet" onClick={typed.beginAnew}>
        {t('beginAnew')}
      </Button>
    </Notice>
  )
}
