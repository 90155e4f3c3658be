import { nobodyYet } from '#drawing/genogram/editing.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Notice } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import type { FamilyWriting } from './useFamily.ts'

type PutInProps = { writing: FamilyWriting }

/** Of whom a relation is recorded, but who stands nowhere in the picture: to be put in. */
export function PutIn({ writing }: PutInProps) {
  const t = useWords(familyFormWords)
  const { person, notPlaced, take } = writing
  const lines = [...person.relatives, ...person.relativeOf].map((relation) => relation.person)
  const missing = notPlaced.flatMap((id) => lines.find((line) => line.id === id) ?? [])
  if (missing.length === 0) return null
  const names = missing.map(({ name }) => name).join(', ')
  const put = (id: string) =>
    take((now) => ({
      ...now,
      persons: [...now.persons, { ...nobodyYet(id), personId: id }],
    }))
  return (
    <Notice tone="info" title={t('missing', { names })}>
      {missing.map(({ id, name }) => (
        <Button key={id} look="quiet" onClick={() => put(id)}>
          {t('putIn', { name })}
        </Button>
      ))}
    </Notice>
  )
}
