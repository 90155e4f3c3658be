import { useState } from 'react'
import { type FamilySheet, PartialDay } from '#contract/drawings.ts'
import { withoutTie, withTie } from '#drawing/genogram/editing.ts'
import { tieWords } from '#drawing/genogram/genogram.words.ts'
import { type TieKind, tieKinds } from '#drawing/genogram/model.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Button, ChoiceField, FieldRow, Sheet, TextField } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import type { FamilyStep } from './useFamily.ts'

type TiesProps = {
  sheet: FamilySheet
  chosen: string
  /** To whom a line was begun on the picture. */
  other: string | null
  nameOf: (id: string) => string
  take: (step: FamilyStep) => void
  onDone: () => void
}

const isYear = (text: string) => text === '' || PartialDay.safeParse(text).success

/** The emotional lines of a person, and a new one. */
export function Ties({ sheet, chosen, other, nameOf, take, onDone }: TiesProps) {
  const t = useWords(familyFormWords)
  const { language } = useLanguage()
  const [to, setTo] = useState<string | null>(other)
  const [kind, setKind] = useState<TieKind | null>(null)
  const [when, setWhen] = useState({ start: '', end: '' })
  const isGood = to !== null && kind !== null && isYear(when.start) && isYear(when.end)
  const add = () => {
    if (!isGood) return
    const tie = { a: chosen, b: to, kind, start: when.start || null, end: when.end || null }
    take((now) => withTie(now, tie))
    setKind(null)
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
      {own.map((tie) => (
        <p key={lineOf(tie)}>
          <Button look="quiet" onClick={() => take((now) => withoutTie(now, tie))}>
            {t('removeTie', { line: lineOf(tie) })}
          </Button>
        </p>
      ))}
      <FieldRow>
        <ChoiceField
          label={t('tieTo')}
          shape="list"
          choices={sheet.persons
            .filter(({ id }) => id !== chosen)
            .map(({ id }) => ({ value: id, label: nameOf(id) }))}
          value={to}
          onChange={setTo}
        />
        <ChoiceField
          label={t('tieKind')}
          shape="list"
          choices={tieKinds.map((value) => ({ value, label: tieWords[value][language] }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={t('since')}
          value={when.start}
          error={isYear(when.start) ? undefined : t('noDate')}
          onChange={(start) => setWhen({ ...when, start })}
        />
        <TextField
          label={t('until')}
          value={when.end}
          error={isYear(when.end) ? undefined : t('noDate')}
          onChange={(end) => setWhen({ ...when, end })}
        />
      </FieldRow>
    </Sheet>
  )
}
