import { useState } from 'react'
import type { PersonView, RelationView } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { ActionButton, Section } from '#web/ui/index.ts'
import { relativesWords } from './relatives.words.ts'
import { NewRelationForm } from './NewRelationForm.tsx'
import { RelationEditForm } from './RelationEditForm.tsx'
import { RelativeRow } from './RelativeRow.tsx'

type RelativesProps = {
  person: PersonView
  /** Whether somebody is being added, and whether as a guardian. */
  adding: 'guardian' | 'anyone' | null
  onAdding: (adding: 'guardian' | 'anyone' | null) => void
}

/** The people around somebody: present ones first, guardians on top; past ones and the other side below. */
export function Relatives({ person, adding, onAdding }: RelativesProps) {
  const t = useWords(relativesWords)
  const present = person.relatives.filter(({ endedAt }) => endedAt === null)
  const past = person.relatives.filter(({ endedAt }) => endedAt !== null)
  const toOthers = person.relativeOf.filter(({ endedAt }) => endedAt === null)
  return (
    <Section
      title={t('relatives')}
      actions={
        <ActionButton
          ability={adding === null ? person.abilities.relate : 'not-you'}
          onClick={() => onAdding('anyone')}
        >
          {t('add')}
        </ActionButton>
      }
    >
      {adding && (
        <NewRelationForm person={person} guardian={adding === 'guardian'} onDone={() => onAdding(null)} />
      )}
      {present.length === 0 && !adding && <p>{t('none')}</p>}
      <RelationList personId={person.id} relations={present} ability={person.abilities.relate} />
      {past.length > 0 && <h3>{t('past')}</h3>}
      <RelationList personId={person.id} relations={past} ability="not-you" />
      {toOthers.length > 0 && <h3>{t('toOthers')}</h3>}
      <RelationList personId={person.id} relations={toOthers} ability="not-you" />
    </Section>
  )
}

type RelationListProps = {
  personId: string
  relations: readonly RelationView[]
  ability: PersonView['abilities']['relate']
}

function RelationList({ personId, relations, ability }: RelationListProps) {
  const [edited, edit] = useState<string | null>(null)
  if (relations.length === 0) return null
  return (
    <ul className="relatives">
      {relations.map((relation) => (
        <li key={relation.id}>
          {edited === relation.id ? (
            <RelationEditForm personId={personId} relation={relation} onDone={() => edit(null)} />
          ) : (
            <RelativeRow relation={relation} ability={ability} onEdit={() => edit(relation.id)} />
          )}
        </li>
      ))}
    </ul>
  )
}
