import { sql } from 'kysely'
import type { Db } from '#server/platform/database/database.ts'

/** Whose second factor. */
export type Owner = Readonly<{ agencyId: string; workerId: string }>

async function value<T>(query: Promise<{ rows: { value: T }[] }>): Promise<T | null> {
  const { rows } = await query
  return rows[0]?.value ?? null
}

/** The sealed secret of a confirmed factor, or null. */
export const factorOf = (db: Db, { agencyId, workerId }: Owner) =>
  value(sql<{ value: Buffer | null }>`select factor_of(${agencyId}, ${workerId}) as value`.execute(db))

/** Uses a step up, once: of two who come with one code, one is right. */
export const spendFactorStep = async (
  db: Db,
  { agencyId, workerId }: Owner,
  step: number,
): Promise<boolean> =>
  (await value(
    sql<{ value: boolean }>`select use_factor_step(${agencyId}, ${workerId}, ${step}) as value`.execute(db),
  )) ?? false

/** Uses a recovery code up, once. It is looked for under every version of the key. */
export const spendRecoveryCode = async (
  db: Db,
  { agencyId, workerId }: Owner,
  hashes: readonly Buffer[],
): Promise<boolean> =>
  (await value(
    sql<{
      value: boolean
    }>`select use_recovery_code(${agencyId}, ${workerId}, ${[...hashes]}::bytea[]) as value`.execute(db),
  )) ?? false

/** Keeps a secret that is not yet confirmed, in place of an earlier one. */
export const keepEnrolment = (db: Db, { agencyId, workerId }: Owner, sealed: Buffer, minutes: number) =>
  sql`select keep_enrolment(${agencyId}, ${workerId}, ${sealed}, ${minutes})`.execute(db)

/** The sealed secret that waits to be confirmed, or null. */
export const enrolmentOf = (db: Db, { agencyId, workerId }: Owner) =>
  value(sql<{ value: Buffer | null }>`select enrolment_of(${agencyId}, ${workerId}) as value`.execute(db))

/** Makes the enrolment the factor, with its first step used; false when somebody was quicker. */
export const confirmEnrolment = async (
  db: Db,
  { agencyId, workerId }: Owner,
  sealed: Buffer,
  step: number,
): Promise<boolean> =>
  (await value(
    sql<{
      value: boolean
    }>`select confirm_enrolment(${agencyId}, ${workerId}, ${sealed}, ${step}) as value`.execute(db),
  )) ?? false

/** Keeps new recovery codes, as keyed hashes, in place of all earlier ones. */
export const keepRecoveryCodes = (db: Db, { agencyId, workerId }: Owner, hashes: readonly Buffer[]) =>
  sql`select keep_recovery_codes(${agencyId}, ${workerId}, ${[...hashes]}::bytea[])`.execute(db)

/** Takes the factor away, with its recovery codes. */
export const removeFactor = (db: Db, { agencyId, workerId }: Owner) =>
  sql`select remove_factor(${agencyId}, ${workerId})`.execute(db)

/** Whether the database holds anything that only the keys open. */
export const anyFactor = async (db: Db): Promise<boolean> =>
  (await value(sql<{ value: boolean }>`select any_factor() as value`.execute(db))) ?? false
