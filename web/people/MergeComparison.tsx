import { legalCapacity, sex } from '#contract/codes/index.ts'
import {
  joinable,
  MergeChoice,
  type MergeChoices,
  type MergeField,
  type PersonMergeView,
} from '#contract/person-merges.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Written } from '#web/ui/index.ts'
import { mergingWords } from './merging.words.ts'
import { personWords } from './person.words.ts'

type Fields = NonNullable<PersonMergeView['fields']>

type MergeComparisonProps = {
  fields: Fields
  choices: MergeChoices
  /** Without it the comparison is only read. */
  onChoose?: (field: MergeField, choice: MergeChoice) => void
}

/** Both records side by side, field by field: what differs stands first, and whose value stays is chosen there. */
export function MergeComparison({ fields, choices, onChoose }: MergeComparisonProps) {
  const t = useWords(mergingWords)
  const person = useWords(personWords)
  const different = fields.filter(({ same }) => !same)
  const same = fields.filter((field) => field.same && field.kept !== '')
  return (
    <>
      {different.length === 0 && <p>{t('allTheSame')}</p>}
      {different.map((one) => (
        <OneField key={one.field} one={one} choice={choices[one.field]} onChoose={onChoose} />
      ))}
      {same.length > 0 && (
        <p className="section-lead">
          {t('theSame', { fields: same.map(({ field }) => person(field)).join(' · ') })}
        </p>
      )}
    </>
  )
}

type OneFieldProps = {
  one: Fields[number]
  choice: MergeChoice
  onChoose: MergeComparisonProps['onChoose']
}

function OneField({ one: { field, kept, merged }, choice, onChoose }: OneFieldProps) {
  const t = useWords(mergingWords)
  const person = useWords(personWords)
  const say = useFieldText(field)
  const values = { kept: say(kept), merged: say(merged), both: t('both') }
  const choosable = MergeChoice.options.filter((one) => one !== 'both' || joinable.includes(field))
  return (
    <fieldset className="merge-field">
      <legend>{person(field)}</legend>
      {choosable.map((one) =>
        onChoose ? (
          <label key={one} className="merge-choice">
            <input
              type="radio"
              name={`merge-${field}`}
              checked={choice === one}
              onChange={() => onChoose(field, one)}
            />
            <Value whose={one} text={values[one]} />
          </label>
        ) : (
          <div key={one} className="merge-choice">
            <span>{choice === one && <strong aria-label={t('stays')}>✓</strong>}</span>
            <Value whose={one} text={values[one]} />
          </div>
        ),
      )}
    </fieldset>
  )
}

function Value({ whose, text }: { whose: MergeChoice; text: string }) {
  const t = useWords(mergingWords)
  if (whose === 'both') return <span className="merge-whose">{t('bothOfThem')}</span>
  return (
    <>
      <span className="merge-whose">{t(whose)}</span>
      <span className="kept-lines" dir="auto">
        <Written>{text === '' ? t('nothing') : text}</Written>
      </span>
    </>
  )
}

/** Codes and dates in words, everything else as it stands. */
function useFieldText(field: MergeField): (value: string) => string {
  const label = useLabel()
  const { date } = useFormats()
  return (value) => {
    if (value === '') return ''
    if (field === 'sex') return label(sex, sex.schema.parse(value))
    if (field === 'legalCapacity') return label(legalCapacity, legalCapacity.schema.parse(value))
    return field === 'birthDate' ? date(value) : value
  }
}
