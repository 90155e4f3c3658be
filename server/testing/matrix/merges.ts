import { MergeField } from '#contract/person-merges.ts'
import type { ListAsked } from './asked.ts'

const aMerge = '/api/person-merges'
const unseenMerge = { shows: null, absent: true } as const

const aFamily = '/api/families'

/** Merges of people whom nobody here sees: and families of nobody: for everybody they are not there. */
export const aboutMerges = (stranger: string): readonly ListAsked[] => [
  {
    method: 'POST',
    address: aFamily,
    payload: {
      id: stranger,
      name: 'X',
      note: '',
      members: [{ id: stranger, personId: stranger, part: '', since: null, until: null }],
    },
    operation: 'person.change',
    ...unseenMerge,
  },
  {
    method: 'GET',
    address: `${aFamily}/${stranger}`,
    url: `${aFamily}/:familyId`,
    operation: 'person.search',
    ...unseenMerge,
  },
  {
    method: 'PUT',
    address: `${aFamily}/${stranger}`,
    url: `${aFamily}/:familyId`,
    payload: { name: 'X', note: '', members: [] },
    operation: 'person.change',
    ...unseenMerge,
  },
  {
    method: 'GET',
    address: `${aMerge}/${stranger}`,
    url: `${aMerge}/:mergeId`,
    operation: 'person.list-merges',
    ...unseenMerge,
  },
  {
    method: 'POST',
    address: aMerge,
    payload: {
      id: stranger,
      keptId: stranger,
      mergedId: stranger,
      keptVersion: 1,
      mergedVersion: 1,
      choices: Object.fromEntries(MergeField.options.map((field) => [field, 'kept'])),
      reason: 'X',
    },
    operation: 'person.propose-merge',
    ...unseenMerge,
  },
  {
    method: 'PUT',
    address: `${aMerge}/${stranger}/decision`,
    url: `${aMerge}/:mergeId/decision`,
    payload: { merge: true, reason: 'X' },
    operation: 'person.decide-merge',
    ...unseenMerge,
  },
  {
    method: 'PUT',
    address: `${aMerge}/${stranger}/undoing`,
    url: `${aMerge}/:mergeId/undoing`,
    payload: { reason: 'X' },
    operation: 'person.undo-merge',
    ...unseenMerge,
  },
]
