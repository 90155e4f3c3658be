import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { createFormControl } from 'react-hook-form'
import { expect, test } from 'vitest'
import {
  type Answers,
  begin,
  type Occasion,
  type Question,
  Questionnaire,
  type QuestionnaireNode,
  questionsHere,
} from '#contract/questionnaires/index.ts'
import { aQuestionnaire } from '#server/instruments/questionnaires/questionnaires.factory.ts'
import { settledOrRefused } from '#server/instruments/questionnaires/questionnaires.ts'
import { importXlsForm } from '#server/instruments/xlsform/import.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { readWorkbook } from '#server/platform/spreadsheets/index.ts'
import { FillForm } from '#web/instruments/questionnaires/FillForm.tsx'
import {
  answersIn,
  fieldAt,
  type FieldValue,
  keyOf,
  standingAt,
  type Values,
  valuesOf,
} from '#web/instruments/questionnaires/filling.ts'
import { resolverOf, wrongFields } from '#web/instruments/questionnaires/resolver.ts'
import { markupIn, wordsOf } from './markup.tsx'

const folder = 'server/instruments/samples'
const occasion: Occasion = {
  now: '2026-03-09T14:30:00',
  username: '李敏',
  language: 'en',
  newId: () => 'new-id',
  chance: () => 0.5,
}
const question = (name: string, but: object = {}): QuestionnaireNode => ({
  kind: 'question',
  type: 'text',
  name,
  ...but,
})

/** Names that a form library takes for steps, rounds or words of its own; rounds in rounds. */
const hardNames = aQuestionnaire({
  nodes: [
    question('a', { required: true }),
    question('a.b', { type: 'integer', required: "${a} != ''", constraint: '. > 3' }),
    question('prototype', { required: true }),
    question('Infinity'),
    question('姓名', { relevant: '${a.b} > 5', required: true }),
    {
      kind: 'repeat',
      name: 'r.s',
      nodes: [
        question('id', { required: true }),
        question('type'),
        {
          kind: 'repeat',
          name: 'inner',
          count: '${a.b}',
          nodes: [question('root', { required: '${id} = 1' })],
        },
      ],
    },
  ],
})

async function samples() {
  const names = readdirSync(folder).filter((name) => /\.xlsx?$/u.test(name))
  const forms = names.map(async (name): Promise<readonly [string, Questionnaire]> => {
    const rows = await readWorkbook(readFileSync(`${folder}/${name}`))
    return [name, importXlsForm(rows, name).questionnaire]
  })
  return [
    ...(await Promise.all(forms)),
    ['one of ours', aQuestionnaire()],
    ['hard names', hardNames],
  ] as const
}

const nothing = fc.constant<FieldValue>('')
const someText = fc.constantFrom(
  '',
  '1',
  'yes',
  'a b',
  '2026-02-28',
  '2026-02-30',
  '10:30',
  '2026-02-28T10:30',
  'OK',
)
const numbers = fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constantFrom(0.5, 1e9))

/** What somebody may leave in the field of a question: nothing, what belongs there, and what does not. */
function typedIn(sheet: Questionnaire, { type, list }: Question): fc.Arbitrary<FieldValue> {
  const names = (sheet.lists[list ?? ''] ?? []).slice(0, 12).map(({ name }) => name)
  if (type === 'integer' || type === 'decimal' || type === 'range') return fc.oneof(nothing, numbers, numbers)
  if (type === 'select-multiple' || type === 'rank')
    return fc.oneof(nothing, fc.subarray(names), fc.constant<FieldValue>([...names]))
  if (type === 'select-one') return fc.oneof(nothing, fc.constantFrom(...names, 'nobody'))
  return someText
}

function typedBy(sheet: Questionnaire, nodes: readonly QuestionnaireNode[]): fc.Arbitrary<Values> {
  const fields = questionsHere(nodes).map((node): [string, fc.Arbitrary<FieldValue>] => [
    keyOf(node.name),
    node.kind === 'repeat' ? fc.array(typedBy(sheet, node.nodes), { maxLength: 3 }) : typedIn(sheet, node),
  ])
  return fc.record(Object.fromEntries(fields))
}

/** What the screen says of what was typed: what it would send, or the fields that are wrong. */
async function onScreen(sheet: Questionnaire, typed: Values) {
  const form = createFormControl<Values, unknown, Answers>({
    defaultValues: valuesOf(sheet.nodes, begin(sheet, occasion)),
    resolver: resolverOf(sheet, occasion),
  })
  for (const [field, value] of Object.entries(typed)) form.setValue(field, value)
  const said: { sent?: Answers; wrong?: string[] } = {}
  await form.handleSubmit(
    (answers) => void (said.sent = answers),
    (errors) => void (said.wrong = wrongFields(errors).map(({ field, type }) => `${field} ${type}`)),
  )()
  return said
}

/** What the server says of it. */
function onServer(sheet: Questionnaire, sent: Answers) {
  try {
    return { kept: settledOrRefused(sheet, sent, occasion) }
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const { code, fields } = refusal
    return code === 'questionnaires/nothing-answered'
      ? { kept: {} }
      : { wrong: fields.map((field) => `${fieldAt(field.path)} ${field.code}`) }
  }
}

test('the form library and the server say the same of whatever is typed into forms made here and elsewhere', async () => {
  const outcomes = { kept: 0, wrong: 0 }
  for (const [name, sheet] of await samples())
    await fc.assert(
      fc.asyncProperty(typedBy(sheet, sheet.nodes), async (typed) => {
        const { sent, wrong } = await onScreen(sheet, typed)
        const server = onServer(sheet, answersIn(sheet.nodes, typed))
        expect({ name, wrong }).toEqual({ name, wrong: server.wrong })
        outcomes[wrong ? 'wrong' : 'kept'] += 1
        // What is sent comes to the same as what was typed.
        expect(sent ? onServer(sheet, sent) : server).toEqual(server)
      }),
      { numRuns: 60 },
    )
  expect(outcomes.kept).toBeGreaterThan(20)
  expect(outcomes.wrong).toBeGreaterThan(20)
})

test('answers become values of the form and answers again, each question with one, whatever it is called', async () => {
  for (const [name, sheet] of await samples())
    fc.assert(
      fc.property(typedBy(sheet, sheet.nodes), (typed) => {
        const answers = answersIn(sheet.nodes, typed)
        const values = valuesOf(sheet.nodes, answers)
        expect({ name, answers: answersIn(sheet.nodes, values) }).toEqual({ name, answers })
        // A question without a value is one that the library fills with what stood there at first.
        expect(Object.keys(values).toSorted()).toEqual(Object.keys(typed).toSorted())
      }),
      { numRuns: 30 },
    )
})

test('what is wrong is found again at its place, in the order of the questionnaire', async () => {
  const typed = { ':a': 'x', ':a:b': 2, ':r:s': [{ ':id': 'y' }, { ':id': '', ':inner': [{}] }] }
  const { wrong } = await onScreen(hardNames, typed)
  expect(wrong).toEqual([':a:b constraint', ':prototype required', ':r:s.1.:id required'])
  const place = {
    asked: { questionnaire: hardNames, occasion },
    scope: { answers: answersIn(hardNames.nodes, typed), repeat: null, index: 0, parent: null },
    field: '',
  }
  expect(standingAt(place, ':r:s.1.:inner.0.:root')).toMatchObject({
    name: 'root',
    node: { name: 'root' },
    rounds: [1, 0],
    scope: { repeat: 'inner', parent: { repeat: 'r.s', index: 1 } },
  })
})

test('a questionnaire is drawn with what applies, what is calculated, and rounds; what was typed before stands in it', () => {
  const sheet = aQuestionnaire({
    nodes: [
      ...aQuestionnaire().nodes,
      question('year', { calculation: '${visits} * 12', label: { en: 'A year' } }),
    ],
  })
  const drawn = (start: Answers) =>
    wordsOf(
      markupIn(
        'en',
        <FillForm
          sheet={sheet}
          occasion={occasion}
          language="en"
          start={start}
          onTyped={() => undefined}
          onWhole={() => undefined}
          sayWrong={String}
          actions={null}
        />,
      ),
    )
  expect(drawn({ comes: 'no', visits: 4 })).not.toContain('How often a month?')
  const come = drawn({ comes: 'yes', visits: 4, child: [{ age: 7 }, {}] })
  expect(come).toContain('How often a month?')
  expect(come).toMatch(/A year[^\w]*48/u)
  expect(come).toContain('No. 2')
})
