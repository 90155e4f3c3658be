import { Client } from 'pg'
import { StartProblem } from '#server/platform/config/start-problem.ts'

const oldestVersion = 15

type Abilities = { readonly version: number; readonly encoding: string; readonly chineseOrder: boolean }

/**
 * Refuses a database that could not keep the promises: too old, not UTF-8, unable to sort Chinese by
 * pinyin, or deaf to Chinese letters when searching. Asked of the embedded and of any other PostgreSQL;
 * leaves no trace in it.
 */
export async function checkAbilities(ownerUrl: string): Promise<void> {
  const connection = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  connection.on('error', () => undefined)
  await connection.connect().catch((problem: Error) => {
    throw new StartProblem(`The database cannot be reached: ${problem.message}`)
  })
  try {
    refuseUnable(await readAbilities(connection))
    if (!(await findsChinese(connection)))
      throw new StartProblem(
        'The database does not know Chinese letters when searching: create it with a UTF-8 LC_CTYPE such as C.UTF-8.',
      )
  } finally {
    await connection.end()
  }
}

/** Throws the one sentence that says what a database lacks; silent when it has all. */
export function refuseUnable({ version, encoding, chineseOrder }: Abilities): void {
  if (version < oldestVersion)
    throw new StartProblem(`PostgreSQL ${oldestVersion} or newer is needed; this one is ${version}.`)
  if (encoding !== 'UTF8')
    throw new StartProblem(`The database must be encoded in UTF8; this one is ${encoding}.`)
  if (!chineseOrder)
    throw new StartProblem(
      'The database cannot sort Chinese names (collation zh-Hans-x-icu): use a PostgreSQL built with ICU.',
    )
}

async function readAbilities(connection: Client): Promise<Abilities> {
  const { rows } = await connection.query<Abilities>(`
    select current_setting('server_version_num')::int / 10000 as version,
           current_setting('server_encoding') as encoding,
           exists (select from pg_collation where collname = 'zh-Hans-x-icu') as "chineseOrder"`)
  const [found] = rows
  if (!found) throw new StartProblem('The database did not say what it can do.')
  return found
}

async function findsChinese(connection: Client): Promise<boolean> {
  await connection.query('begin')
  try {
    await connection.query('create extension if not exists pg_trgm')
    const { rows } = await connection.query<{ trigrams: number }>(
      `select cardinality(show_trgm('张三丰')) as trigrams`,
    )
    return (rows[0]?.trigrams ?? 0) > 0
  } catch {
    throw new StartProblem('The database lacks the extension pg_trgm, or its owner may not create it.')
  } finally {
    await connection.query('rollback')
  }
}
