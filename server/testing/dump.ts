import type { World } from './world.ts'

/** Everything that lies in the database, as text: every table of ours and of the queue, read past every wall. */
export async function dumpOf({ rows }: Pick<World, 'rows'>): Promise<string> {
  const tables = await rows<{ name: string }>(`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
  const parts: string[] = []
  for (const { name } of tables) {
    const found = await rows<{ row: string }>(`select t::text as row from ${name} t`)
    parts.push(...found.map(({ row }) => `${name} ${row}`))
  }
  return parts.join('\n')
}

/** The lines of a dump in which a text stands: as it is, without its spaces, in hexadecimal or in base64. */
export function linesWith(dump: string, texts: readonly string[]): string[] {
  const forms = texts.flatMap((text) => [
    text,
    text.replace(/\s/gu, ''),
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
  ])
  return dump.split('\n').filter((line) => forms.some((form) => line.includes(form)))
}
