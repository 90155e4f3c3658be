import { sex as sexList } from '#contract/codes/index.ts'
import type { AgeRange, PersonLine } from '#contract/people.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { PersonName } from '#web/ui/index.ts'
import { personLineWords } from './person-line.words.ts'
import './people.css'

/** A person as far as another record names them; what is missing is left out. */
export type PersonRef = Pick<PersonLine, 'id' | 'name' | 'birthDate'> &
  Partial<Pick<PersonLine, 'age' | 'phoneTail'>> & { readonly sex: string }

/** Age in words, "about 9–12 years old" when the birth date is vague; '' when nothing is known. */
export function useAgeText(): (age: AgeRange | null | undefined) => string {
  const t = useWords(personLineWords)
  return (age) => {
    if (!age) return ''
    const { youngest, oldest } = age
    return youngest === oldest ? t('age', { count: oldest }) : t('ageBetween', { youngest, count: oldest })
  }
}

/** Everything of a person but the name, in one line: what tells namesakes apart. */
export function usePersonFacts(): (person: PersonRef) => string {
  const t = useWords(personLineWords)
  const label = useLabel()
  const { age: ageFrom, date } = useFormats()
  const ageText = useAgeText()
  return ({ sex, age, birthDate, phoneTail = '' }) => {
    const known = sex === '1' || sex === '2' ? label(sexList, sex) : ''
    const exact = age === undefined || age === null || age.youngest === age.oldest
    const years = ageText(age) || (birthDate ? ageFrom(birthDate) : '')
    const born = birthDate && exact ? t('bornOn', { date: date(birthDate) }) : ''
    const phone = phoneTail && t('phoneTail', { tail: phoneTail })
    return [known, years, born, phone].filter((fact) => fact !== '').join(' · ')
  }
}

/** A person in a list or as chosen: the name, and what tells them from others of that name. */
export function PersonSummary({ person }: { person: PersonRef }) {
  const facts = usePersonFacts()(person)
  return (
    <span className="person-summary">
      <PersonName>{person.name}</PersonName>
      {facts && <small>{facts}</small>}
    </span>
  )
}
