import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RelationView } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, CheckField, Sheet } from '#web/ui/index.ts'
import { changeRelation } from './people.api.ts'
import { PersonSummary } from './PersonSummary.tsx'
import { RelationFields, type RelationFacts } from './RelationFields.tsx'
import { relativesWords } from './relatives.words.ts'

type RelationEditFormProps = { personId: string; relation: RelationView; onDone: () => void }

/** Changes what was said of two people, or says that it has ended. */
export function RelationEditForm({ personId, relation, onDone }: RelationEditFormProps) {
  const t = useWords(relativesWords)
  const queries = useQueryClient()
  const typed = useTyped(
    `relation/${personId}/${relation.id}`,
    () => ({ facts: factsOf(relation), ended: false }),
    relation.version,
  )
  const { facts, ended } = typed.value
  const changing = useMutation({
    mutationFn: () =>
      changeRelation(personId, relation, { ...facts, kind: facts.kind ?? relation.kind, ended }),
    onSuccess: () => {
      typed.forget()
      onDone()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['person'] }),
  })
  return (
    <Sheet
      label={t('editOf', { name: relation.person.name })}
      onSubmit={() => changing.mutate()}
      actions={
        <>
          <Button type="submit" busy={changing.isPending}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <PersonSummary person={relation.person} />
      <TypedBefore typed={typed} />
      <RelationFields facts={facts} onChange={(said) => typed.change({ facts: said })} />
      <CheckField
        label={t('end')}
        hint={t('endHint')}
        value={ended}
        onChange={(isOver) => typed.change({ ended: isOver })}
      />
      <RefusalNote error={changing.error} />
    </Sheet>
  )
}

const factsOf = ({ kind, guardian, caregiver, livesTogether, proof }: RelationView): RelationFacts => ({
  kind,
  guardian,
  caregiver,
  livesTogether,
  proof,
})
