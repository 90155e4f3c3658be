import type { Found, FoundAnswer } from './found.queries.ts'
import type { Promised } from './writers.ts'

type State = { readonly contacts: readonly Found[]; readonly answers: readonly FoundAnswer[] }

/**
 * What contradicts the promises: an acknowledged write that is not there exactly once, a record without its story, task,
 * audit or kept answer (or these without it), a version that was skipped. Empty when all is well.
 */
export function violations(promised: readonly Promised[], { contacts, answers }: State): string[] {
  const found = new Map(contacts.map((contact) => [contact.id, contact]))
  const known = new Set(promised.map(({ id }) => id))
  const kept = new Map(answers.map(({ key, version }) => [key, version]))
  const due = promised.reduce((sum, one) => sum + one.answers.size, 0)
  return [
    ...promised.flatMap((one) => differences(one, found.get(one.id))),
    ...promised.flatMap(({ id, answers: acknowledged }) =>
      [...acknowledged].flatMap(([key, version]) =>
        kept.get(key) === version ? [] : [`${id}: the answer of version ${version} was not kept`],
      ),
    ),
    ...contacts.filter(({ id }) => !known.has(id)).map(({ id }) => `${id}: is there, and nobody wrote it`),
    ...(answers.length === due ? [] : [`${answers.length} answers are kept, ${due} were given`]),
  ]
}

function differences(promised: Promised, found: Found | undefined): string[] {
  const { id, version, trouble, emergency } = promised
  if (!found) return [`${id}: acknowledged in version ${version}, and is not there`]
  const decided = emergency === null ? 0 : 1
  const alarmed = emergency ? 1 : 0
  const expected: Omit<Found, 'id'> = {
    version,
    trouble,
    emergency,
    received: 1,
    decided,
    tasks: 1,
    alarms: alarmed,
    openings: 1,
    changes: version - 1,
    // Told at once, and once more by the job that is put off for an hour.
    notices: 2 * alarmed,
  }
  return Object.entries(expected).flatMap(([name, value]) => {
    const there = found[name as keyof Found]
    return there === value ? [] : [`${id}: ${name} is ${String(there)}, ${String(value)} was promised`]
  })
}
