import '../intake.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useGo } from '#web/app/navigation.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { ActionButton, Badge, EmptyState, Page, Section } from '#web/ui/index.ts'
import { DeskTabs } from '../inquiry/DeskTabs.tsx'
import { LeafletForm, newLeaflet, type WrittenLeaflet } from './LeafletForm.tsx'
import { leafletWords } from './leaflet.words.ts'
import { leafletsQuery, writeLeaflet } from './reception.api.ts'

/** What the agency hands out. */
export function LeafletsPage() {
  const t = useWords(leafletWords)
  const { language } = useLanguage()
  const { data } = useSuspenseQuery(leafletsQuery)
  const [writing, write] = useState(false)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        !writing && (
          <ActionButton ability={data.abilities.write} onClick={() => write(true)}>
            {t('write')}
          </ActionButton>
        )
      }
    >
      <DeskTabs here="/leaflets" />
      {writing && <NewLeaflet onCancel={() => write(false)} />}
      {data.rows.length === 0 && !writing && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      <ul className="leaflets">
        {data.rows.map(({ id, title, active }) => (
          <li key={id}>
            <Link to={`/leaflets/${id}`}>
              <span dir="auto">{title[language]}</span>
            </Link>
            {!active && <Badge>{t('inactive')}</Badge>}
          </li>
        ))}
      </ul>
    </Page>
  )
}

function NewLeaflet({ onCancel }: { onCancel: () => void }) {
  const t = useWords(leafletWords)
  const go = useGo()
  const queries = useQueryClient()
  const typed = useTyped('leaflet/new', newLeaflet)
  const saving = useMutation({
    mutationFn: (written: WrittenLeaflet) => writeLeaflet(written),
    onSuccess: (_, { id }) => {
      typed.forget()
      void queries.invalidateQueries({ queryKey: ['leaflets'] })
      go(`/leaflets/${id}`)
    },
  })
  return (
    <Section title={t('write')}>
      <LeafletForm typed={typed} saving={saving} onCancel={onCancel} />
    </Section>
  )
}
