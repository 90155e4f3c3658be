import { type FamilySheet, PartialDay } from '#contract/drawings.ts'
import { nobodyYet, placed, places, type Place, unionsWith } from '#drawing/genogram/editing.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { SetAside } from '#web/app/SetAside.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useSetAside } from '#web/app/useSetAside.ts'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, FieldRow, Notice, Sheet, TextField } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import type { TakeStep } from './useFamily.ts'

type AddRelativeProps = {
  sheet: FamilySheet
  chosen: string
  nameOf: (id: string) => string
  take: TakeStep
}

type Sex = FamilySheet['persons'][number]['sex']
type Relative = Readonly<{
  as: Place
  sex: Sex
  union: string | null
  name: string
  birth: string
  death: string
}>
const nobody: Relative = { as: 'parent', sex: 'male', union: null, name: '', birth: '', death: '' }
const isDate = (text: string) => text === '' || PartialDay.safeParse(text).success

/** A relative in one line of fields: Enter adds them and waits for the next one, so that a family is written without a mouse. */
export function AddRelative({ sheet, chosen, nameOf, take }: AddRelativeProps) {
  const t = useWords(familyFormWords)
  const key = `relative/${chosen}`
  const typing = useTyped(key, () => nobody)
  const aside = useSetAside(key, typing)
  const { value: typed, change } = typing
  const { as, sex, union } = typed
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
  const emptied = { ...nobody, as, sex, union }
  const add = () => {
    if (!isGood) return
    const id = crypto.randomUUID()
    take((now) => placed(now, { ...person, id }, { beside: chosen, as, union }), {
      onRefused: () => aside.refused(typed, emptied),
    })
    typing.set(emptied)
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
      {[typed.name, typed.birth, typed.death].some((text) => text !== '') && <TypedBefore typed={typing} />}
      <SetAside
        all={aside.all}
        nameOf={(one) => [t(one.as), one.name].filter(Boolean).join(' ')}
        onTakeUp={(place) => aside.takeUp(place, emptied)}
        field="relative-name"
      />
      <ChoiceField
        label={t('as', { name: nameOf(chosen) })}
        choices={places.map((value) => ({ value, label: t(value) }))}
        value={as}
        onChange={(place) => change({ as: place })}
      />
      {as === 'child' && own.length > 1 && (
        <ChoiceField
          label={t('withWhom')}
          choices={own.map((each) => ({ value: each.id, label: nameOf(other(each)) }))}
          value={union ?? own.at(-1)?.id}
          onChange={(which) => change({ union: which })}
        />
      )}
      {!hasPlace && <Notice tone="warn">{t('noPlace')}</Notice>}
      <RelativeFields typed={typed} change={change} />
    </Sheet>
  )
}

type RelativeFieldsProps = { typed: Relative; change: (part: Partial<Relative>) => void }

function RelativeFields({ typed, change }: RelativeFieldsProps) {
  const t = useWords(familyFormWords)
  const wrong = (text: string) => (isDate(text) ? undefined : t('noDate'))
  return (
    <>
      <TextField
        id="relative-name"
        label={t('name')}
        maxLength={200}
        value={typed.name}
        onChange={(name) => change({ name })}
      />
      <ChoiceField
        label={t('sex')}
        choices={(['male', 'female', 'unknown'] as const).map((value) => ({ value, label: t(value) }))}
        value={typed.sex}
        onChange={(sex) => change({ sex })}
      />
      <FieldRow>
        {(['birth', 'death'] as const).map((date) => (
          <TextField
            key={date}
            label={t(date)}
            value={typed[date]}
            error={wrong(typed[date])}
            onChange={(text) => change({ [date]: text })}
          />
        ))}
      </FieldRow>
    </>
  )
}
