import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RelationView } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
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
  const [facts, setFacts] = useState<RelationFacts>(() => factsOf(relation))
  const [ended, end] = useState(false)
  const changing = useMutation({
    mutationFn: () =>
      changeRelation(personId, relation, { ...facts, kind: facts.kind ?? relation.kind, ended }),
    onSuccess: onDone,
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
      <RelationFields facts={facts} onChange={setFacts} />
      <CheckField label={t('end')} hint={t('endHint')} value={ended} onChange={end} />
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
