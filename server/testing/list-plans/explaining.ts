import type pg from 'pg'
import type { Statement } from '../heard.ts'

/** One node of a plan as PostgreSQL tells it. */
type Node = Readonly<{
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: readonly Node[]
}>

// The line of the look itself: it is laid down, not read.
const laysDown = ({ text }: Statement) => text.includes('lay_down_looks')
const takesRole = ({ text }: Statement) => text.includes("set_config('role'")
const reads = ({ text }: Statement) =>
  /^\s*(?:select|with)\b/iu.test(text) && !takesRole({ text, values: [] }) && !laysDown({ text, values: [] })

type Asked = Readonly<{
  page: number
  bigTables: ReadonlySet<string>
  asOwner?: boolean
  /** The index that must be used: other indexes of an agency read it whole without a table being read whole. */
  byIndex?: string | null
}>

/**
 * The same of what a function of the database asks inside: its plan is not told with that of the statement that calls it. A count
 * orders all that it counts, so only what is read whole is a fault.
 */
export async function functionFaults(
  client: pg.Client,
  heard: readonly Statement[],
  { name, bigTables, byIndex }: Readonly<{ name: string; bigTables: ReadonlySet<string>; byIndex: string }>,
): Promise<string[]> {
  const call = heard.find(({ text }) => text.includes(`${name}(`))
  const { rows } = await client.query<{ source: string; names: readonly string[] }>(
    'select prosrc as source, proargnames as names from pg_proc where proname = $1',
    [name],
  )
  const [inside] = rows
  if (!call || !inside) return [`${name} was not asked`]
  // What is planned for the values of each call stands in a text of its own.
  const [, text = inside.source] = /\$asked\$([^]*)\$asked\$/u.exec(inside.source) ?? []
  const asked = inside.names
    .slice(0, call.values.length)
    .reduce(
      (whole, argument, at) => whole.replaceAll(new RegExp(`\\b${argument}\\b`, 'gu'), `$${String(at + 1)}`),
      text,
    )
  return planFaults(client, [...heard.slice(0, heard.indexOf(call)), { ...call, text: asked }], {
    page: Infinity,
    bigTables,
    asOwner: true,
    byIndex,
  })
}

/** What is wrong with the plans of what was heard: a table read whole, or more sorted or looked through than a page needs. */
export async function planFaults(
  client: pg.Client,
  heard: readonly Statement[],
  { page, bigTables, asOwner = false, byIndex = null }: Asked,
): Promise<string[]> {
  const faults: string[] = []
  const entrance = heard.findIndex(takesRole)
  const entering = heard[entrance]
  if (!entering) return ['nobody entered']
  for (const statement of heard.slice(entrance + 1).filter(reads)) {
    await client.query('begin')
    try {
      await client.query(entering.text, [...entering.values])
      if (asOwner) await client.query(`select set_config('role', 'none', true)`)
      const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: Node }] }>(
        `explain (analyze, buffers off, timing off, format json) ${statement.text}`,
        [...statement.values],
      )
      const [plan] = rows[0]?.['QUERY PLAN'] ?? []
      const nodes = plan ? nodesOf(plan.Plan) : []
      faults.push(...nodes.flatMap((node) => faultOf(node, page, bigTables)))
      if (byIndex !== null && !nodes.some((node) => node['Index Name'] === byIndex))
        faults.push(`${byIndex} is not used`)
    } finally {
      await client.query('rollback')
    }
  }
  return faults
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

const allRows = (node: Node) => (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 1)

function faultOf(node: Node, page: number, bigTables: ReadonlySet<string>): string[] {
  const table = node['Relation Name'] ?? ''
  const kind = node['Node Type']
  if (kind === 'Seq Scan' && bigTables.has(table)) return [`${table} is read whole`]
  const [below] = node.Plans ?? []
  if (kind === 'Sort' && below && allRows(below) > page) return [`${String(allRows(below))} rows are sorted`]
  return []
}
