import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  DuplicateList,
  IdNumberView,
  PersonPage,
  PersonView,
  RelationView,
  SafeAddressView,
  type DuplicateCheck,
  type NewPerson,
  type NewRelation,
  type PersonLine,
  type PersonSheet,
  type RelationSheet,
} from '#contract/people.ts'
import { api, RefusedByServer, type Versioned } from '#web/app/api.ts'

/** People found by a text, page by page. Results are forgotten soon: they are names. */
export const searchQuery = (text: string) =>
  infiniteQueryOptions({
    queryKey: ['people', 'search', text],
    queryFn: async ({ pageParam, signal }) => {
      const body = { text, ...(pageParam === null ? {} : { after: pageParam }) }
      return (await api.post('/api/searches', PersonPage, { body, signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    gcTime: 30_000,
  })

/** Who may already be in the records, and the token that says that somebody looked. */
export const findDuplicates = async (body: DuplicateCheck) =>
  (await api.post('/api/people/duplicate-checks', DuplicateList, { body })).value

/** One person with their version. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }): Promise<Versioned<PersonView>> =>
      api.get(`/api/people/${id}`, PersonView, { signal }),
  })

/** Records a person. Sent again after a lost answer, it is still recorded once: the id is the writer's. */
export async function recordPerson(person: NewPerson): Promise<PersonView> {
  try {
    return (await api.post('/api/people', PersonView, { body: person })).value
  } catch (error) {
    const arrivedBefore = error instanceof RefusedByServer && error.code === 'already-there'
    if (!arrivedBefore) throw error
    return (await api.get(`/api/people/${person.id}`, PersonView)).value
  }
}

/** Saves a person's sheet as it stands. */
export const savePerson = (id: string, sheet: PersonSheet, version: number) =>
  api.put(`/api/people/${id}`, PersonView, { body: sheet, version })

/** The whole identity number; each showing is recorded, so nothing of it is kept here. */
export const showIdNumber = async (id: string) =>
  (await api.get(`/api/people/${id}/id-number`, IdNumberView)).value

/** Where a person lives in hiding; kept here no longer than it is shown. */
export const showSafeAddress = async (id: string) =>
  (await api.get(`/api/people/${id}/safe-address`, SafeAddressView)).value

/** Writes it against the version that was seen. */
export const saveSafeAddress = (id: string, address: string, version: number) =>
  api.put(`/api/people/${id}/safe-address`, SafeAddressView, { body: { address }, version })

/** Says who somebody is to a person. */
export const addRelation = (personId: string, body: NewRelation) =>
  api.post(`/api/people/${personId}/relations`, RelationView, { body })

/** Changes or ends a relation. */
export const changeRelation = (personId: string, { id, version }: RelationView, body: RelationSheet) =>
  api.put(`/api/people/${personId}/relations/${id}`, RelationView, { body, version })

/** The line of a person whose view one has. */
export const lineOf = ({ id, sheet, age }: PersonView): PersonLine => ({
  id,
  age,
  name: sheet.name,
  sex: sheet.sex,
  birthDate: sheet.birthDate,
  phoneTail: sheet.phone.replaceAll(/\D/g, '').slice(-4),
})
