import { useState } from 'react'
import { familyRelation } from '#contract/codes/index.ts'
import type { PersonLine } from '#contract/people.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { PersonPicker, type PersonRef } from '#web/people/PersonPicker.tsx'
import { ChoiceField } from '#web/ui/index.ts'
import type { AboutPeople, InquiryField, SheetHeld } from './inquiry-field.ts'
import { inquiryWords } from './inquiry.words.ts'

type InquiryPeopleProps = { inquiry: AboutPeople; sheet: SheetHeld; field: InquiryField }

/** Who contacts us, about whom, and what they are to each other. */
export function InquiryPeople({ inquiry, sheet, field }: InquiryPeopleProps) {
  const t = useWords(inquiryWords)
  const relations = useChoices(familyRelation)
  const { person, remember } = useKnownPeople(inquiry)
  const { callerId, clientId } = sheet.value
  const choose = (key: 'callerId' | 'clientId') => (chosen: PersonLine | null) => {
    if (chosen) remember(chosen)
    sheet.set(key)(chosen?.id ?? null)
  }
  return (
    <>
      {!inquiry.reporter.protected && (
        <PersonPicker
          label={t('callerId')}
          hint={t('callerHint')}
          value={person(callerId)}
          onChange={choose('callerId')}
          suggestGuardianFor={clientId ?? undefined}
        />
      )}
      <div id="clientId">
        <PersonPicker
          label={t('clientId')}
          hint={t('clientHint')}
          required
          error={field('clientId').error}
          value={person(clientId)}
          onChange={choose('clientId')}
        />
      </div>
      {callerId !== null && callerId !== clientId && (
        <ChoiceField label={t('callerRelation')} choices={relations} {...field('callerRelation')} />
      )}
    </>
  )
}

/** People by id: those the record came with, and those chosen since. */
function useKnownPeople({ caller, client }: AboutPeople) {
  const [chosen, setChosen] = useState<readonly PersonRef[]>([])
  const known = [...chosen, ...[caller, client].filter((one) => one !== null)]
  return {
    person: (id: string | null): PersonRef | null => known.find((one) => one.id === id) ?? null,
    remember: (one: PersonRef) => setChosen((before) => [one, ...before]),
  }
}
