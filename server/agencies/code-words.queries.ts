import { type CodeList, isOwn, type OwnCode } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import { Codes, type CodesVersion, type CodeWords, wordOn } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { type Check, whole } from '#server/kernel/whole.ts'

// More versions of all lists than an agency writes in its life.
const mostVersions = 5_000

/** Every version that the agency wrote of its code lists. */
export async function codesVersions(tx: Transaction): Promise<readonly CodesVersion[]> {
  const rows = await tx.db
    .selectFrom('settings')
    .select(['subject as list', 'ordinal', 'effectiveFrom as from', 'sheet', 'writtenAt'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('kind', '=', 'codes')
    .orderBy('subject')
    .orderBy('effectiveFrom')
    .orderBy('ordinal')
    .limit(mostVersions)
    .execute()
  return rows.map(({ sheet, writtenAt, ...version }) => ({
    ...version,
    writtenAt: writtenAt.toISOString(),
    rows: Codes.parse(sheet).rows,
  }))
}

/** How the agency calls the codes of its lists, in every version, for whoever works here. */
export async function codeWords(tx: Transaction): Promise<CodeWords> {
  tx.saw({ kind: 'settings' })
  return { versions: [...(await codesVersions(tx))] }
}

/** Says codes in a language, each as the agency called it at the moment of its record. */
export async function speakerOf(tx: Transaction, language: Language) {
  const versions = await codesVersions(tx)
  return <Code extends string>(list: CodeList<Code>, code: OwnCode<NoInfer<Code>>, at: Date) =>
    wordOn(versions, list, code, { language, day: dayOf(at), at: at.toISOString() })
}

type Chosen = Readonly<Record<string, string | null | readonly string[]>>

/**
 * Refuses (422) an own code that the agency does not have in this list; `chosen` says what was chosen at which path. A code
 * of the product is always taken, also where the agency no longer offers it: programs and other agencies speak in those.
 */
export async function refuseUnlessKnownCodes(
  tx: Transaction,
  { agency }: Pick<CodeList<string>, 'agency'>,
  chosen: Chosen,
) {
  const own = Object.entries(chosen).flatMap(([path, codes]) =>
    [codes ?? []].flat().flatMap((code) => (isOwn(code) ? [{ path, code }] : [])),
  )
  if (own.length === 0) return
  const versions = (await codesVersions(tx)).filter(({ list }) => list === agency?.name)
  const known = new Set(versions.flatMap(({ rows }) => rows.map(({ code }) => code)))
  whole(own.map(({ path, code }): Check => [path, known.has(code), 'settings/no-such-code']))
}
