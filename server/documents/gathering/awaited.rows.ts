import type { Awaited } from '#contract/case/awaited.ts'
import type { Confirmer } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import { dayOf } from '#server/kernel/days.ts'
import type { Signature } from '../case-facts.ts'
import { wordDate } from '../dates.ts'
import { fill } from '../words.ts'
import { awaitedOnForm } from './contents.words.ts'

/** The place to sign of whoever has not confirmed yet: empty, with who is awaited and since when; null where nobody is. */
export function awaitedBox(
  awaited: readonly Awaited[],
  part: Confirmer,
  language: Language,
): Signature | null {
  const those = awaited.filter((one) => one.part === part)
  if (those.length === 0) return null
  const lines = those.map(({ name, since }) =>
    fill(awaitedOnForm[language], { name, when: wordDate(dayOf(new Date(since)), language) }),
  )
  return { name: null, way: null, signedAt: null, note: lines.join('; ') }
}
