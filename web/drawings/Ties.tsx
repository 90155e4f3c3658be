import { type FamilySheet, PartialDay } from '#contract/drawings.ts'
import { withoutTie, withTie } from '#drawing/genogram/editing.ts'
import { tieWords } from '#drawing/genogram/genogram.words.ts'
import { type TieKind, tieKinds } from '#drawing/genogram/model.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { SetAside } from '#web/app/SetAside.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useSetAside } from '#web/app/useSetAside.ts'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, FieldRow, Sheet, TextField } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import type { TakeStep } from './useFamily.ts'

type TiesProps = {
  sheet: FamilySheet
  chosen: string
  /** To whom a line was begun on the picture. */
  other: string | null
  nameOf: (id: string) => string
  take: TakeStep
  onDone: () => void
}

type NewTie = Readonly<{ to: string | null; kind: TieKind | null; start: string; end: string }>

const isYear = (text: string) => text === '' || PartialDay.safeParse(text).success

/** The emotional lines of a person, and a new one. */
export function Ties({ sheet, chosen, other, nameOf, take, onDone }: TiesProps) {
  const t = useWords(familyFormWords)
  const { language } = useLanguage()
  const nothing = (): NewTie => ({ to: other, kind: null, start: '', end: '' })
  const key = `tie/${chosen}/${other ?? ''}`
  const typing = useTyped(key, nothing)
  const aside = useSetAside(key, typing)
  const { value: typed, change } = typing
  const { to, kind, start, end } = typed
  const isGood = to !== null && kind !== null && isYear(start) && isYear(end)
  const add = () => {
    if (!isGood) return
    const tie = { a: chosen, b: to, kind, start: start || null, end: end || null }
    take((now) => withTie(now, tie), { onRefused: () => aside.refused(typed, nothing()) })
    typing.beginAnew()
    onDone()
  }
  const own = sheet.ties.filter(({ a, b }) => a === chosen || b === chosen)
  const lineOf = ({ a, b, kind: how }: (typeof own)[number]) =>
    `${nameOf(a)} → ${nameOf(b)}: ${tieWords[how][language]}`
  return (
    <Sheet
      label={t('ties')}
      onSubmit={add}
      actions={
        <Button type="submit" disabled={!isGood}>
          {t('addTie')}
        </Button>
      }
    >
      <h3>{t('ties')}</h3>
      <TypedBefore typed={typing} />
      <SetAside
        all={aside.all}
        nameOf={(one) => [one.to && nameOf(one.to), one.kind && tieWords[one.kind][language]].join(' ')}
        onTakeUp={(place) => aside.takeUp(place, nothing())}
        field="tie-to"
      />
      {own.map((tie) => (
        <p key={lineOf(tie)}>
          <Button look="quiet" onClick={() => take((now) => withoutTie(now, tie))}>
            {t('removeTie', { line: lineOf(tie) })}
          </Button>
        </p>
      ))}
      <FieldRow>
        <ChoiceField
          id="tie-to"
          label={t('tieTo')}
          shape="list"
          choices={sheet.persons
            .filter(({ id }) => id !== chosen)
            .map(({ id }) => ({ value: id, label: nameOf(id) }))}
          value={to}
          onChange={(whom) => change({ to: whom })}
        />
        <ChoiceField
          label={t('tieKind')}
          shape="list"
          choices={tieKinds.map((value) => ({ value, label: tieWords[value][language] }))}
          value={kind}
          onChange={(how) => change({ kind: how })}
        />
        <TieTime typed={typed} change={change} />
      </FieldRow>
    </Sheet>
  )
}

/** From when to when the line holds. */
function TieTime({ typed, change }: { typed: NewTie; change: (part: Partial<NewTie>) => void }) {
  const t = useWords(familyFormWords)
  return (
    [
      ['start', 'since'],
      ['end', 'until'],
    ] as const
  ).map(([part, label]) => (
    <TextField
      key={part}
      label={t(label)}
      value={typed[part]}
      error={isYear(typed[part]) ? undefined : t('noDate')}
      onChange={(text) => change({ [part]: text })}
    />
  ))
}
