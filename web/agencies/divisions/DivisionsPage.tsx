import '../settings/settings.css'
import './divisions.css'
import {
  useMutation,
  useQueryClient,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import {
  Badge,
  Button,
  EmptyState,
  FileChoice,
  Loading,
  MoreButton,
  Section,
  TextField,
  Written,
} from '#web/ui/index.ts'
import { SettingsFrame } from '../settings/SettingsFrame.tsx'
import { csvText } from './csv-text.ts'
import { bringEdition, editionsQuery, tableQuery } from './divisions.api.ts'
import { divisionsWords } from './divisions.words.ts'
import { EditionReport } from './EditionReport.tsx'

/** The table of division codes (GB/T 2260): which one counts, and the next edition of it. */
export function DivisionsPage() {
  const t = useWords(divisionsWords)
  const { data } = useSuspenseQuery(tableQuery)
  const [openId, open] = useState<string | null>(null)
  const mayLoad = useMe().abilities.loadDivisions === 'yes'
  return (
    <SettingsFrame place="divisions">
      <Section title={t('now')} lead={t('nowLead')}>
        <p>
          <Written>{data.source}</Written>
        </p>
      </Section>
      {mayLoad && (
        <>
          <BringIn onChecked={open} />
          {openId !== null && (
            <Suspense fallback={<Loading />}>
              <EditionReport key={openId} id={openId} close={() => open(null)} />
            </Suspense>
          )}
          <Suspense fallback={<Loading />}>
            <Earlier open={open} />
          </Suspense>
        </>
      )}
    </SettingsFrame>
  )
}

/** Says where a table comes from and chooses its file; it is checked at once. */
function BringIn({ onChecked }: { onChecked: (id: string) => void }) {
  const t = useWords(divisionsWords)
  const queries = useQueryClient()
  const typed = useTyped('division-edition', () => ({ source: '' }))
  const { source } = typed.value
  const checking = useMutation({
    mutationFn: async (file: File) =>
      bringEdition({
        id: crypto.randomUUID(),
        fileName: file.name,
        source,
        csv: csvText(await file.arrayBuffer()),
      }),
    onSuccess: async ({ id }) => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: editionsQuery.queryKey })
      onChecked(id)
    },
  })
  return (
    <Section title={t('bring')} lead={t('bringLead')}>
      <TypedBefore typed={typed} />
      <TextField
        label={t('source')}
        hint={t('sourceHint')}
        required
        value={source}
        onChange={(text) => typed.change({ source: text })}
      />
      <FileChoice
        label={checking.isPending ? t('checking') : t('choose')}
        hint={t('chooseHint')}
        accept=".csv"
        busy={checking.isPending}
        onFile={checking.mutate}
      />
      <RefusalNote error={checking.error} labels={{ source: t('source'), csv: t('choose') }} />
    </Section>
  )
}

function Earlier({ open }: { open: (id: string) => void }) {
  const t = useWords(divisionsWords)
  const formats = useFormats()
  const editions = useSuspenseInfiniteQuery(editionsQuery)
  const rows = editions.data.pages.flatMap((page) => page.rows)
  return (
    <Section title={t('earlier')}>
      {rows.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      <ul className="setting-list">
        {rows.map(({ id, fileName, source, state, counts, askedBy, askedAt }) => (
          <li key={id}>
            <p className="division-edition">
              <Written>{source}</Written>
              <Badge {...(counts ? { tone: 'info' as const } : {})}>{t(counts ? 'counts' : state)}</Badge>
            </p>
            <p>
              <small>
                <Written>
                  {t('by', { file: fileName, name: askedBy.name, time: formats.moment(askedAt) })}
                </Written>
              </small>
            </p>
            <Button look="quiet" onClick={() => open(id)}>
              {t('openReport')}
              <span className="visually-hidden"> {source}</span>
            </Button>
          </li>
        ))}
      </ul>
      <MoreButton
        next={editions.hasNextPage ? 'more' : null}
        busy={editions.isFetchingNextPage}
        onMore={() => void editions.fetchNextPage()}
      />
    </Section>
  )
}
