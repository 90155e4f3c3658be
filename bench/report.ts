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
  bare: Rate
}>

const ratio = (one: Rate, other: Rate) =>
  other.rps === 0 ? 0 : Math.round((one.rps / other.rps) * 100) / 100
const rounded = (value: number) => Math.round(value * 100) / 100

/** Writes `bench/latest.json`, the rows that a comparison needs, and what they were measured on. */
export function keep(rows: readonly Row[], facts: object) {
  const folder = import.meta.dirname
  const plain = rows.map(({ workload, connections, real, sql, constant, bare }) => ({
    workload,
    connections,
    rps: Math.round(real.rps),
    p50: rounded(real.p50),
    p99: rounded(real.p99),
    failed: real.failed,
    ratioToSql: ratio(real, sql),
    ratioToBare: ratio(real, bare),
    ratioToConstant: ratio(real, constant),
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
    'to SQL',
    'to bare',
  ]
  const lines = rows.map(({ workload, title, connections, real, sql, constant, bare }) => [
    `${workload} ${title}`,
    String(connections),
    real.rps.toFixed(0),
    real.p50.toFixed(2),
    real.p99.toFixed(2),
    sql.rps.toFixed(0),
    constant.rps.toFixed(0),
    bare.rps.toFixed(0),
    ratio(real, sql).toFixed(2),
    ratio(real, bare).toFixed(2),
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
