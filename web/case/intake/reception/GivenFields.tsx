import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EntryPage } from '#contract/directory.ts'
import { contactChannel } from '#contract/codes/index.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { api } from '#web/app/api.ts'
import { useChoices, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Button, ChoiceField, LongTextField, ManyChoicesField, Section, TextField } from '#web/ui/index.ts'
import { NoticeFirst } from '../inquiry/NoticeFirst.tsx'
import { useTelling } from '../inquiry/useTelling.ts'
import type { DeskPartProps } from './DangerFields.tsx'
import { leafletsQuery } from './reception.api.ts'
import { receptionWords } from './reception.words.ts'
import { deskSheet } from './desk-sheet.ts'

/** Somebody only wants to know something: what it was, and what they are given. */
export function GivenFields({ received, change, refused }: DeskPartProps) {
  const t = useWords(receptionWords)
  const errorOf = useRefusedFields(refused)
  const sheet = deskSheet(received.sheet, (next) => change({ sheet: next }))
  const people = { caller: null, client: null, reporter: { protected: false } }
  const telling = useTelling(people, sheet, received.danger)
  return (
    <Section title={t('givenPart')}>
      {telling.waiting.length > 0 && <NoticeFirst telling={telling} sheet={sheet} />}
      <ChoiceField
        label={t('channel')}
        choices={useChoices(contactChannel)}
        shape="pills"
        required
        {...sheet.field('channel')}
      />
      <LongTextField
        {...sheet.field('trouble')}
        label={t('asked')}
        required
        rows={2}
        error={errorOf('trouble')}
      />
      <Leaflets chosen={received.leafletIds} choose={(leafletIds) => change({ leafletIds })} />
      <Entries chosen={received.entries} choose={(entries) => change({ entries })} />
      <TextField label={t('saidBeside')} value={received.words} onChange={(words) => change({ words })} />
    </Section>
  )
}

type LeafletsProps = { chosen: readonly string[]; choose: (ids: string[]) => void }

function Leaflets({ chosen, choose }: LeafletsProps) {
  const t = useWords(receptionWords)
  const { language } = useLanguage()
  const { data } = useSuspenseQuery(leafletsQuery)
  const choices = data.rows
    .filter(({ active }) => active)
    .map(({ id, title }) => ({ value: id, label: title[language] }))
  if (choices.length === 0) return null
  return <ManyChoicesField label={t('leaflets')} choices={choices} value={chosen} onChange={choose} />
}

type Entry = Readonly<{ id: string; name: string }>
type EntriesProps = { chosen: readonly Entry[]; choose: (entries: Entry[]) => void }

/** Entries of the directory: those chosen, and those that a word finds. */
function Entries({ chosen, choose }: EntriesProps) {
  const t = useWords(receptionWords)
  const [words, look] = useState('')
  const asked = words.trim()
  const found = useQuery({
    queryKey: ['directory', 'desk', asked],
    enabled: asked !== '',
    queryFn: async ({ signal }) =>
      (await api.post('/api/directory/searches', EntryPage, { body: { words: asked, limit: 6 }, signal }))
        .value.rows,
  })
  const chosenIds = chosen.map(({ id }) => id)
  const offered = (found.data ?? []).filter(({ id }) => !chosenIds.includes(id))
  return (
    <>
      {chosen.length > 0 && (
        <ManyChoicesField
          label={t('entries')}
          choices={chosen.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosenIds}
          onChange={(ids) => choose(chosen.filter(({ id }) => ids.includes(id)))}
        />
      )}
      <TextField label={t('findEntry')} hint={t('findEntryHint')} value={words} onChange={look} />
      {offered.length > 0 && (
        <ul className="reception-found">
          {offered.map(({ id, name, organizationName }) => (
            <li key={id}>
              <Button onClick={() => choose([...chosen, { id, name }])}>
                {organizationName === '' ? name : `${name} · ${organizationName}`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked !== '' && found.data?.length === 0 && <p className="section-lead">{t('nothingFound')}</p>}
    </>
  )
}
