import './directory.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { emptyEntry, type NewEntry } from '#contract/directory.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { useGo } from '#web/app/navigation.tsx'
import { NotFoundPage } from '#web/app/NoPages.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, LinkButton, Page, Sheet } from '#web/ui/index.ts'
import { addEntry, directoryKey } from './directory.api.ts'
import { directoryWords } from './directory.words.ts'
import { EntryFields, useEntryLabels } from './EntryFields.tsx'
import { entrySheetWords } from './entry-sheet.words.ts'

/** Adds a service of an agency that somebody knows. */
export function NewEntryPage() {
  if (useMe().abilities.writeDirectory !== 'yes') return <NotFoundPage />
  return <WriteEntry />
}

// One id for the life of the sheet: adding again after a lost answer adds nothing twice.
const nothingYet = (): NewEntry => ({ ...emptyEntry, id: crypto.randomUUID() })

function WriteEntry() {
  const t = useWords(entrySheetWords)
  const says = useWords(directoryWords)
  const go = useGo()
  const queries = useQueryClient()
  const typed = useTyped('directory-entry/new', nothingYet)
  const { value: entry, change } = typed
  const saving = useMutation({
    mutationFn: () => addEntry(entry),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: directoryKey })
      go(`/directory/entries/${entry.id}`, { replace: true })
    },
  })
  const whole = entry.name.trim() !== '' && entry.organizationName.trim() !== ''
  return (
    <Page title={t('newTitle')} lead={t('newLead')} back={{ to: '/directory', label: says('back') }}>
      <Sheet
        label={t('newTitle')}
        onSubmit={() => saving.mutate()}
        actions={
          <>
            <Button type="submit" look="main" busy={saving.isPending} disabled={!whole}>
              {t('save')}
            </Button>
            <LinkButton to="/directory">{t('cancel')}</LinkButton>
          </>
        }
      >
        <TypedBefore typed={typed} />
        <RefusalNote error={saving.error} labels={useEntryLabels()} />
        <EntryFields sheet={entry} change={change} errorOf={useRefusedFields(saving.error)} />
      </Sheet>
    </Page>
  )
}
