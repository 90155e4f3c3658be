import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useUiWords } from './UiContext.tsx'

type DialogProps = {
  open: boolean
  title: string
  /** Called for Escape and the close button; the caller sets `open` to false. */
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
}

/**
 * Chromium gives the focus back when a dialog closes, but not the caret: what is typed next would go nowhere. A field that
 * gets the focus anew has both.
 */
function giveCaretBack() {
  const field = document.activeElement
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
  if (!isText || field.selectionStart === null) return
  field.blur()
  field.focus({ preventScroll: true })
}

/** A modal question over the page, as a native dialog: Escape closes it and focus returns by itself. */
export function Dialog({ open, title, onClose, children, actions }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const words = useUiWords()
  const closed = () => {
    giveCaretBack()
    onClose()
  }
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal()
    if (!open) box.current?.close()
  }, [open])
  // A dialog that is taken off the page is closed first: only a closed one gives the focus back.
  useLayoutEffect(() => {
    const leaving = box.current
    return () => {
      if (!leaving?.open) return
      leaving.close()
      giveCaretBack()
    }
  }, [])
  return (
    <dialog ref={box} className="dialog" aria-labelledby={titleId} onClose={closed}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {open && children}
      {open && actions && <div className="sheet-actions">{actions}</div>}
    </dialog>
  )
}
