import { useInfiniteQuery } from '@tanstack/react-query'
import { type ComponentType, useState } from 'react'
import { settingState } from '#contract/codes/index.ts'
import type { SettingKind, SettingOf, SheetOf } from '#contract/settings/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Badge, Button, Loading } from '#web/ui/index.ts'
import { historyQuery } from './settings.api.ts'
import { settingsWords } from './settings.words.ts'

type HistoryProps<Kind extends SettingKind> = Readonly<{
  kind: Kind
  subject: string
  Shown: ComponentType<{ sheet: SheetOf<Kind> }>
}>

/** Every version of a sheet, behind a button. */
export function HistoryOf<Kind extends SettingKind>(props: HistoryProps<Kind>) {
  const t = useWords(settingsWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(!open)}>
        {t(open ? 'hideHistory' : 'history')}
      </Button>
      {open && <Versions {...props} />}
    </>
  )
}

function Versions<Kind extends SettingKind>({ kind, subject, Shown }: HistoryProps<Kind>) {
  const t = useWords(settingsWords)
  const history = useInfiniteQuery(historyQuery(kind, subject))
  const rows = (history.data?.pages ?? []).flatMap((page) => page.rows)
  const versions = rows.filter((row): row is SettingOf<Kind> => row.kind === kind)
  return (
    <div className="dated-history">
      {history.isPending && <Loading />}
      <RefusalNote error={history.error} />
      <ol>
        {versions.map((version) => (
          <li key={version.id}>
            <VersionHead version={version} />
            <Shown sheet={version.sheet as SheetOf<Kind>} />
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <Button busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}

function VersionHead({ version }: { version: SettingOf<SettingKind> }) {
  const t = useWords(settingsWords)
  const label = useLabel()
  const formats = useFormats()
  const from = formats.date(version.from)
  const span = version.until ? t('span', { from, until: formats.date(version.until) }) : t('open', { from })
  return (
    <p className="dated-since">
      <strong>{span}</strong> <Badge>{label(settingState, version.state)}</Badge>{' '}
      {[version.writtenBy?.name, formats.moment(version.writtenAt)].filter(Boolean).join(' · ')}
    </p>
  )
}
