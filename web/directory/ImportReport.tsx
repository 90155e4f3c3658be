import {
  useMutation,
  useQueryClient,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { type RowOutcome, rowOutcome } from '#contract/codes/index.ts'
import { fileRemark, isMended, rowMending, rowProblem } from '#contract/directory-problems.ts'
import type { ImportRow, ImportView, RowRemark } from '#contract/directory-imports.ts'
import { RefusedByServer } from '#web/app/api.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import {
  ActionButton,
  Badge,
  Button,
  ChoiceField,
  Loading,
  MoreButton,
  Notice,
  Section,
  Written,
} from '#web/ui/index.ts'
import { directoryKey } from './directory.api.ts'
import { importQuery, rowsQuery, takeImport, undoImport } from './imports.api.ts'
import { importsWords } from './imports.words.ts'

type ImportReportProps = { id: string; close: () => void }

/** What became of each row of a file, or would; and taking or undoing it. */
export function ImportReport({ id, close }: ImportReportProps) {
  const t = useWords(importsWords)
  const { language } = useLanguage()
  const { data: view } = useSuspenseQuery(importQuery(id))
  const queries = useQueryClient()
  const { state } = view
  // What was taken is in the directory now: whatever was read of it before is asked again.
  useEffect(() => {
    if (state === 'taken') void queries.invalidateQueries({ queryKey: directoryKey })
  }, [queries, state])
  return (
    <Section title={t('report', { name: view.fileName })}>
      <p className="directory-badges">
        <Badge>{t(state)}</Badge>
        <span>{t('rows', { count: view.total })}</span>
        {rowOutcome.codes.map((code) => (
          <span key={code}>
            {rowOutcome.label(code, language)} {view.counts[code]}
          </span>
        ))}
        {view.noted > 0 && <span>{t('noted', { count: view.noted })}</span>}
      </p>
      {view.fileNotes.map(({ code, file }) => (
        <Notice key={`${code} ${file}`}>
          <Written>{file}</Written>: {fileRemark.label(code, language)}
        </Notice>
      ))}
      <Progress view={view} />
      <Acts view={view} close={close} />
      <Rows view={view} />
    </Section>
  )
}

function Progress({ view: { state, done, total } }: { view: ImportView }) {
  const t = useWords(importsWords)
  if (state !== 'taking') return null
  const said = t('progress', { done, total })
  return (
    <output className="directory-progress">
      <progress value={done} max={total} aria-label={said} /> {said}
    </output>
  )
}

function Acts({ view, close }: { view: ImportView; close: () => void }) {
  const t = useWords(importsWords)
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: directoryKey })
  const taking = useMutation({ mutationFn: () => takeImport(view), onSuccess })
  const undoing = useMutation({ mutationFn: (lose: boolean) => undoImport(view, lose), onSuccess })
  const { error } = undoing
  const changedSince = error instanceof RefusedByServer && error.code === 'directory/changed-since'
  return (
    <>
      <RefusalNote error={taking.error} />
      <RefusalNote error={error} />
      {changedSince && (
        <Notice
          tone="warn"
          actions={
            <Button busy={undoing.isPending} onClick={() => undoing.mutate(true)}>
              {t('lose')}
            </Button>
          }
        >
          {t('loseLead')}
        </Notice>
      )}
      <p className="directory-acts">
        {view.state === 'checked' && (
          <ActionButton
            look="main"
            ability={view.abilities.take}
            reason={t('takeNothing')}
            busy={taking.isPending}
            onClick={() => taking.mutate()}
          >
            {t('take')}
          </ActionButton>
        )}
        {view.abilities.undo === 'yes' && (
          <Button busy={undoing.isPending} onClick={() => undoing.mutate(false)}>
            {t('undo')}
          </Button>
        )}
        <Button look="quiet" onClick={close}>
          {t('close')}
        </Button>
      </p>
    </>
  )
}

function Rows({ view }: { view: ImportView }) {
  const t = useWords(importsWords)
  const { language } = useLanguage()
  // What was refused is what somebody must mend.
  const [shown, show] = useState<RowOutcome | 'all'>(view.counts.refused > 0 ? 'refused' : 'all')
  const choices = [
    { value: 'all' as const, label: t('all') },
    ...rowOutcome.codes.map((value) => ({ value, label: rowOutcome.label(value, language) })),
  ]
  return (
    <>
      <ChoiceField label={t('show')} choices={choices} value={shown} onChange={show} />
      <Suspense fallback={<Loading />}>
        <RowList key={view.state} id={view.id} outcome={shown} />
      </Suspense>
    </>
  )
}

function RowList({ id, outcome }: { id: string; outcome: RowOutcome | 'all' }) {
  const t = useWords(importsWords)
  const rows = useSuspenseInfiniteQuery(rowsQuery(id, outcome))
  const all = rows.data.pages.flatMap((page) => page.rows)
  if (all.length === 0) return <p>{t('noRows')}</p>
  return (
    <>
      <ul className="directory-rows">
        {all.map((row) => (
          <li key={row.ordinal}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      <MoreButton
        next={rows.hasNextPage ? 'more' : null}
        busy={rows.isFetchingNextPage}
        onMore={() => void rows.fetchNextPage()}
      />
    </>
  )
}

function Row({ row }: { row: ImportRow }) {
  const t = useWords(importsWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const { file, line, place, label, outcome, problem, notes } = row
  const where = line === null ? t('place', { file, place }) : t('line', { file, line: formats.number(line) })
  return (
    <>
      <p>
        <Badge {...(outcome === 'refused' ? { tone: 'warn' as const } : {})}>
          {rowOutcome.label(outcome, language)}
        </Badge>{' '}
        <Written>{label === '' ? (row.recordId ?? '') : label}</Written> <small>{where}</small>
      </p>
      {problem && <Remark remark={problem} />}
      {notes.map((note) => (
        <Remark key={`${note.column} ${note.code}`} remark={note} />
      ))}
    </>
  )
}

function Remark({ remark: { column, code } }: { remark: RowRemark }) {
  const t = useWords(importsWords)
  const { language } = useLanguage()
  const text = rowProblem.label(code, language)
  return (
    <p>
      {column === '' ? text : t('column', { column, text })}
      {isMended(code) && ` ${t('mend', { text: rowMending.label(code, language) })}`}
    </p>
  )
}
