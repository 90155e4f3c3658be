import { useState } from 'react'
import { type FamilySheet, PartialDay } from '#contract/drawings.ts'
import { nobodyYet, placed, places, type Place, unionsWith } from '#drawing/genogram/editing.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, ChoiceField, FieldRow, Notice, Sheet, TextField } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import type { FamilyStep } from './useFamily.ts'

type AddRelativeProps = {
  sheet: FamilySheet
  chosen: string
  nameOf: (id: string) => string
  take: (step: FamilyStep) => void
}

type Sex = FamilySheet['persons'][number]['sex']
const blank = { name: '', birth: '', death: '' }
const isDate = (text: string) => text === '' || PartialDay.safeParse(text).success

/** A relative in one line of fields: Enter adds them and waits for the next one, so that a family is written without a mouse. */
export function AddRelative({ sheet, chosen, nameOf, take }: AddRelativeProps) {
  const t = useWords(familyFormWords)
  const [as, setAs] = useState<Place>('parent')
  const [sex, setSex] = useState<Sex>('male')
  const [union, setUnion] = useState<string | null>(null)
  const [typed, type] = useState(blank)
  const own = unionsWith(sheet, chosen)
  const other = ({ partnerA, partnerB }: (typeof own)[number]) =>
    (partnerA === chosen ? partnerB : partnerA) ?? ''
  const person = {
    ...nobodyYet('new'),
    name: typed.name,
    sex,
    birth: typed.birth || null,
    death: typed.death || null,
    status: typed.death === '' ? ('living' as const) : ('deceased' as const),
  }
  const hasPlace = placed(sheet, person, { beside: chosen, as, union }) !== null
  const isGood = isDate(typed.birth) && isDate(typed.death) && hasPlace
  const add = () => {
    if (!isGood) return
    const id = crypto.randomUUID()
    take((now) => placed(now, { ...person, id }, { beside: chosen, as, union }))
    type(blank)
    document.getElementById('relative-name')?.focus()
  }
  return (
    <Sheet
      label={t('add')}
      onSubmit={add}
      actions={
        <Button type="submit" look="main" disabled={!isGood}>
          {t('addThem')}
        </Button>
      }
    >
      <h3>{t('add')}</h3>
      <ChoiceField
        label={t('as', { name: nameOf(chosen) })}
        choices={places.map((value) => ({ value, label: t(value) }))}
        value={as}
        onChange={setAs}
      />
      {as === 'child' && own.length > 1 && (
        <ChoiceField
          label={t('withWhom')}
          choices={own.map((each) => ({ value: each.id, label: nameOf(other(each)) }))}
          value={union ?? own.at(-1)?.id}
          onChange={setUnion}
        />
      )}
      {!hasPlace && <Notice tone="warn">{t('noPlace')}</Notice>}
      <RelativeFields typed={typed} type={type} sex={sex} setSex={setSex} />
    </Sheet>
  )
}

type RelativeFieldsProps = {
  typed: typeof blank
  type: (typed: typeof blank) => void
  sex: Sex
  setSex: (sex: Sex) => void
}

function RelativeFields({ typed, type, sex, setSex }: RelativeFieldsProps) {
  const t = useWords(familyFormWords)
  const wrong = (text: string) => (isDate(text) ? undefined : t('noDate'))
  return (
    <>
      <TextField
        id="relative-name"
        label={t('name')}
        maxLength={200}
        value={typed.name}
        onChange={(name) => type({ ...typed, name })}
      />
      <ChoiceField
        label={t('sex')}
        choices={(['male', 'female', 'unknown'] as const).map((value) => ({ value, label: t(value) }))}
        value={sex}
        onChange={setSex}
      />
      <FieldRow>
        {(['birth', 'death'] as const).map((date) => (
          <TextField
            key={date}
            label={t(date)}
            value={typed[date]}
            error={wrong(typed[date])}
            onChange={(text) => type({ ...typed, [date]: text })}
          />
        ))}
      </FieldRow>
    </>
  )
}
