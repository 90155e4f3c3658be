import type { RefusalCode } from '#contract/refusals.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** NIST SP 800-63B-4 and ASVS 6.2: length and a blocklist; no rules of composition, no change by the calendar. */
const shortestAlone = 15
const shortestWithFactor = 12

/** How many characters a password must have: fewer where a second factor stands beside it. */
export const shortestPassword = (hasFactor: boolean) => (hasFactor ? shortestWithFactor : shortestAlone)

/** What a guesser tries first, in the three languages; as a part of a password it counts for nothing. */
const triedFirst = (
  'password passwort passw0rd p4ssword letmein welcome admin administrator root login qwertyuiop qwerty asdfghjkl asdfgh zxcvbnm ' +
  'iloveyou sunshine princess football baseball superman batman dragon monkey master shadow trustno1 whatever freedom secret ' +
  'changeme default test demo guest user abc123 abcd1234 a1b2c3 1q2w3e4r5t 1q2w3e4r 1qaz2wsx qazwsx 123qwe 5201314 1314520 woaini ' +
  'woaiwojia zhongguo beijing mima denglu nihao пароль йцукен фывапр ячсмить привет любовь солнышко россия москва наташа максим ' +
  '密码 登录 我爱你 你好 中国 北京 管理员 测试 社工 socialwork социальный'
).split(' ')

/** The words of this place: they are on every letterhead. */
const ours = ['alongside', '同行', '一路同行']

const restMustHave = 6

/** Letters and digits alone, all small: what a guesser would not try to write otherwise. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const without = (text: string, words: readonly string[]) =>
  words
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), text)

/** Words of two Chinese characters or four letters, as they stand in names, addresses and titles. */
function wordsOf(texts: readonly string[]): string[] {
  const parts = texts.flatMap((text) => [bare(text), ...text.split(/[^\p{L}\p{N}]+/u).map(bare)])
  return parts.filter((part) => part.length >= (/\p{Script=Han}/u.test(part) ? 2 : 4))
}

/** Runs along the alphabet or the digits, up or down, and repetitions: `12345`, `aaaa`, `abcabcabc`. */
function withoutRuns(text: string): string {
  const letters = Array.from(text)
  const step = (at: number) => (letters[at]?.codePointAt(0) ?? 0) - (letters[at - 1]?.codePointAt(0) ?? 0)
  const kept = letters.filter((_, at) => at < 2 || Math.abs(step(at)) > 1 || step(at) !== step(at - 1))
  return kept.join('').replaceAll(/(.{1,6}?)\1+/gu, '$1')
}

/**
 * What is wrong with a new password, or null.
 * @param about names and words of its owner and the agency; a password may have them, but not live on them
 */
export function passwordProblem(
  password: string,
  { about, hasFactor }: Readonly<{ about: readonly string[]; hasFactor: boolean }>,
): RefusalCode | null {
  if (Array.from(password).length < shortestPassword(hasFactor)) return 'sign-in/password-too-short'
  const text = bare(password)
  const known = without(text, [...wordsOf(about), ...ours])
  if (known !== text && Array.from(known).length < restMustHave) return 'sign-in/password-speaks-of-you'
  const rest = withoutRuns(without(known, triedFirst))
  const many = new Set(password.normalize('NFKC').toLowerCase()).size
  // A sentence in signs alone is a password too, as long as it does not repeat a few of them.
  if (text === '' ? many < restMustHave : Array.from(rest).length < restMustHave)
    return 'sign-in/password-is-common'
  return null
}

/** Refuses (422), beside the field, a password that does not hold against the rules. */
export function refuseWeakPassword(password: string, given: Parameters<typeof passwordProblem>[1]) {
  const code = passwordProblem(password, given)
  if (code) throw new Refusal('sheet-unfinished', { missing: 1 }, [{ path: 'password', code }])
}
