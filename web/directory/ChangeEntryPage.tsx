import './directory.css'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { EntrySheet, EntryView } from '#contract/directory.ts'
import type { Versioned } from '#web/app/api.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { NotFoundPage } from '#web/app/NoPages.tsx'
import { useDraftSheet } from '#web/app/useDraftSheet.ts'
import { LinkButton, Page } from '#web/ui/index.ts'
import { changeEntry, directoryKey, entryQuery } from './directory.api.ts'
import { EntryFields, useEntryLabels } from './EntryFields.tsx'
import { entrySheetWords } from './entry-sheet.words.ts'
import { useShownField } from './shown.ts'

/** Changes what the directory says of a service. */
export function ChangeEntryPage() {
  if (useMe().abilities.writeDirectory !== 'yes') return <NotFoundPage />
  return <ChangeEntry />
}

function ChangeEntry() {
  const t = useWords(entrySheetWords)
  const { data } = useSuspenseQuery(entryQuery(useRouteParam('entryId')))
  const place = `/directory/entries/${data.value.id}`
  const sheet = useEntryDraft(data)
  return (
    <Page title={t('changeTitle')} back={{ to: place, label: sheet.value.name }}>
      <DraftSheetForm
        sheet={sheet}
        labels={useEntryLabels()}
        show={useShownField()}
        actions={<LinkButton to={place}>{t('done')}</LinkButton>}
      >
        <EntryFields sheet={sheet.value} change={sheet.change} errorOf={sheet.errorsFor} />
      </DraftSheetForm>
    </Page>
  )
}

/** Keeps the sheet as it is written; where a colleague changed it meanwhile, both are shown. */
function useEntryDraft(loaded: Versioned<EntryView>) {
  const queries = useQueryClient()
  const { id } = loaded.value
  const query = entryQuery(id)
  const sheetOf = ({ value, version }: Versioned<EntryView>): Versioned<EntrySheet> => ({
    value: value.sheet,
    version,
  })
  return useDraftSheet({
    key: `directory-entry/${id}`,
    load: sheetOf(loaded),
    save: async (sheet, version) => {
      const saved = await changeEntry(id, sheet, version)
      queries.setQueryData(query.queryKey, saved)
      void queries.invalidateQueries({ queryKey: [...directoryKey, 'entries'] })
      return sheetOf(saved)
    },
    reload: async () => sheetOf(await queries.fetchQuery({ ...query, staleTime: 0 })),
  })
}
