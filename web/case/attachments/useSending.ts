import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer, useRef, useState } from 'react'
import { ServerUnreachable } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'
import { sendFile, Stopped } from './attachments.api.ts'
import { afterwards, type Chosen } from './sending.ts'

const newKey = () => crypto.randomUUID()

/** Files that are chosen, named and sent one after the other; what fails stays, with the reason. */
export function useSending(caseId: string) {
  const [chosen, happen] = useReducer(afterwards, [])
  const [busy, setBusy] = useState(false)
  const under = useRef<AbortController | null>(null)
  const queries = useQueryClient()
  useEffect(() => () => under.current?.abort(), [])
  useLeavingWarned(chosen.length > 0)

  const sendOne = async ({ key, idempotencyKey, title, file }: Chosen) => {
    const stopping = new AbortController()
    under.current = stopping
    happen({ do: 'begin', key })
    try {
      await sendFile(
        caseId,
        { id: key, idempotencyKey, title, file },
        {
          signal: stopping.signal,
          onProgress: (sent) => happen({ do: 'progress', key, sent }),
        },
      )
      happen({ do: 'drop', key })
      await queries.invalidateQueries({ queryKey: caseKey(caseId) })
      return true
    } catch (error) {
      if (error instanceof Stopped) happen({ do: 'stop', key })
      // Nobody knows whether it arrived: with the same key it is done once.
      else
        happen({
          do: 'fail',
          key,
          error,
          newKey: error instanceof ServerUnreachable ? () => idempotencyKey : newKey,
        })
      return !(error instanceof Stopped)
    }
  }

  const sendAll = async () => {
    setBusy(true)
    for (const one of chosen) if (!(await sendOne(one))) break
    setBusy(false)
  }

  return {
    chosen,
    busy,
    choose: (files: readonly File[]) => happen({ do: 'choose', files, newKey }),
    name: (key: string, title: string) => happen({ do: 'name', key, title }),
    drop: (key: string) => happen({ do: 'drop', key }),
    stop: () => under.current?.abort(),
    sendAll: () => void sendAll(),
  }
}

/** The browser asks before a page is left on which files wait. */
function useLeavingWarned(waiting: boolean) {
  useEffect(() => {
    if (!waiting) return undefined
    const warn = (leaving: BeforeUnloadEvent) => leaving.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [waiting])
}
