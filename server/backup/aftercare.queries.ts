import type { Client } from 'pg'

/** What was made void in a restored database, and what has to be looked at by people. */
export type Aftercare = {
  readonly signInsEnded: number
  readonly jobsFreed: number
  readonly accounts: number
}

/**
 * Makes void what must not come back to life with old data: everybody is signed out, for a sign-in that was ended since
 * would be good again; jobs that a worker of the queue held then are free to be done.
 */
export async function makeVoid(client: Client): Promise<Aftercare> {
  const ended = await client.query('update sign_ins set ended_at = now() where ended_at is null')
  const jobsFreed = await freeBrokenOffJobs(client)
  const accounts = await client.query<{ count: number }>(
    'select count(*)::int as count from workers where active',
  )
  return {
    signInsEnded: ended.rowCount ?? 0,
    jobsFreed,
    accounts: accounts.rows[0]?.count ?? 0,
  }
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

/** What people have to do before they let others in again; kept in the data folder and shown. */
export function aftercareText(restoredTo: string, aftercare: Aftercare, aside: string | null): string {
  return [
    `Restored to ${restoredTo}.`,
    '',
    'Done already:',
    `- Everybody is signed out (${aftercare.signInsEnded} sign-ins ended): one that was ended since would be good again.`,
    '- Whatever a broken-off job held is free again; jobs that were waiting then are done once more.',
    '',
    'To be done by people before others are let in:',
    `- Look through the ${aftercare.accounts} accounts: whoever left since that moment can sign in again, and passwords changed since are the old ones.`,
    '- Give and take away again what was given or taken since: sight of cases, substitutes, roles.',
    '- Enter again what was written since, withdrawals of consent and objections first.',
    '- Make a new backup: the log kept until now does not fit the restored data.',
    aside === null
      ? ''
      : `- The data as they were lie in ${aside}. Delete them when nobody needs them any more.`,
    '',
  ].join('\n')
}
