import './directory.css'
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { importLimits } from '#contract/directory-imports.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { NotFoundPage } from '#web/app/NoPages.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import {
  Badge,
  Button,
  EmptyState,
  FileChoice,
  Loading,
  MoreButton,
  Page,
  Section,
  Written,
} from '#web/ui/index.ts'
import { directoryWords } from './directory.words.ts'
import { ImportReport } from './ImportReport.tsx'
import { importsQuery, sendImport } from './imports.api.ts'
import { importsWords } from './imports.words.ts'

/** Files of HSDS that are brought in: checked, read, taken, undone. */
export function ImportsPage() {
  if (useMe().abilities.importDirectory !== 'yes') return <NotFoundPage />
  return <Imports />
}

function Imports() {
  const t = useWords(importsWords)
  const says = useWords(directoryWords)
  const [openId, open] = useState<string | null>(null)
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/directory', label: says('back') }}>
      <BringIn onChecked={open} />
      {openId !== null && (
        <Suspense fallback={<Loading />}>
          <ImportReport key={openId} id={openId} close={() => open(null)} />
        </Suspense>
      )}
      <Suspense fallback={<Loading />}>
        <Earlier open={open} />
      </Suspense>
    </Page>
  )
}

/** Chooses a file; it is checked at once. */
function BringIn({ onChecked }: { onChecked: (id: string) => void }) {
  const t = useWords(importsWords)
  const queries = useQueryClient()
  const checking = useMutation({
    mutationFn: (file: File) => sendImport(crypto.randomUUID(), file),
    onSuccess: async (checked) => {
      await queries.invalidateQueries({ queryKey: importsQuery.queryKey })
      onChecked(checked.id)
    },
  })
  return (
    <div className="directory-bring">
      <FileChoice
        label={checking.isPending ? t('checking') : t('choose')}
        hint={t('chooseHint', { size: importLimits.mostBytes / 1024 ** 2 })}
        accept=".zip,.csv,.json"
        busy={checking.isPending}
        onFile={checking.mutate}
      />
      <RefusalNote error={checking.error} />
    </div>
  )
}

function Earlier({ open }: { open: (id: string) => void }) {
  const t = useWords(importsWords)
  const formats = useFormats()
  const imports = useSuspenseInfiniteQuery(importsQuery)
  const rows = imports.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
  return (
    <Section title={t('earlier')}>
      <ul className="directory-imports">
        {rows.map((one) => (
          <li key={one.id}>
            <Button look="quiet" onClick={() => open(one.id)}>
              {one.fileName}
            </Button>
            <Badge>{t(one.state)}</Badge>
            <small>
              <Written>{t('by', { name: one.askedBy.name, time: formats.moment(one.askedAt) })}</Written>
            </small>
          </li>
        ))}
      </ul>
      <MoreButton
        next={imports.hasNextPage ? 'more' : null}
        busy={imports.isFetchingNextPage}
        onMore={() => void imports.fetchNextPage()}
      />
    </Section>
  )
}
