import type { PersonView, RelationView } from '#contract/people.ts'
import { familyRelation } from '#contract/codes/index.ts'
import { useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Link } from '#web/app/navigation.tsx'
import { Facts, PersonName, Section } from '#web/ui/index.ts'
import { personWords } from './person.words.ts'

/** How to reach the person without putting them in danger, and who confirms beside them. */
export function PersonReach({ person }: { person: PersonView }) {
  const t = useWords(personWords)
  const { safeContact, phone, address } = person.sheet
  const guardians = person.relatives.filter(({ guardian, endedAt }) => guardian && endedAt === null)
  const reachable = [safeContact, phone, address].some((text) => text !== '') || guardians.length > 0
  return (
    <Section title={t('reach')}>
      {reachable ? (
        <Facts
          facts={[
            {
              label: t('safeContact'),
              value: safeContact && <span className="kept-lines">{safeContact}</span>,
            },
            { label: t('phone'), value: phone },
            { label: t('address'), value: address },
            { label: t('guardian'), value: guardians.length > 0 && <Guardians guardians={guardians} /> },
          ].filter(({ value }) => value !== false)}
        />
      ) : (
        <p>{t('noReach')}</p>
      )}
    </Section>
  )
}

function Guardians({ guardians }: { guardians: readonly RelationView[] }) {
  const label = useLabel()
  return (
    <ul className="plain-list">
      {guardians.map(({ id, person, kind, phone }) => (
        <li key={id}>
          <Link to={`/people/${person.id}`}>
            <PersonName>{person.name}</PersonName>
          </Link>
          <span>{label(familyRelation, kind)}</span>
          {phone && <span dir="ltr">{phone}</span>}
        </li>
      ))}
    </ul>
  )
}
