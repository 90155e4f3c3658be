import './directory.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EntrySheet } from '#contract/directory.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { useGo, useRouteParam } from '#web/app/navigation.tsx'
import { NotFoundPage } from '#web/app/NoPages.tsx'
import { Page } from '#web/ui/index.ts'
import { changeEntry, directoryKey, entryQuery } from './directory.api.ts'
import { EntryForm } from './EntryForm.tsx'
import { entrySheetWords } from './entry-sheet.words.ts'

/** Changes what the directory says of a service. */
export function ChangeEntryPage() {
  if (useMe().abilities.writeDirectory !== 'yes') return <NotFoundPage />
  return <ChangeEntry />
}

function ChangeEntry() {
  const t = useWords(entrySheetWords)
  const go = useGo()
  const queries = useQueryClient()
  const { data } = useSuspenseQuery(entryQuery(useRouteParam('entryId')))
  const { id, sheet: known } = data.value
  // The version that was seen with this sheet: what somebody else saves meanwhile is not overwritten.
  const [version] = useState(data.version)
  const [sheet, write] = useState<EntrySheet>(known)
  const place = `/directory/entries/${id}`
  const saving = useMutation({
    mutationFn: () => changeEntry(id, sheet, version),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: directoryKey })
      go(place, { replace: true })
    },
  })
  return (
    <Page title={t('changeTitle')} back={{ to: place, label: known.name }}>
      <EntryForm
        title={t('changeTitle')}
        sheet={sheet}
        write={write}
        save={() => saving.mutate()}
        saving={saving}
        backTo={place}
      />
    </Page>
  )
}
