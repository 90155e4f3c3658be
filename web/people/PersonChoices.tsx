import type { ReactNode } from 'react'
import type { PersonLine } from '#contract/people.ts'
import { PersonSummary } from './PersonSummary.tsx'

type PersonChoicesProps = {
  people: readonly PersonLine[]
  label: string
  labelShown?: boolean
  onChoose: (person: PersonLine) => void
  /** More about one of them, inside the button. */
  note?: (person: PersonLine) => ReactNode
}

/** People as buttons, one of whom is chosen. Draws nothing for nobody. */
export function PersonChoices({ people, label, labelShown, onChoose, note }: PersonChoicesProps) {
  if (people.length === 0) return null
  return (
    <>
      {labelShown && <p className="person-choices-label">{label}</p>}
      <ul className="person-choices" aria-label={label}>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onChoose(person)}>
              <PersonSummary person={person} />
              {note?.(person)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
