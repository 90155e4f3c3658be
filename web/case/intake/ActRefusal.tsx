import { useEffect, useRef } from 'react'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { SheetNotSaved } from './saved.ts'

type ActRefusalProps = { error: unknown; labels: Readonly<Record<string, string>> }

/** Why an act (registering, signing) was refused, brought into sight: its button may be far from here. */
export function ActRefusal({ error, labels }: ActRefusalProps) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) note.current?.scrollIntoView({ block: 'center' })
  }, [error])
  if (!error || error instanceof SheetNotSaved) return null
  return (
    <div ref={note}>
      <RefusalNote error={error} labels={labels} />
    </div>
  )
}
