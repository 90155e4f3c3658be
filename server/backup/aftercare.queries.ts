import type { Client } from 'pg'

/** What was made void in a restored database, and what has to be looked at by people. */
export type Aftercare = {
  readonly signInsEnded: number
  readonly jobsFreed: number
  readonly accounts: number
  /** The installation keys that the identifiers of this database need. */
  readonly keysNeeded: readonly string[]
  /** The files that the attachments of this database need. */
  readonly filesNeeded: readonly string[]
}

/**
 * Makes void what must not come back to life with old data: everybody is signed out, for a sign-in that was ended since
 * would be good again, and so would a sign-in half done, a one-time token, the enrolment of a second factor or a secure link;
 * jobs that a worker of the queue held then are free to be done.
 */
export async function makeVoid(client: Client): Promise<Aftercare> {
  const ended = await client.query('update sign_ins set ended_at = now() where ended_at is null')
  for (const { table, statement } of halfDone)
    if (await hasTable(client, table)) await client.query(statement)
  const jobsFreed = await freeBrokenOffJobs(client)
  const accounts = await client.query<{ count: number }>(
    'select count(*)::int as count from workers where active',
  )
  return {
    signInsEnded: ended.rowCount ?? 0,
    jobsFreed,
    accounts: accounts.rows[0]?.count ?? 0,
    keysNeeded: await keysNeeded(client),
    filesNeeded: await filesNeeded(client),
  }
}

const halfDone = [
  {
    table: 'pending_sign_ins',
    statement: 'update pending_sign_ins set ended_at = now() where ended_at is null',
  },
  { table: 'resets', statement: 'update resets set ended_at = now() where ended_at is null' },
  { table: 'factor_enrolments', statement: 'delete from factor_enrolments' },
  // Whose sight ended since would see again by a link that stood open then.
  { table: 'link_openings', statement: 'delete from link_openings' },
  {
    table: 'secure_links',
    statement: `update secure_links set ended_at = now(), ended_why = 'revoked' where ended_at is null`,
  },
]

/** A backup of an earlier version has fewer tables; the start brings them. */
async function hasTable(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `public.${table}`,
  ])
  return rows[0]?.there ?? false
}

async function keysNeeded(client: Client): Promise<string[]> {
  if (!(await hasTable(client, 'agency_keys'))) return []
  const { rows } = await client.query<{ id: string }>(
    'select distinct installation_key as id from agency_keys order by 1',
  )
  return rows.map(({ id }) => id)
}

async function filesNeeded(client: Client): Promise<string[]> {
  if (!(await hasTable(client, 'attachments'))) return []
  const { rows } = await client.query<{ id: string }>('select file_id as id from attachments order by 1')
  return rows.map(({ id }) => id)
}

/**
 * Gives back the jobs that somebody of the queue held when the program was killed; the queue itself would wait four hours,
 * and a job may be the word of an emergency. Only for a database that no other program works on now.
 */
export async function freeBrokenOffJobs(client: Client): Promise<number> {
  const held = await client.query<{ by: string }>(
    'select locked_by as by from graphile_worker.jobs where locked_by is not null',
  )
  await client.query('select graphile_worker.force_unlock_workers($1)', [held.rows.map(({ by }) => by)])
  return held.rows.length
}

/** What the words after a restore are about, besides the database. */
export type Restoring = {
  readonly restoredTo: string
  /** Where the data as they were lie now; null when there were none. */
  readonly aside: string | null
  /** Keys that were not in the backup because they lie elsewhere. */
  readonly elsewhere: readonly string[]
  /** Installation keys that the database needs and that are not here. */
  readonly missing: readonly string[]
  /** Files of attachments that the database needs and that are not here: those that came after the backup. */
  readonly filesLost: readonly string[]
}

/** What people have to do before they let others in again; kept in the data folder and shown. */
export function aftercareText(
  { restoredTo, aside, elsewhere, missing, filesLost }: Restoring,
  { signInsEnded, accounts }: Aftercare,
): string {
  return [
    `Restored to ${restoredTo}.`,
    '',
    'Done already:',
    `- Everybody is signed out (${signInsEnded} sign-ins ended): one that was ended since would be good again. Sign-ins half done, one-time tokens, enrolments of second factors and secure links are void.`,
    '- Whatever a broken-off job held is free again; jobs that were waiting then are done once more.',
    '',
    'To be done by people before others are let in:',
    ...elsewhere.map((name) => `- Bring along what is not in the backup: ${name}, from its own copy.`),
    ...missing.map(
      (id) =>
        `- Put keys/identifiers.json back as it was after its last rotation: the identifiers need its key ${id}, which is not here.`,
    ),
    ...(filesLost.length === 0
      ? []
      : [
          `- ${filesLost.length} attachments came after the backup and have no file here: bring them from a later backup or another copy of the folder attachments (${filesLost.slice(0, 5).join(', ')}${filesLost.length > 5 ? ' …' : ''}).`,
        ]),
    '- Run npm run audit:verify before the first start. If it says “cut off”, that is this restore, for the checkpoints know more than was restored: note why, move audit/checkpoints.jsonl aside, here and in ALONGSIDE_AUDIT_COPY_DIR, and keep both files; new ones begin with the start.',
    `- Look through the ${accounts} accounts: whoever left since that moment can sign in again, and passwords changed since are the old ones.`,
    '- Second factors are those of that moment too: a phone that was lost or replaced since is good again, and so are recovery codes that were used since. Give one-time tokens to those who changed theirs, and let everybody make new recovery codes.',
    '- Give and take away again what was given or taken since: sight of cases, substitutes, roles.',
    '- Issue secure links anew to those who still need them.',
    '- Enter again what was written since, withdrawals of consent and objections first.',
    '- Make a new backup: the log kept until now does not fit the restored data.',
    ...(aside === null
      ? []
      : [
          `- The data as they were lie in ${aside}. Delete them when nobody needs them any more; keep the audit/checkpoints.jsonl in them.`,
        ]),
    '',
  ].join('\n')
}
