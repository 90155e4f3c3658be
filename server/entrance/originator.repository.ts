import { sql } from 'kysely'
import { Level } from '#contract/access.ts'
import { role } from '#contract/codes/index.ts'
import { Language } from '#contract/language.ts'
import { type Actor, principalsOf } from '#server/access/index.ts'
import type { Db } from '#server/platform/database/database.ts'

type Row = Readonly<{
  agencyId: string
  workerId: string
  name: string
  role: string
  level: number
  language: string
  agencyName: string
  deskPost: string
  headPost: string
  demo: boolean
}>

/** Whoever asked for a job, as they are today: their role and level may have changed. Inactive or gone: an error, and nothing is done. */
export async function originatorOf(db: Db, agencyId: string, workerId: string): Promise<Actor> {
  const { rows } = await sql<Row>`select * from originator_of_job(${agencyId}, ${workerId})`.execute(db)
  const [row] = rows
  if (!row) throw new Error('Whoever asked for this job no longer works here; it is not done.')
  const itsRole = role.schema.parse(row.role)
  return {
    signInId: '',
    agencyId: row.agencyId,
    workerId: row.workerId,
    name: row.name,
    role: itsRole,
    level: Level.parse(row.level),
    language: Language.parse(row.language),
    agencyName: row.agencyName,
    demo: row.demo,
    principals: principalsOf(row.workerId, itsRole, row),
  }
}
