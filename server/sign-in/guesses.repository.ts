import { sql } from 'kysely'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Db } from '#server/platform/database/database.ts'
import { guessDelays } from './guessing.ts'

/** Whose account is guessed at, as a keyed fingerprint, and from where: anywhere, or one known device. */
export type Guess = Readonly<{ account: Buffer; bucket: string }>

/** Counts a guess and lets it pass, or refuses it (429) with how long to wait. Kept outside any act: a refusal does not undo it. */
export async function takeGuess(db: Db, { account, bucket }: Guess) {
  const { rows } = await sql<{
    seconds: number
  }>`select take_guess(${account}, ${bucket}, ${[...guessDelays]}::integer[]) as seconds`.execute(db)
  const seconds = rows[0]?.seconds ?? 1
  if (seconds > 0) throw new Refusal('sign-in/wait', { seconds })
}

/** The guess was right: the count begins anew. */
export const forgetGuesses = (db: Db, { account, bucket }: Guess) =>
  sql`select forget_guesses(${account}, ${bucket})`.execute(db)
