import type pg from 'pg'

type Column = { table: string; column: string; udt: string; nullable: boolean; has_default: boolean }

/** The text of tables.gen.ts for the database behind `client`: one type per table, columns in camel case. */
export async function tablesFile(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(`
    select c.table_name as table, c.column_name as column, c.udt_name as udt, c.is_nullable = 'YES' as nullable,
           c.column_default is not null or c.is_identity = 'YES' or c.is_generated = 'ALWAYS' as has_default
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'migrations_run'
    order by c.table_name, c.ordinal_position`)
  const names = [...new Set(rows.map(({ table }) => table))]
  const types = names.map((name) => {
    const columns = rows.filter(({ table }) => table === name)
    const lines = columns.map((column) => `  ${camel(column.column)}: ${typeOf(column)}`)
    return `export type ${typeName(name)} = {\n${lines.join('\n')}\n}`
  })
  return [
    '// Made from the migrations by `npm run tables`; a test compares it with them. Do not edit.',
    "import type { ColumnType, Generated } from 'kysely'",
    '',
    types.join('\n\n'),
    '',
    `export type Tables = {\n${names.map((name) => `  ${camel(name)}: ${typeName(name)}`).join('\n')}\n}`,
    '',
  ].join('\n')
}

const scalars: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  bytea: 'Buffer',
  timestamptz: 'Date',
}

function typeOf({ udt, nullable, has_default: hasDefault, column }: Column): string {
  // JSON comes back parsed and is sent as text.
  const optional = nullable || hasDefault ? ' | undefined' : ''
  if (udt === 'jsonb') return `ColumnType<object${nullable ? ' | null' : ''}, string${optional}, string>`
  const scalar = scalars[udt.replace(/^_/u, '')]
  if (scalar === undefined) throw new Error(`No type for ${column} (${udt})`)
  const whole = `${scalar}${udt.startsWith('_') ? '[]' : ''}${nullable ? ' | null' : ''}`
  return hasDefault ? `Generated<${whole}>` : whole
}

const camel = (name: string) => name.replace(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
const typeName = (name: string) => `${camel(`_${name}`)}Table`
