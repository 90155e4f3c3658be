import { useState } from 'react'
import { type FamilySheet, PartialDay } from '#contract/drawings.ts'
import { type FamilyUnion, unionsWith, withCouple } from '#drawing/genogram/editing.ts'
import { unionWords } from '#drawing/genogram/genogram.words.ts'
import { unionTypes } from '#drawing/genogram/model.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Button, CheckField, ChoiceField, FieldRow, Sheet, TextField } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import type { FamilyStep } from './useFamily.ts'

type CouplesProps = {
  sheet: FamilySheet
  chosen: string
  nameOf: (id: string) => string
  take: (step: FamilyStep) => void
}

/** The couples of a person: what they are to each other, since when, and whether they parted. */
export function Couples({ sheet, chosen, nameOf, take }: CouplesProps) {
  return unionsWith(sheet, chosen)
    .filter(({ partnerB }) => partnerB !== null)
    .map((union) => (
      <Couple
        key={`${union.id} ${JSON.stringify(union)}`}
        union={union}
        name={nameOf((union.partnerA === chosen ? union.partnerB : union.partnerA) ?? '')}
        take={take}
      />
    ))
}

const days = ['start', 'separation', 'divorce', 'reunion'] as const
const isDate = (text: string | null) => text === null || text === '' || PartialDay.safeParse(text).success

type CoupleProps = { union: FamilyUnion; name: string; take: (step: FamilyStep) => void }

function Couple({ union, name, take }: CoupleProps) {
  const t = useWords(familyFormWords)
  const { language } = useLanguage()
  const [typed, type] = useState(union)
  const isGood = days.every((day) => isDate(typed[day]))
  const keep = () => {
    const { id, partnerA: _a, partnerB: _b, ...said } = typed
    const dated = Object.fromEntries(days.map((day) => [day, said[day] || null]))
    if (isGood) take((now) => withCouple(now, id, { ...said, ...dated }))
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
      <FieldRow>
        <ChoiceField
          label={t('coupleKind')}
          shape="list"
          choices={unionTypes.map((value) => ({ value, label: unionWords[value][language] }))}
          value={typed.type}
          onChange={(kind) => type({ ...typed, type: kind })}
        />
        {days.map((day) => (
          <TextField
            key={day}
            label={t(day)}
            value={typed[day]}
            error={isDate(typed[day]) ? undefined : t('noDate')}
            onChange={(text) => type({ ...typed, [day]: text })}
          />
        ))}
      </FieldRow>
      <FieldRow>
        <CheckField
          label={t('separated')}
          value={typed.separated}
          onChange={(separated) => type({ ...typed, separated })}
        />
        <CheckField
          label={t('divorced')}
          value={typed.divorced}
          onChange={(divorced) => type({ ...typed, divorced })}
        />
      </FieldRow>
    </Sheet>
  )
}
