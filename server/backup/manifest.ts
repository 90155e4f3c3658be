import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { shipped } from '#server/platform/project-folder.ts'
import { newestFormat, type Head } from './sealing.ts'

/** What a backup holds, written into it as its last entry. */
export const Manifest = z.object({
  product: z.string(),
  /** The version of PostgreSQL, such as 18.4. */
  postgres: z.string(),
  installation: z.string(),
  lineage: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  startPosition: z.string(),
  stopPosition: z.string(),
  firstSegment: z.string(),
  lastSegment: z.string(),
  migrations: z.array(z.string()),
  agencies: z.number().int(),
  /** True when nobody worked meanwhile: then every count is exact. */
  still: z.boolean(),
  /** Rows of each table, counted before and after the moment of the backup. */
  rows: z.record(
    z.string(),
    z.object({ least: z.number().int(), most: z.number().int(), grows: z.boolean() }),
  ),
  /** Keys that belong to this installation and lie elsewhere: whoever restores must bring them. */
  elsewhere: z.array(z.string()).default([]),
  bytes: z.number().int(),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof Manifest>

/** The version of this program. */
export function productVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(shipped('package.json'), 'utf8')))
    .version
}

/** The migrations that this program knows. */
export function knownMigrations(): readonly string[] {
  return readdirSync(shipped('server/migrations')).filter((name) => name.endsWith('.sql'))
}

/** Refuses what a newer version made, by its readable head. @throws StartProblem */
export function refuseNewer({ format, product }: Pick<Head, 'format' | 'product'>, own: string): void {
  if (format > newestFormat || isNewer(product, own))
    throw new StartProblem(
      `The backup was made by Alongside ${product}, newer than this one (${own}): install that version first.`,
    )
}

/** Refuses a backup whose tables this program does not know. @throws StartProblem */
export function refuseUnknownTables(manifest: Manifest, known: readonly string[], ownPostgres: string): void {
  const unknown = manifest.migrations.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new StartProblem(
      `The backup has tables that this version does not know (${unknown}): install the version that made it.`,
    )
  const [theirs, ours] = [manifest.postgres, ownPostgres].map((version) => version.split('.')[0])
  if (theirs !== ours)
    throw new StartProblem(
      `The backup is of PostgreSQL ${theirs}, and this version brings ${ours}: install the version that made it.`,
    )
}

function isNewer(one: string, other: string): boolean {
  const [left, right] = [one, other].map((version) => version.split(/[.-]/u).map(Number))
  for (const [place, number] of (left ?? []).entries()) {
    const difference = number - (right?.[place] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}
