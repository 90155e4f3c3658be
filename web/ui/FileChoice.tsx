import { useId } from 'react'

type FileChoiceProps = {
  /** What the button says, in the reader's language. */
  label: string
  /** Which kinds, and how large. */
  hint: string
  /** As the attribute `accept` has it: `.zip,.csv`. */
  accept: string
  busy: boolean
  onFile: (file: File) => void
}

/** A button that chooses one file, which is taken at once. The browser's own words stay out of sight: they are in its language. */
export function FileChoice({ label, hint, accept, busy, onFile }: FileChoiceProps) {
  const id = useId()
  return (
    <div className="file-choice">
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={busy}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          const [file] = Array.from(target.files ?? [])
          if (file) onFile(file)
          // The same file may be chosen again after it was mended.
          target.value = ''
        }}
      />
      <label htmlFor={id} className="button">
        {label}
      </label>
      <small id={`${id}-hint`}>{hint}</small>
    </div>
  )
}
