import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { caseKey } from '#web/case/overview/overview.api.ts'
import { openInterview } from './interview.api.ts'

/** Begins a record; the list then shows it, and so does this page. */
export function useOpening(caseId: string) {
  const queries = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  return useMutation({
    mutationFn: () => openInterview(caseId, id),
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  })
}
