import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { searchFor, useSearchText } from '#web/app/search-text.ts'
import { Button, LinkButton, Page, TextField } from '#web/ui/index.ts'
import { clientsWords } from './clients.words.ts'
import { mergingWords } from './merging.words.ts'
import { NewPersonPanel } from './NewPersonPanel.tsx'
import { peoplePageWords } from './people-page.words.ts'
import { personPickerWords } from './person-picker.words.ts'
import { PeopleFound } from './PeopleFound.tsx'
import './people.css'

/** Looks for people. What is looked for stays in memory: it is never in the address. */
export function PeoplePage() {
  const t = useWords(peoplePageWords)
  const finder = useWords(personPickerWords)
  const merging = useWords(mergingWords)
  const clients = useWords(clientsWords)
  const go = useGo()
  const text = useSearchText()
  const [recording, record] = useState(false)
  return (
    <Page
      title={t('people')}
      lead={t('lead')}
      actions={
        recording ? null : (
          <>
            <Button onClick={() => record(true)}>{t('record')}</Button>
            <LinkButton to="/potential-clients">{clients('potentialClients')}</LinkButton>
            <LinkButton to="/person-merges">{merging('merges')}</LinkButton>
          </>
        )
      }
    >
      {recording ? (
        <NewPersonPanel
          typed={text}
          onRecorded={({ id }) => go(`/people/${id}`)}
          onCancel={() => record(false)}
        />
      ) : (
        <>
          <TextField
            label={finder('search')}
            hint={finder('searchHint')}
            type="search"
            maxLength={200}
            value={text}
            onChange={searchFor}
          />
          <PeopleFound text={text} />
        </>
      )}
    </Page>
  )
}
