import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Id } from './ids.ts'
import { repeatedRow, rowLists, rowsOf } from './rows.ts'

const Row = z.strictObject({ id: Id, text: z.string() })
const Sheet = z.strictObject({ rows: rowsOf(Row, 5) })
const [one, other] = ['7d1a3c1e-58a5-4c0a-9a44-6f1f1f3d6b01', '7d1a3c1e-58a5-4c0a-9a44-6f1f1f3d6b02']

const problemsIn = (ids: readonly string[]) =>
  Sheet.safeParse({ rows: ids.map((id) => ({ id, text: '' })) }).error?.issues.map(({ path, message }) => ({
    path: path.join('.'),
    message,
  })) ?? []

test('a row that repeats an earlier one is refused at its own place, and only there', () => {
  expect(problemsIn([one, other])).toEqual([])
  expect(problemsIn([one, other, one])).toEqual([{ path: 'rows.2', message: repeatedRow }])
  expect(problemsIn([one, one, one])).toEqual([
    { path: 'rows.1', message: repeatedRow },
    { path: 'rows.2', message: repeatedRow },
  ])
})

test('an id in capitals is the same id', () => {
  expect(problemsIn([one, one.toUpperCase()])).toEqual([{ path: 'rows.1', message: repeatedRow }])
})

test('a list may be told apart by what its rows speak of', () => {
  const Ratings = rowsOf(z.strictObject({ goalId: Id }), 5, 'goalId')
  expect(Ratings.safeParse([{ goalId: one }, { goalId: one }]).error?.issues[0]?.path).toEqual([1])
})

const isStrict = (schema: unknown): schema is z.ZodObject =>
  schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever

/** Every list of rows with an id in what may be sent: strict objects come in, the others only leave. */
function listsIn(schema: unknown, path: string): { path: string; list: z.ZodArray }[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return listsIn(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) {
    const { element } = schema
    const named =
      isStrict(element) &&
      Object.keys(element.shape).some((name) => ['id', 'goalId', 'needId'].includes(name))
    return [...(named ? [{ path, list: schema }] : []), ...listsIn(element, `${path}[]`)]
  }
  if (!isStrict(schema)) return []
  return Object.entries(schema.shape).flatMap(([name, inner]) => listsIn(inner, `${path}.${name}`))
}

test('every list of rows in every sheet is one in which a row stands once', async () => {
  const files = readdirSync('contract', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!.*\.test\.ts$).*\.ts$/u.test(file),
  )
  const modules = await Promise.all(
    files.map(async (file): Promise<[string, object]> => [file, await import(`./${file}`)]),
  )
  const lists = modules.flatMap(([file, exports]) =>
    Object.entries(exports).flatMap(([name, schema]) => listsIn(schema, `${file} ${name}`)),
  )
  const paths = lists.map(({ path }) => path)
  expect(paths).toContain('case/plan.ts PlanSheet.goals')
  expect(paths).toContain('case/evaluation.ts EvaluationSheet.goalRatings')
  expect(lists.filter(({ list }) => !rowLists.has(list)).map(({ path }) => path)).toEqual([])
})
