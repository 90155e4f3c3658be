import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { RefusedByServer, type Versioned } from '#web/app/api.ts'
import { same } from '#web/app/draft.ts'
import { useLanguage } from '#web/app/LanguageContext.tsx'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import { useDraftSheet } from '#web/app/useDraftSheet.ts'

type View<Sheet> = { id: string; sheet: Sheet; version: number }

type SignableOptions<Sheet extends object, Seen extends View<Sheet>> = {
  /** Names the draft on this device. */
  key: string
  view: Seen
  save: (sheet: Sheet, version: number) => Promise<Versioned<Seen>>
  reload: () => Promise<Versioned<Seen>>
  /** The act that needs everything saved and whole: signing, submitting. */
  act: (version: number) => Promise<Versioned<Seen>>
  /** What to do with the answer to the act. */
  done: (seen: Versioned<Seen>) => Promise<void>
}

/** A sheet that is saved as one writes and then signed or submitted whole. */
export function useSignableDraft<Sheet extends object, Seen extends View<Sheet>>(
  options: SignableOptions<Sheet, Seen>,
) {
  const sheetOf = ({ sheet, version }: Seen) => ({ value: sheet, version })
  const draft = useDraftSheet<Sheet>({
    key: `${options.key}/${options.view.id}`,
    load: sheetOf(options.view),
    save: async (sheet, version) => sheetOf((await options.save(sheet, version)).value),
    reload: async () => sheetOf((await options.reload()).value),
  })
  const [asked, setAsked] = useState(options.view.sheet)
  const signing = useMutation({
    mutationFn: async () => {
      const { state, value, version } = await draft.flush()
      setAsked(value)
      // What stands in the way of saving is already said on the sheet itself.
      return state === 'saved' ? options.act(version) : null
    },
    onSuccess: (seen) => (seen ? options.done(seen) : undefined),
  })
  const gapAt = useGaps(signing.error, asked, draft.value)
  const errorAt = (path: string) => draft.errorsFor(path) ?? gapAt(path)
  const field = <Key extends keyof Sheet & string>(key: Key) => ({ ...draft.field(key), error: errorAt(key) })
  return { draft, signing, errorAt, field }
}

/** What a refused act found missing, field by field; silent once the field was touched. */
function useGaps(error: unknown, asked: object, now: object) {
  const { language } = useLanguage()
  const gaps = error instanceof RefusedByServer ? error.fields : []
  return (path: string) => {
    const gap = gaps.find((one) => one.path === path)
    if (!gap || !same(valueAt(asked, path), valueAt(now, path))) return undefined
    return fieldSentenceFor(gap.code, language)
  }
}

/** What stands at a path like `appraisal.fit`; a row is found by its goal's id. */
function valueAt(sheet: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value.find((row: unknown) => isObject(row) && row['goalId'] === key)
    return isObject(value) ? value[key] : undefined
  }, sheet)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
