import { useEffect, useRef } from 'react'
import { RefusedByServer } from '#web/app/api.ts'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { SheetNotSaved } from './saved.ts'
import { isEmpty } from './useFieldErrors.ts'

type ActRefusalProps = {
  error: unknown
  labels: Readonly<Record<string, string>>
  /** The record as it now stands: what was filled since is no longer named. */
  now: object
}

/** Why an act (registering, signing) was refused, brought into sight: its button may be far from here. */
export function ActRefusal({ error, labels, now }: ActRefusalProps) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) note.current?.scrollIntoView({ block: 'center' })
  }, [error])
  const left = stillStanding(error, now)
  if (!left || left instanceof SheetNotSaved) return null
  return (
    <div ref={note}>
      <RefusalNote error={left} labels={labels} />
    </div>
  )
}

/** The refusal without the fields that were filled since; null when nothing of it is left. */
function stillStanding(error: unknown, now: object): unknown {
  if (!(error instanceof RefusedByServer) || error.fields.length === 0) return error
  const values = new Map<string, unknown>(Object.entries(now))
  const fields = error.fields.filter(
    ({ path, code }) => code !== 'required' || isEmpty(values.get(path) ?? null),
  )
  const { status, code, facts } = error
  return fields.length === 0 ? null : new RefusedByServer(status, { code, facts, fields: [...fields] })
}
