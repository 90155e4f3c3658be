import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Device, SignInLine } from '#contract/account.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Badge, Button, Section, Table, type Column } from '#web/ui/index.ts'
import { endOthers, endSignIn, signInsQuery } from './account.api.ts'
import { accountWords } from './account.words.ts'

/** Where one is signed in, in plain words; each can be ended, and all others at once. */
export function SignInsSection() {
  const t = useWords(accountWords)
  const queries = useQueryClient()
  const { data: rows } = useSuspenseQuery(signInsQuery)
  const onSuccess = () => queries.invalidateQueries({ queryKey: signInsQuery.queryKey })
  const ending = useMutation({ mutationFn: endSignIn, onSuccess })
  const endingOthers = useMutation({ mutationFn: endOthers, onSuccess })
  const columns = useColumns((id) => ending.mutate(id))
  const others = rows.length > 1
  const end = others && (
    <Button onClick={() => endingOthers.mutate()} busy={endingOthers.isPending}>
      {t('endOthers')}
    </Button>
  )
  return (
    <Section title={t('signIns')} lead={others ? t('signInsLead') : t('onlyHere')} actions={end}>
      <RefusalNote error={ending.error ?? endingOthers.error} />
      <Table
        caption={t('signIns')}
        columns={others ? columns : columns.slice(0, -1)}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </Section>
  )
}

function useColumns(end: (id: string) => void) {
  const t = useWords(accountWords)
  const formats = useFormats()
  const columns: Column<SignInLine>[] = [
    { key: 'device', header: t('device'), cell: (line) => <DeviceCell line={line} /> },
    { key: 'started', header: t('started'), cell: ({ startedAt }) => formats.moment(startedAt) },
    { key: 'lastSeen', header: t('lastSeen'), cell: ({ lastSeenAt }) => formats.moment(lastSeenAt) },
    { key: 'end', header: t('end'), cell: (line) => <EndCell line={line} end={end} /> },
  ]
  return columns
}

function EndCell({ line: { id, current }, end }: { line: SignInLine; end: (id: string) => void }) {
  const t = useWords(accountWords)
  if (current) return null
  return (
    <Button look="quiet" onClick={() => end(id)}>
      {t('end')}
    </Button>
  )
}

function DeviceCell({ line: { device, current } }: { line: SignInLine }) {
  const t = useWords(accountWords)
  return (
    <>
      <DeviceName device={device} /> {current && <Badge>{t('thisOne')}</Badge>}
    </>
  )
}

function DeviceName({ device: { browser, system } }: { device: Device }) {
  const t = useWords(accountWords)
  if (browser && system) return t('both', { browser, system })
  return browser ?? system ?? t('program')
}
