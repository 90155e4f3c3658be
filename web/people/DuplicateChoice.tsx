import { differenceGround } from '#contract/codes/index.ts'
import type { DuplicateList, PersonLine, Sought } from '#contract/people.ts'
import { useChoices, useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Button, ChoiceField, Notice, TextField } from '#web/ui/index.ts'
import { duplicateWords } from './duplicate.words.ts'
import { personPickerWords } from './person-picker.words.ts'
import { PersonSummary } from './PersonSummary.tsx'

/** Why nobody of those suggested is the one. */
export type Difference = Pick<Sought, 'ground' | 'note'>
export const noDifference: Difference = { ground: null, note: '' }

type DuplicateChoiceProps = {
  candidates: DuplicateList['candidates']
  onChoose: (person: PersonLine) => void
  difference: Difference
  onDifference: (difference: Difference) => void
}

/**
 * Who may already be in the records, and in words why one might think so: one of them is chosen, or it is said why they are
 * all somebody else. Draws nothing for nobody.
 */
export function DuplicateChoice({ candidates, onChoose, difference, onDifference }: DuplicateChoiceProps) {
  const t = useWords(personPickerWords)
  const reason = useWords(duplicateWords)
  const grounds = useChoices(differenceGround)
  const { list } = useFormats()
  if (candidates.length === 0) return null
  return (
    <Notice tone="warn" title={t('duplicates')}>
      <p>{t('duplicatesLead')}</p>
      <ul className="duplicates">
        {candidates.map(({ person, reasons }) => (
          <li key={person.id}>
            <div>
              <PersonSummary person={person} />
              <p className="duplicate-reasons">{list(reasons.map((code) => reason(code)))}</p>
            </div>
            <Button onClick={() => onChoose(person)}>{t('thisPerson')}</Button>
          </li>
        ))}
      </ul>
      <ChoiceField
        label={t('whyAnother')}
        required
        choices={grounds}
        value={difference.ground}
        onChange={(ground) => onDifference({ ...difference, ground })}
      />
      {difference.ground === 'other' && (
        <TextField
          label={t('whyAnotherNote')}
          required
          maxLength={400}
          value={difference.note}
          onChange={(note) => onDifference({ ...difference, note })}
        />
      )}
    </Notice>
  )
}
