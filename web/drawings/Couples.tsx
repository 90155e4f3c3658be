import { type FamilySheet, PartialDay } from '#contract/drawings.ts'
import { type FamilyUnion, unionsWith, withCouple } from '#drawing/genogram/editing.ts'
import { unionWords } from '#drawing/genogram/genogram.words.ts'
import { unionTypes } from '#drawing/genogram/model.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, CheckField, ChoiceField, FieldRow, Sheet, TextField } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import type { TakeStep } from './useFamily.ts'

type CouplesProps = {
  sheet: FamilySheet
  chosen: string
  version: number
  nameOf: (id: string) => string
  take: TakeStep
}

/** The couples of a person: what they are to each other, since when, and whether they parted. */
export function Couples({ sheet, chosen, version, nameOf, take }: CouplesProps) {
  return unionsWith(sheet, chosen)
    .filter(({ partnerB }) => partnerB !== null)
    .map((union) => (
      <Couple
        key={union.id}
        version={version}
        union={union}
        name={nameOf((union.partnerA === chosen ? union.partnerB : union.partnerA) ?? '')}
        take={take}
      />
    ))
}

const days = ['start', 'separation', 'divorce', 'reunion'] as const
const isDate = (text: string | null) => text === null || text === '' || PartialDay.safeParse(text).success

type CoupleProps = { union: FamilyUnion; version: number; name: string; take: TakeStep }

function Couple({ union, version, name, take }: CoupleProps) {
  const t = useWords(familyFormWords)
  const { language } = useLanguage()
  const typing = useTyped(`couple/${union.id}`, () => union, version)
  const { value: typed, change } = typing
  const isGood = days.every((day) => isDate(typed[day]))
  const keep = () => {
    const { id, partnerA: _a, partnerB: _b, ...said } = typed
    const dated = Object.fromEntries(days.map((day) => [day, said[day] || null]))
    if (isGood)
      take((now) => withCouple(now, id, { ...said, ...dated }), { onTaken: () => typing.forget(typed) })
  }
  return (
    <Sheet
      label={t('couple', { name })}
      onSubmit={keep}
      actions={
        <Button type="submit" disabled={!isGood}>
          {t('keep')}
        </Button>
      }
    >
      <h3>{t('couple', { name })}</h3>
      <TypedBefore typed={typing} />
      <FieldRow>
        <ChoiceField
          label={t('coupleKind')}
          shape="list"
          choices={unionTypes.map((value) => ({ value, label: unionWords[value][language] }))}
          value={typed.type}
          onChange={(kind) => change({ type: kind })}
        />
        {days.map((day) => (
          <TextField
            key={day}
            label={t(day)}
            value={typed[day]}
            error={isDate(typed[day]) ? undefined : t('noDate')}
            onChange={(text) => change({ [day]: text })}
          />
        ))}
      </FieldRow>
      <FieldRow>
        <CheckField
          label={t('separated')}
          value={typed.separated}
          onChange={(separated) => change({ separated })}
        />
        <CheckField
          label={t('divorced')}
          value={typed.divorced}
          onChange={(divorced) => change({ divorced })}
        />
      </FieldRow>
    </Sheet>
  )
}
