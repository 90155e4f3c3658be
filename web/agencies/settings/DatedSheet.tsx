import './settings.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type ComponentType, type ReactNode, useState } from 'react'
import type { SettingKind, SettingOf, SheetOf, WriteSetting } from '#contract/settings/index.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
import { Button, DateField, Notice, Sheet } from '#web/ui/index.ts'
import { useRefusedFields } from '../useRefusedFields.ts'
import { HistoryOf } from './HistoryOf.tsx'
import { currentOf, ofKind, settingsQuery, writeSetting } from './settings.api.ts'
import { settingsWords } from './settings.words.ts'

/** What the fields of a sheet need. `error('name')` is the sentence for that part of the sheet. */
export type SheetTools<Value> = Readonly<{
  sheet: Value
  set: <Key extends keyof Value>(key: Key) => (value: Value[Key]) => void
  error: (path: string) => string | undefined
  /** Whether it is the first version that is written. */
  isNew: boolean
}>

export type DatedSheetProps<Kind extends SettingKind> = Readonly<{
  kind: Kind
  /** Which one; the agency as a whole where nothing is said. */
  subject?: string
  /** What a new one will belong to, where there is more than one such place. */
  within?: string
  /** Names the form for whoever does not see it. */
  title: string
  blank: SheetOf<Kind>
  Shown: ComponentType<{ sheet: SheetOf<Kind> }>
  /** What counts where nothing was ever set. */
  empty?: ReactNode
  Fields: ComponentType<SheetTools<SheetOf<Kind>>>
  /** A new one is written at once, and left by this. */
  onDone?: () => void
}>

/** One sheet of the agency: what is in force, what is planned, its history, and for whoever may, the next version. */
export function DatedSheet<Kind extends SettingKind>(props: DatedSheetProps<Kind>) {
  const { kind, subject = '', onDone, Shown } = props
  const t = useWords(settingsWords)
  const { data: list } = useSuspenseQuery(settingsQuery(kind))
  const [writing, write] = useState(onDone !== undefined)
  const [saved, tell] = useState(false)
  const mayWrite = list.abilities.write === 'yes'
  const current = currentOf(list, kind, subject)
  const done = (isSaved: boolean) => {
    write(false)
    tell(isSaved)
    onDone?.()
  }
  if (writing) return <DatedForm {...props} current={current} onClose={done} />
  return (
    <div className="dated">
      {saved && <Notice>{t('saved')}</Notice>}
      {current ? (
        <Shown sheet={current.sheet as SheetOf<Kind>} />
      ) : (
        (props.empty ?? <p className="section-lead">{t('nothing')}</p>)
      )}
      <Standing list={ofKind(list, kind).filter((row) => row.subject === subject)} />
      <div className="dated-actions">
        {mayWrite && (
          <Button onClick={() => write(true)}>
            {t('change')}
            <span className="visually-hidden"> {props.title}</span>
          </Button>
        )}
        {(list.newest[subject] ?? 0) > 1 && <HistoryOf kind={kind} subject={subject} Shown={Shown} />}
      </div>
    </div>
  )
}

/** Since when it counts, by whom, and from when the next version will. */
function Standing<Kind extends SettingKind>({ list }: { list: readonly SettingOf<Kind>[] }) {
  const t = useWords(settingsWords)
  const formats = useFormats()
  const current = list.find(({ state }) => state === 'in-force')
  const planned = list.filter(({ state }) => state === 'planned')
  const day = current && formats.date(current.from)
  return (
    <>
      {current && day && (
        <p className="dated-since">
          {current.writtenBy
            ? t('since', { day, name: current.writtenBy.name })
            : t('sinceFounding', { day })}
        </p>
      )}
      {planned.map(({ id, from }) => (
        <Notice key={id}>{t('planned', { day: formats.date(from) })}</Notice>
      ))}
    </>
  )
}

type DatedFormProps<Kind extends SettingKind> = DatedSheetProps<Kind> &
  Readonly<{ current: SettingOf<Kind> | null; onClose: (isSaved: boolean) => void }>

/** What is written: the next version of a sheet, or the first of a new one, whose subject it then names. */
type WrittenVersion<Kind extends SettingKind> = Readonly<{
  id: string
  subject: string
  from: string | null
  sheet: SheetOf<Kind>
}>

function useWritten<Kind extends SettingKind>(props: DatedFormProps<Kind>): Typed<WrittenVersion<Kind>> {
  const { kind, subject = '', within = '', blank, current, onDone } = props
  const { data: list } = useSuspenseQuery(settingsQuery(kind))
  return useTyped<WrittenVersion<Kind>>(
    `setting/${kind}/${onDone ? `new/${within}` : subject}`,
    () => ({
      id: crypto.randomUUID(),
      subject,
      from: list.today,
      sheet: (current?.sheet as SheetOf<Kind> | undefined) ?? blank,
    }),
    onDone ? 0 : (list.newest[subject] ?? 0),
  )
}

function DatedForm<Kind extends SettingKind>(props: DatedFormProps<Kind>) {
  const { kind, title, Fields, onClose } = props
  const t = useWords(settingsWords)
  const queries = useQueryClient()
  const { data: list } = useSuspenseQuery(settingsQuery(kind))
  const typed = useWritten(props)
  const { version: seen } = typed
  const { id, subject, from, sheet } = typed.value
  const saving = useMutation({
    mutationFn: () =>
      writeSetting({ id, kind, subject, seen, from: from ?? list.today, sheet } as WriteSetting),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: ['settings'] })
      onClose(true)
    },
    // A colleague was faster: their version is loaded, and what is typed laid over it.
    onError: () => queries.invalidateQueries({ queryKey: ['settings'] }),
  })
  const refused = useRefusedFields(saving.error)
  return (
    <Sheet
      label={title}
      onSubmit={() => saving.mutate()}
      actions={
        <>
          <Button type="submit" look="main" busy={saving.isPending}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={() => onClose(false)}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <Fields
        sheet={sheet}
        set={(key) => (value) => typed.change({ sheet: { ...sheet, [key]: value } })}
        error={(path) => refused(`sheet.${path}`)}
        isNew={seen === 0}
      />
      <DateField
        label={t('from')}
        hint={t('fromHint')}
        required
        {...(seen > 0 ? { min: list.today } : {})}
        value={from}
        onChange={(day) => typed.change({ from: day })}
        error={refused('from')}
      />
      <RefusalNote error={saving.error} />
    </Sheet>
  )
}
