import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonLine, PersonView } from '#contract/people.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { type Typed, useTyped } from '#web/app/useTyped.ts'
import { fieldSentenceFor } from '#web/app/sentences.ts'
import { Button, Sheet } from '#web/ui/index.ts'
import { addRelation } from './people.api.ts'
import { PersonPicker } from './PersonPicker.tsx'
import { RelationFields, type RelationFacts } from './RelationFields.tsx'
import { relativesWords } from './relatives.words.ts'

type NewRelationFormProps = { person: PersonView; guardian: boolean; onDone: () => void }

/** Says who somebody is to this person; `guardian` begins with that said. */
export function NewRelationForm({ person, guardian, onDone }: NewRelationFormProps) {
  const t = useWords(relativesWords)
  const typed = useTyped<Written>(`relation/new/${person.id}/${guardian ? 'guardian' : 'anyone'}`, () => ({
    id: crypto.randomUUID(),
    relative: null,
    facts: { ...nothingSaid, guardian },
  }))
  const { relative, facts } = typed.value
  const adding = useAdding(person.id, typed, onDone)
  const [tried, tries] = useState(false)
  const { language } = useLanguage()
  const missing = (there: boolean) => (tried && !there ? fieldSentenceFor('required', language) : undefined)
  const whole = relative !== null && facts.kind !== null
  const submit = () => (whole ? adding.mutate() : tries(true))
  return (
    <Sheet
      label={t('add')}
      onSubmit={submit}
      actions={
        <>
          <Button type="submit" busy={adding.isPending}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <PersonPicker
        label={t('who')}
        required
        value={relative}
        onChange={(chosen) => typed.change({ relative: chosen })}
        error={missing(relative !== null)}
      />
      {relative && (
        <RelationFields
          facts={facts}
          onChange={(said) => typed.change({ facts: said })}
          kindError={missing(facts.kind !== null)}
        />
      )}
      <RefusalNote error={adding.error} />
    </Sheet>
  )
}

type Written = Readonly<{ id: string; relative: PersonLine | null; facts: RelationFacts }>

const nothingSaid: RelationFacts = {
  kind: null,
  guardian: false,
  caregiver: false,
  livesTogether: false,
  proof: '',
}

function useAdding(personId: string, typed: Typed<Written>, onDone: () => void) {
  const queries = useQueryClient()
  const {
    id,
    relative,
    facts: { kind, ...facts },
  } = typed.value
  return useMutation({
    mutationFn: async () => {
      if (relative && kind) await addRelation(personId, { id, relativeId: relative.id, kind, ...facts })
    },
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: ['person'] })
      onDone()
    },
  })
}
