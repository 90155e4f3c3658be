import { useState } from 'react'
import { legalCapacity, sex } from '#contract/codes/index.ts'
import type { PersonView, PersonWarning } from '#contract/people.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { ActionButton, Facts, Notice, Section } from '#web/ui/index.ts'
import { IdNumberShown } from './IdNumberShown.tsx'
import { personWords } from './person.words.ts'
import { PersonSheetForm } from './PersonSheetForm.tsx'

/** What is known of a person, and the sheet to change it. */
export function PersonDetails({ person, version }: { person: PersonView; version: number }) {
  const t = useWords(personWords)
  const [editing, edit] = useState(false)
  return (
    <Section
      title={t('details')}
      actions={
        <ActionButton
          ability={person.abilities.change}
          aria-expanded={editing}
          onClick={() => edit(!editing)}
        >
          {editing ? t('done') : t('edit')}
        </ActionButton>
      }
    >
      <IdentityWarnings warnings={person.warnings} />
      {editing ? <PersonSheetForm person={person} version={version} /> : <KnownFacts person={person} />}
    </Section>
  )
}

function KnownFacts({ person }: { person: PersonView }) {
  const t = useWords(personWords)
  const label = useLabel()
  const { date } = useFormats()
  const { sheet } = person
  const bornOn = sheet.birthDate && sheet.birthPrecision === 'day' ? date(sheet.birthDate) : ''
  return (
    <Facts
      facts={[
        { label: t('otherNames'), value: sheet.otherNames },
        { label: t('sex'), value: label(sex, sheet.sex) },
        { label: t('birthDate'), value: bornOn },
        {
          label: t('idNumber'),
          value: sheet.idNumber && <IdNumberShown personId={person.id} masked={sheet.idNumber} />,
        },
        { label: t('schoolOrWork'), value: sheet.schoolOrWork },
        { label: t('language'), value: sheet.language },
        { label: t('legalCapacity'), value: label(legalCapacity, person.legalCapacity) },
      ]}
    />
  )
}

const warningWords = {
  'identity-number/area-unknown': 'areaUnknown',
  'identity-number/old-format': 'oldFormat',
  'identity-number/birth-date-differs': 'birthDiffers',
  'identity-number/sex-differs': 'sexDiffers',
  'guardian-missing': null,
} as const satisfies Record<PersonWarning, string | null>

function IdentityWarnings({ warnings }: Pick<PersonView, 'warnings'>) {
  const t = useWords(personWords)
  const words = warnings.flatMap((warning) => warningWords[warning] ?? [])
  if (words.length === 0) return null
  return (
    <Notice tone="warn" title={t('pleaseCompare')}>
      {words.map((word) => (
        <p key={word}>{t(word)}</p>
      ))}
    </Notice>
  )
}
