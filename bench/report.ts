import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rate } from './generator.ts'

/** One workload at one number of connections, with its floors of the same run. */
export type Row = Readonly<{
  workload: string
  title: string
  connections: number
  real: Rate
  sql: Rate
  constant: Rate
  /** Rows to JavaScript to JSON. */
  bare: Rate
  /** The statements of the product itself, without what surrounds them. */
  same: Rate
}>

const ratio = (one: Rate, other: Rate) =>
  other.rps === 0 ? 0 : Math.round((one.rps / other.rps) * 100) / 100
/** How much more processor time the floor needs than the real thing: above 1, the real thing needs less. */
const ratioOfProcessor = (one: Rate, other: Rate) =>
  one.processor && other.processor ? rounded(other.processor / one.processor) : null
const inMilliseconds = ({ processor }: Rate) => processor?.toFixed(2) ?? '-'
const rounded = (value: number) => Math.round(value * 100) / 100

/** Writes `bench/latest.json`, the rows that a comparison needs, and what they were measured on. */
export function keep(rows: readonly Row[], facts: object) {
  const folder = import.meta.dirname
  const plain = rows.map(({ workload, connections, real, sql, constant, bare, same }) => ({
    workload,
    connections,
    rps: Math.round(real.rps),
    p50: rounded(real.p50),
    p99: rounded(real.p99),
    failed: real.failed,
    ratioToSql: ratio(real, sql),
    ratioToBare: ratio(real, bare),
    ratioToSame: ratio(real, same),
    ratioToConstant: ratio(real, constant),
    processor: real.processor === null ? null : rounded(real.processor),
    processorToBare: ratioOfProcessor(real, bare),
  }))
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(plain, null, 2)}\n`)
  writeFileSync(join(folder, 'latest-facts.json'), `${JSON.stringify(facts, null, 2)}\n`)
}

/** The table for the console. */
export function table(rows: readonly Row[]): string {
  const head = [
    '',
    'connections',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'SQL alone',
    'constant',
    'bare',
    'same',
    'to SQL',
    'to bare',
    'to same',
    'processor ms',
    'of bare',
    'to bare',
  ]
  const lines = rows.map(({ workload, title, connections, real, sql, constant, bare, same }) => [
    `${workload} ${title}`,
    String(connections),
    real.rps.toFixed(0),
    real.p50.toFixed(2),
    real.p99.toFixed(2),
    sql.rps.toFixed(0),
    constant.rps.toFixed(0),
    bare.rps.toFixed(0),
    same.rps.toFixed(0),
    ratio(real, sql).toFixed(2),
    ratio(real, bare).toFixed(2),
    ratio(real, same).toFixed(2),
    inMilliseconds(real),
    inMilliseconds(bare),
    ratioOfProcessor(real, bare)?.toFixed(2) ?? '-',
  ])
  const widths = head.map((word, at) => Math.max(word.length, ...lines.map((line) => line[at]?.length ?? 0)))
  return [head, ...lines]
    .map((line) =>
      line
        .map((word, at) => (at === 0 ? word.padEnd(widths[at] ?? 0) : word.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n')
}
