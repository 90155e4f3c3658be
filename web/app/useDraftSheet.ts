import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { RefusedByServer, type Versioned } from './api.ts'
import { DraftKeeper, type Draft } from './draft-keeper.ts'
import { deviceDrafts } from './draft-store.ts'
import { useFormats, useLanguage } from './LanguageContext.tsx'
import { useMe } from './MeContext.tsx'
import { fieldSentenceFor } from './sentences.ts'
import { isBeingLeft, onReturn } from './session-end.ts'

type DraftSheetOptions<Value> = {
  /** Names the record on this device: `plan/${caseId}`. The writer's id is put before it. */
  key: string
  /** The record as loaded, and its version. Later loads of the same key do not disturb what is typed. */
  load: Versioned<Value>
  save: (value: Value, version: number) => Promise<Versioned<Value>>
  /** Fetches the record anew when somebody else changed it. */
  reload: () => Promise<Versioned<Value>>
  /** Field path → code of a field sentence, checked as one types, before the server does. */
  validate?: (value: Value) => Readonly<Record<string, string>>
}

/** What a field needs, ready to spread: `<TextField label={…} {...sheet.field('name')} />`. */
export type BoundField<Field> = {
  /** The field's name; a refusal leads there. */
  id: string
  value: Field
  onChange: (value: Field) => void
  error: string | undefined
}

/** A record that is saved as one writes. See `DraftKeeper` for its states. */
export type DraftSheet<Value> = Draft<Value> & {
  set: <Key extends keyof Value & string>(key: Key) => (value: Value[Key]) => void
  /** Changes several fields at once. */
  change: (part: Partial<Value>) => void
  field: <Key extends keyof Value & string>(key: Key) => BoundField<Value[Key]>
  /** The sentence for a field path (`goals.0.title`), or undefined. */
  errorsFor: (path: string) => string | undefined
  /** Saves now; give it to the button that needs everything saved. Resolves to the draft as it then is. */
  flush: () => Promise<Draft<Value>>
  resolve: (value: Value) => void
  /** For `<Sheet save={…}>`. */
  indicator: { state: Draft<Value>['state']; savedAt: string | undefined }
}

/** Form state for a record that is saved as one writes; never throws typed text away. */
export function useDraftSheet<Value extends object>(options: DraftSheetOptions<Value>): DraftSheet<Value> {
  const keeper = useKeeper(options)
  const draft = useSyncExternalStore(keeper.subscribe, keeper.snapshot)
  const errorsFor = useErrors(draft, options.validate)
  const formats = useFormats()
  const change = (part: Partial<Value>) => keeper.set({ ...keeper.snapshot().value, ...part })
  const set =
    <Key extends keyof Value & string>(key: Key) =>
    (value: Value[Key]) =>
      keeper.set({ ...keeper.snapshot().value, [key]: value })
  return {
    ...draft,
    set,
    change,
    errorsFor,
    field: (key) => ({ id: key, value: draft.value[key], onChange: set(key), error: errorsFor(key) }),
    flush: () => keeper.flush(),
    resolve: (value) => keeper.resolve(value),
    indicator: { state: draft.state, savedAt: draft.savedAt ? formats.time(draft.savedAt) : undefined },
  }
}

function useKeeper<Value extends object>(options: DraftSheetOptions<Value>): DraftKeeper<Value> {
  const { worker } = useMe()
  const key = `${worker.id}/${options.key}`
  const task = { key, load: options.load, save: options.save, reload: options.reload }
  const [held, hold] = useState(() => ({ key, keeper: new DraftKeeper(task, deviceDrafts) }))
  const current = held.key === key ? held : { key, keeper: new DraftKeeper(task, deviceDrafts) }
  if (current !== held) hold(current)
  useEffect(() => current.keeper.follow(task))
  useLeaving(current.keeper)
  return current.keeper
}

/** Saves at once when the page is left or hidden, and asks before a tab with unsaved text is closed. */
function useLeaving<Value extends object>(keeper: DraftKeeper<Value>): void {
  useEffect(() => {
    keeper.start()
    const hide = () => void (document.visibilityState === 'hidden' && keeper.flush())
    const back = () => void (keeper.snapshot().state === 'offline' && keeper.flush())
    const forget = onReturn(() => void keeper.flush())
    const close = (closing: BeforeUnloadEvent) => {
      if (keeper.snapshot().state !== 'saved' && !isBeingLeft()) closing.preventDefault()
    }
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('online', back)
    window.addEventListener('beforeunload', close)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('online', back)
      window.removeEventListener('beforeunload', close)
      forget()
      void keeper.flush().finally(() => keeper.stop())
    }
  }, [keeper])
}

function useErrors<Value>(draft: Draft<Value>, validate: DraftSheetOptions<Value>['validate']) {
  const { language } = useLanguage()
  return useMemo(() => {
    const refused = draft.refusal instanceof RefusedByServer ? draft.refusal.fields : []
    const codes = new Map(Object.entries(validate?.(draft.value) ?? {}))
    for (const { path, code } of refused) codes.set(path, code)
    return (path: string) => {
      const code = codes.get(path)
      return code === undefined ? undefined : fieldSentenceFor(code, language)
    }
  }, [draft, validate, language])
}
