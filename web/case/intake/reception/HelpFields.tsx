import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InquirySheet } from '#contract/case/intake.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import type { PersonRef } from '#web/people/PersonPicker.tsx'
import { ChoiceField } from '#web/ui/index.ts'
import { InquiryFields } from '../inquiry/InquiryFields.tsx'
import type { DeskPartProps } from './DangerFields.tsx'
import { OutreachPage } from '#contract/case/reception.ts'
import { api } from '#web/app/api.ts'
import { receptionWords } from './reception.words.ts'
import { deskSheet } from './desk-sheet.ts'

/** Somebody wants help: the sheet of a first contact, as it is known everywhere else, and where they were met. */
export function HelpFields({ received, change, refused }: DeskPartProps) {
  const setSheet = (sheet: InquirySheet) => change({ sheet })
  const [people] = useState<{ caller: PersonRef | null; client: PersonRef | null }>({
    caller: null,
    client: null,
  })
  return (
    <>
      <InquiryFields
        inquiry={{ ...people, reporter: { protected: false } }}
        sheet={deskSheet(received.sheet, setSheet)}
        danger={received.danger}
        refused={refused}
      />
      {received.sheet.channel === 'outreach' && (
        <MetAt chosen={received.outreachId} choose={(outreachId) => change({ outreachId })} />
      )}
    </>
  )
}

type MetAtProps = { chosen: string | null; choose: (id: string | null) => void }

/** At which outreach event they were met: the newest ones. */
function MetAt({ chosen, choose }: MetAtProps) {
  const t = useWords(receptionWords)
  const formats = useFormats()
  const { data } = useQuery({
    queryKey: ['outreach', 'newest'],
    queryFn: async ({ signal }) =>
      (await api.get('/api/outreach-events?limit=10', OutreachPage, { signal })).value.rows,
  })
  const events = data ?? []
  if (events.length === 0) return <p className="section-lead">{t('noOutreach')}</p>
  const choices = events.map(({ id, place, heldOn }) => ({
    value: id,
    label: `${formats.date(heldOn)} · ${place}`,
  }))
  return <ChoiceField label={t('metAt')} choices={choices} shape="list" value={chosen} onChange={choose} />
}
