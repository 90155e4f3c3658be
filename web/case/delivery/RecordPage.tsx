import './delivery.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouteParam } from '#web/app/navigation.tsx'
import { recordQuery } from './delivery.api.ts'
import { RecordEditor } from './RecordEditor.tsx'
import { RecordReading } from './RecordReading.tsx'

/** The record of one contact: written while it is a draft, read afterwards. */
export function RecordPage() {
  const caseId = useRouteParam('caseId')
  const recordId = useRouteParam('recordId')
  const { data: seen } = useSuspenseQuery(recordQuery(caseId, recordId))
  const isWriting = seen.value.state === 'draft' && seen.value.abilities.change === 'yes'
  return isWriting ? <RecordEditor key={recordId} seen={seen} /> : <RecordReading seen={seen} />
}
