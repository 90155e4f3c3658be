import { useEffect, useRef } from 'react'
import { RefusalNote } from '#web/app/RefusalNote.tsx'

type ShownRefusalProps = { error: unknown; labels: Readonly<Record<string, string>> }

/** A refusal at the end of a long sheet, brought into view when it comes: the button stays in sight, its answer must too. */
export function ShownRefusal({ error, labels }: ShownRefusalProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'center' })
  }, [error])
  return (
    <div ref={place}>
      <RefusalNote error={error} labels={labels} />
    </div>
  )
}
