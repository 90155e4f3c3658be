import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InquiryLine } from '#contract/case/intake.ts'
import { InquiryView } from '#contract/case/intake.ts'
import { api } from '#web/app/api.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, PersonName } from '#web/ui/index.ts'
import { inquiriesWords } from './inquiries.words.ts'

/** Who has taken a first contact, and a way to take it or put it back; whoever was quicker is told by name. */
export function TakeButton({ row }: { row: Pick<InquiryLine, 'id' | 'takenBy' | 'state'> }) {
  const t = useWords(inquiriesWords)
  const { worker } = useMe()
  const queries = useQueryClient()
  const mine = row.takenBy?.id === worker.id
  const taking = useMutation({
    mutationFn: async (takes: boolean) => {
      const path = `/api/inquiries/${row.id}` as const
      const { version } = await api.get(path, InquiryView)
      const body = { takes, from: row.takenBy?.id ?? null }
      return api.put(`${path}/taking`, InquiryView, { body, version })
    },
    onSettled: async (_done, error) => {
      if (error === null) await queries.invalidateQueries({ queryKey: ['inquiries'] })
      await queries.invalidateQueries({ queryKey: ['inquiry', row.id] })
    },
  })
  return (
    <span className="taking">
      {row.takenBy ? <PersonName>{mine ? t('me') : row.takenBy.name}</PersonName> : t('takenByNobody')}
      <Button look="quiet" busy={taking.isPending} onClick={() => taking.mutate(!mine)}>
        {t(mine ? 'putBack' : row.takenBy ? 'takeOver' : 'take')}
      </Button>
      <RefusalNote error={taking.error} />
    </span>
  )
}
