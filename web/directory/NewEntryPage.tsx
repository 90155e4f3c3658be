import './directory.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { NotFoundPage } from '#web/app/NoPages.tsx'
import { Page } from '#web/ui/index.ts'
import { addEntry, directoryKey } from './directory.api.ts'
import { directoryWords } from './directory.words.ts'
import { emptySheet, EntryForm } from './EntryForm.tsx'
import { entrySheetWords } from './entry-sheet.words.ts'

/** Adds a service of an agency that somebody knows. */
export function NewEntryPage() {
  if (useMe().abilities.writeDirectory !== 'yes') return <NotFoundPage />
  return <NewEntry />
}

function NewEntry() {
  const t = useWords(entrySheetWords)
  const says = useWords(directoryWords)
  const go = useGo()
  const queries = useQueryClient()
  // One id for the life of the sheet: adding again after a lost answer adds nothing twice.
  const [id] = useState(() => crypto.randomUUID())
  const [sheet, write] = useState(emptySheet)
  const saving = useMutation({
    mutationFn: () => addEntry({ ...sheet, id }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: directoryKey })
      go(`/directory/entries/${id}`, { replace: true })
    },
  })
  return (
    <Page title={t('newTitle')} lead={t('newLead')} back={{ to: '/directory', label: says('back') }}>
      <EntryForm
        title={t('newTitle')}
        sheet={sheet}
        write={write}
        save={() => saving.mutate()}
        saving={saving}
        backTo="/directory"
      />
    </Page>
  )
}
