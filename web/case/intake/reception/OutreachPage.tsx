import '../intake.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutreachView } from '#contract/case/reception.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useRouteParam } from '#web/app/navigation.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { ActionButton, Facts, Page, PersonName, Section } from '#web/ui/index.ts'
import { inquiryPlaces } from '../inquiry/places.ts'
import { OutreachForm, type WrittenOutreach } from './OutreachForm.tsx'
import { outreachWords } from './outreach.words.ts'
import { changeOutreach, outreachQuery } from './reception.api.ts'

/** One outreach event, and the people it led to that the reader may see. */
export function OutreachPage() {
  const t = useWords(outreachWords)
  const id = useRouteParam('outreachId')
  const { data: event } = useSuspenseQuery(outreachQuery(id))
  const [changing, change] = useState(false)
  const edit = !changing && (
    <ActionButton ability={event.abilities.change} onClick={() => change(true)}>
      {t('change')}
    </ActionButton>
  )
  return (
    <Page title={event.place} back={{ to: '/outreach', label: t('title') }} actions={edit}>
      {changing ? <Change event={event} onDone={() => change(false)} /> : <EventFacts event={event} />}
      <Section title={t('people')} lead={t('peopleLead')}>
        {event.people.length === 0 ? (
          <p>{t('nobody')}</p>
        ) : (
          <ul className="reception-found">
            {event.people.map(({ inquiryId, name }) => (
              <li key={inquiryId}>
                <Link to={inquiryPlaces(inquiryId).sheet}>
                  {name === null ? t('unnamed') : <PersonName>{name}</PersonName>}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}

function EventFacts({ event }: { event: OutreachView }) {
  const t = useWords(outreachWords)
  const formats = useFormats()
  return (
    <Facts
      facts={[
        { label: t('heldOn'), value: formats.date(event.heldOn) },
        { label: t('purpose'), value: event.purpose },
        { label: t('workers'), value: formats.list(event.workers.map(({ name }) => name)) },
        { label: t('peopleMet'), value: String(event.peopleMet) },
        { label: t('note'), value: event.note },
      ]}
    />
  )
}

function Change({ event, onDone }: { event: OutreachView; onDone: () => void }) {
  const queries = useQueryClient()
  const { id, heldOn, place, purpose, peopleMet, note, workers } = event
  const typed = useTyped<WrittenOutreach>(
    `outreach/${id}`,
    () => ({ id, heldOn, place, purpose, peopleMet, note, workerIds: workers.map((worker) => worker.id) }),
    event.version,
  )
  const saving = useMutation({
    mutationFn: ({ id: changed, ...sheet }: WrittenOutreach) => changeOutreach(changed, sheet, typed.version),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: ['outreach'] })
      onDone()
    },
    // A colleague was faster: what they wrote is loaded, and what is typed laid over it.
    onError: () => queries.invalidateQueries({ queryKey: ['outreach'] }),
  })
  return <OutreachForm typed={typed} saving={saving} onCancel={onDone} />
}
