/** The text of tables.gen.ts for the database behind `client`: one type per table, columns in camel case. */
export async function tablesFile(client) {
  const { rows } = await client.query(`
    select c.table_name, c.column_name, c.udt_name, c.is_nullable = 'YES' as nullable,
           c.column_default is not null or c.is_identity = 'YES' as has_default
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'migrations_run'
    order by c.table_name, c.ordinal_position`)
  const tables = Map.groupBy ? Map.groupBy(rows, (row) => row.table_name) : groupByTable(rows)
  const types = [...tables].map(([name, columns]) => {
    const lines = columns.map((column) => `  ${camel(column.column_name)}: ${typeOf(column)}`)
    return `export type ${typeName(name)} = {\n${lines.join('\n')}\n}`
  })
  const list = [...tables.keys()].map((name) => `  ${camel(name)}: ${typeName(name)}`)
  return [
    '// Made from the migrations by `npm run tables`; a test compares it with them. Do not edit.',
    "import type { ColumnType, Generated, JSONColumnType } from 'kysely'",
    '',
    types.join('\n\n'),
    '',
    `export type Tables = {\n${list.join('\n')}\n}`,
    '',
  ].join('\n')
}

const scalars = {
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

function typeOf({ udt_name: udt, nullable, has_default: hasDefault, column_name: name }) {
  const scalar =
    udt === 'jsonb'
      ? 'JSONColumnType<object>'
      : udt.startsWith('_')
        ? `${scalars[udt.slice(1)]}[]`
        : scalars[udt]
  if (scalar === undefined || scalar.startsWith('undefined')) throw new Error(`No type for ${name} (${udt})`)
  if (udt === 'jsonb') return hasDefault ? 'ColumnType<object, string | undefined, string>' : scalar
  const whole = nullable ? `${scalar} | null` : scalar
  return hasDefault ? `Generated<${whole}>` : whole
}

function groupByTable(rows) {
  const tables = new Map()
  for (const row of rows) tables.set(row.table_name, [...(tables.get(row.table_name) ?? []), row])
  return tables
}

const camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase())
const typeName = (name) => `${camel(`_${name}`)}Table`
