import type { Question } from '#contract/questionnaires/index.ts'
import type { Remarks } from './remarks.ts'
import { cellOf, type SheetRow } from './sheet-rows.ts'

type Place = Readonly<{ sheet: string; remarks: Remarks }>

/** `start=0 end=10 step=1`, `randomize=true seed=7`, `rows=5`; what does nothing here is said. */
export function parametersOf(
  { sheet, remarks }: Place,
  row: SheetRow,
  type: Question['type'],
): Pick<Question, 'range' | 'randomized' | 'rows'> {
  const given = new Map(
    cellOf(row, 'parameters')
      .split(/[\s,;]+/u)
      .filter((part) => part !== '')
      .map((part) => {
        const [name = '', ...value] = part.split('=')
        return [name.toLowerCase(), value.join('=')] as const
      }),
  )
  const rows = given.get('rows') ?? cellOf(row, 'rows')
  const say = (code: 'parameter-unused' | 'parameter-wrong', detail: string) =>
    remarks.add(sheet, row.row, 'parameters', code, detail)
  const used = usedBy[type] ?? []
  for (const [name, value] of given) if (!used.includes(name)) say('parameter-unused', `${name}=${value}`)
  if (type === 'range') return { range: rangeOf(given, say) }
  if (type === 'text' && rows !== '') {
    const count = Number(rows)
    if (Number.isInteger(count) && count >= 1 && count <= 100) return { rows: count }
    say('parameter-wrong', `rows=${rows}`)
  }
  return used.includes('randomize') ? randomizedBy(given) : {}
}

const usedBy: Partial<Record<Question['type'], readonly string[]>> = {
  range: ['start', 'end', 'step'],
  text: ['rows'],
  'select-one': ['randomize', 'seed'],
  'select-multiple': ['randomize', 'seed'],
  rank: ['randomize', 'seed'],
}

function rangeOf(given: ReadonlyMap<string, string>, say: (code: 'parameter-wrong', detail: string) => void) {
  const [start = 0, end = 10, step = 1] = (['start', 'end', 'step'] as const).map((name, at) =>
    given.has(name) ? Number(given.get(name)) : [0, 10, 1][at],
  )
  if ([start, end, step].every(Number.isFinite) && start < end && step > 0) return { start, end, step }
  say('parameter-wrong', [...given].map((pair) => pair.join('=')).join(' '))
  return { start: 0, end: 10, step: 1 }
}

function randomizedBy(given: ReadonlyMap<string, string>): Pick<Question, 'randomized'> {
  if (given.get('randomize') !== 'true') return {}
  const seed = Number(given.get('seed'))
  return { randomized: given.has('seed') && Number.isFinite(seed) ? seed : true }
}
