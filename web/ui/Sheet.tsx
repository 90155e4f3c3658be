import type { FormEvent, ReactNode } from 'react'
import { useUiWords, type UiWords } from './UiContext.tsx'

/** Where what was typed is: on the server, on its way, here only, here only because the server is away, or disputed. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'offline' | 'conflict'

type SheetProps = {
  children: ReactNode
  /** Buttons at the end of the sheet; on a phone they stick to the bottom. */
  actions?: ReactNode
  /** Draws the save indicator. `savedAt` is a time already written in the reader's language. */
  save?: { state: SaveState; savedAt?: string | undefined } | undefined
  onSubmit?: (() => void) | undefined
  /** Names the form for a screen reader when the page has several. */
  label?: string
}

/** A form one fills from top to bottom. Enter in a field submits it when `onSubmit` is given. */
export function Sheet(props: SheetProps) {
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault()
    props.onSubmit?.()
  }
  return (
    <form className="sheet" noValidate onSubmit={submit} aria-label={props.label}>
      {props.children}
      {(props.actions || props.save) && (
        <div className="sheet-foot">
          {props.save && <SaveIndicator {...props.save} />}
          {props.actions && <div className="sheet-actions">{props.actions}</div>}
        </div>
      )}
    </form>
  )
}

/** One line that says where the text is. Announced politely, so typing is not interrupted. */
export function SaveIndicator({ state, savedAt }: { state: SaveState; savedAt?: string | undefined }) {
  const words = useUiWords()
  return (
    <output className="save-state" data-state={state}>
      {saveSentence(words, state, savedAt)}
    </output>
  )
}

function saveSentence(words: UiWords, state: SaveState, savedAt: string | undefined): string {
  if (state === 'saved') return savedAt ? words.saved(savedAt) : words.savedBefore
  return {
    saving: words.saving,
    unsaved: words.unsaved,
    offline: words.keptOnDevice,
    conflict: words.conflict,
  }[state]
}

/** Fields side by side where there is room; below each other on a phone. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>
}
