import '../intake.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ContactChannel, contactChannel } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, Page } from '#web/ui/index.ts'
import { inquiryQuery, openInquiry } from './inquiry.api.ts'
import { inquiriesWords } from './inquiries.words.ts'
import { inquiryPlaces } from './places.ts'

/** Receives a first contact: one key says how it came, and its sheet opens. */
export function ReceivePage() {
  const t = useWords(inquiriesWords)
  const go = useGo()
  const queries = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const opening = useMutation({
    mutationFn: (channel: ContactChannel) => openInquiry({ id, channel }),
    onSuccess: ({ value }) => {
      queries.setQueryData(inquiryQuery(id).queryKey, value)
      void queries.invalidateQueries({ queryKey: ['inquiries'] })
      go(inquiryPlaces(id).sheet, { replace: true })
    },
  })
  return (
    <Page title={t('newTitle')} lead={t('newLead')} back={{ to: '/inquiries', label: t('title') }}>
      <RefusalNote error={opening.error} />
      <Channels choose={opening.mutate} busy={opening.isPending} />
    </Page>
  )
}

/** One button for each way; the first has the focus, so that Enter is enough for a phone call. */
function Channels({ choose, busy }: { choose: (channel: ContactChannel) => void; busy: boolean }) {
  const channels = useChoices(contactChannel)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  return (
    <div className="channels" ref={list}>
      {channels.map(({ value, label }, place) => (
        <Button key={value} look={place === 0 ? 'main' : 'plain'} busy={busy} onClick={() => choose(value)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
