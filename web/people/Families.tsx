import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NewFamily } from '#contract/families.ts'
import type { PersonView } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Link, useGo } from '#web/app/navigation.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { ActionButton, Section, Written } from '#web/ui/index.ts'
import { addFamily, familiesOfQuery } from './clients.api.ts'
import { familyWords } from './family.words.ts'
import { FamilyForm, type WrittenFamily } from './FamilyForm.tsx'
import { lineOf } from './people.api.ts'

/** The families of a person, and the way to a new one: it begins with the people around them. */
export function Families({ person }: { person: PersonView }) {
  const t = useWords(familyWords)
  const { data: families } = useSuspenseQuery(familiesOfQuery(person.id))
  const [adding, add] = useState(false)
  return (
    <Section
      title={t('families')}
      actions={
        <ActionButton ability={adding ? 'not-you' : person.abilities.relate} onClick={() => add(true)}>
          {t('add')}
        </ActionButton>
      }
    >
      {families.length === 0 && !adding && <p>{t('none')}</p>}
      <ul className="plain-list">
        {families.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/families/${id}`}>
              <Written>{name}</Written>
            </Link>
          </li>
        ))}
      </ul>
      {adding && <Adding person={person} onDone={() => add(false)} />}
    </Section>
  )
}

function Adding({ person, onDone }: { person: PersonView; onDone: () => void }) {
  const t = useWords(familyWords)
  const go = useGo()
  const queries = useQueryClient()
  const around = person.relatives.filter(({ endedAt, livesTogether }) => endedAt === null && livesTogether)
  const people = [lineOf(person), ...around.map((relation) => relation.person)]
  const typed = useTyped<WrittenFamily>(`family/of/${person.id}`, () => ({
    id: crypto.randomUUID(),
    name: t('familyOf', { name: person.sheet.name }),
    note: '',
    members: people.map((one) => ({
      id: crypto.randomUUID(),
      personId: one.id,
      part: '',
      since: null,
      until: null,
    })),
    people,
  }))
  const saving = useMutation({
    mutationFn: (family: NewFamily) => addFamily(family),
    onSuccess: async (_, { id }) => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: ['person'] })
      go(`/families/${id}`)
    },
  })
  return (
    <FamilyForm
      typed={typed}
      saving={saving}
      onSave={(sheet) => saving.mutate({ id: typed.value.id, ...sheet })}
      onDone={onDone}
    />
  )
}
