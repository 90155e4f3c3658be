import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FamilySheet } from '#contract/drawings.ts'
import { familyOf } from '#drawing/genogram/of-person.ts'
import { sheetFrom } from '#drawing/genogram/sheet.ts'
import { personQuery } from '#web/people/people.api.ts'
import { familyKey, familyQuery, writeFamily } from './drawings.api.ts'

/** One step of writing a family; null where it cannot be taken. */
export type FamilyStep = (sheet: FamilySheet) => FamilySheet | null

/** Takes a step, and says when the server has it or has refused it: what was typed for it is kept until then. */
export type TakeStep = (
  step: FamilyStep,
  after?: Readonly<{ onTaken?: () => void; onRefused?: () => void }>,
) => void
type Taken = Readonly<{ step: FamilyStep; after: Parameters<TakeStep>[1] }>

/** The family of a person, from what was written or else from relations, and the way to write it: step by step, each saved. */
export function useFamily(personId: string) {
  const queries = useQueryClient()
  const { data: view } = useSuspenseQuery(familyQuery(personId))
  const person = useSuspenseQuery(personQuery(personId)).data.value
  const beginning = useMemo(() => {
    const { genogram, notPlaced } = familyOf(person)
    const records = [person.id, ...[...person.relatives, ...person.relativeOf].map((each) => each.person.id)]
    return { sheet: sheetFrom(genogram, new Set(records)), notPlaced }
  }, [person])
  const saving = useMutation({
    // One after the other, each on what the one before has left.
    scope: { id: `family/${personId}` },
    mutationFn: async ({ step }: Taken) => {
      const now = queries.getQueryData(familyQuery(personId).queryKey) ?? view
      const next = step(now.family ?? beginning.sheet)
      return next === null ? now : writeFamily(personId, next, now.version)
    },
    onSuccess: (written, { after }) => {
      after?.onTaken?.()
      queries.setQueryData(familyKey(personId), written)
    },
    onError: (_, { after }) => {
      after?.onRefused?.()
      return queries.invalidateQueries({ queryKey: familyKey(personId) })
    },
  })
  const take: TakeStep = (step, after) => saving.mutate({ step, after })
  return {
    person,
    sheet: view.family ?? beginning.sheet,
    notPlaced: view.family ? recordedOutside(view.family, beginning.sheet) : beginning.notPlaced,
    canWrite: view.abilities.write === 'yes',
    masked: view.masked,
    version: view.version,
    take,
    saving,
  }
}

export type FamilyWriting = ReturnType<typeof useFamily>

/** Of whom a relation is recorded, but who stands nowhere in what was written. */
const recordedOutside = (written: FamilySheet, related: FamilySheet) =>
  related.persons
    .flatMap(({ personId }) => personId ?? [])
    .filter((id) => !written.persons.some(({ personId }) => personId === id))
