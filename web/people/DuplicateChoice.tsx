import type { DuplicateList, PersonLine } from '#contract/people.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Button, Notice } from '#web/ui/index.ts'
import { duplicateWords } from './duplicate.words.ts'
import { personPickerWords } from './person-picker.words.ts'
import { PersonSummary } from './PersonSummary.tsx'

type DuplicateChoiceProps = {
  candidates: DuplicateList['candidates']
  onChoose: (person: PersonLine) => void
}

/** Who may already be in the records, and why one might think so. Draws nothing for nobody. */
export function DuplicateChoice({ candidates, onChoose }: DuplicateChoiceProps) {
  const t = useWords(personPickerWords)
  const reason = useWords(duplicateWords)
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
    </Notice>
  )
}
