import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { ServerUnreachable, RefusedByServer, type Versioned } from '#web/app/api.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useDraftSheet } from '#web/app/useDraftSheet.ts'
import { LongTextField, Page, TextField } from '#web/ui/index.ts'
import { galleryWords } from './gallery.words.ts'

type Note = { facts: string; task: string }

/** A server for one note, reachable from the console of the gallery: set `away`, or change `now`. */
const server = {
  away: false,
  now: { value: { facts: '', task: '' }, version: 1 } as Versioned<Note>,
  save: async (value: Note, version: number) => {
    if (server.away) throw new ServerUnreachable('away')
    if (version !== server.now.version)
      throw new RefusedByServer(412, { code: 'changed-meanwhile', facts: {}, fields: [] })
    server.now = { value, version: version + 1 }
    return server.now
  },
}
Object.assign(globalThis, { noteServer: server })

/** A sheet saved as one writes, against the server above. */
export function GalleryDraft() {
  const t = useWords(galleryWords)
  const sheet = useDraftSheet({
    key: 'gallery/note',
    load: server.now,
    save: server.save,
    reload: async () => server.now,
    validate: (value): Record<string, string> => (value.task.length > 20 ? { task: 'too-long' } : {}),
  })
  return (
    <Page title={t('sheet')}>
      <DraftSheetForm sheet={sheet} labels={{ facts: t('facts'), task: t('task') }}>
        <LongTextField label={t('facts')} {...sheet.field('facts')} />
        <TextField label={t('task')} {...sheet.field('task')} />
      </DraftSheetForm>
    </Page>
  )
}
