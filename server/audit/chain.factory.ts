import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { databaseRole, enterAs, type Subject } from '#server/access/index.ts'
import { nameOfKey } from '#server/platform/config/audit-key.ts'
import type { TestWorker, World } from '#server/testing/world.ts'
import { checkpointFile, checkpointWriter } from './checkpoints.repository.ts'
import { readCheckpoints } from './checkpoints.ts'
import { verifyChains } from './verify.queries.ts'
import { witness } from './witness.repository.ts'

/** Writes so many lines in one transaction, as the entrance does. */
export const writeLines = (world: World, worker: TestWorker, count = 1, database = world.platform.database) =>
  writeSeen(
    world,
    worker,
    Array.from({ length: count }, (_, line) => ({
      kind: 'case',
      id: randomUUID(),
      listed: line % 3 === 0 ? [randomUUID()] : [],
    })),
    database,
  )

/** Writes what a transaction saw, as the entrance does. */
export const writeSeen = (
  { platform }: World,
  worker: TestWorker,
  subjects: readonly Subject[],
  database = platform.database,
) =>
  enterAs(
    database,
    {
      actor: {
        ...worker,
        signInId: worker.id,
        workerId: worker.id,
        language: 'zh-CN',
        agencyName: '',
        demo: false,
        principals: [worker.id],
      },
      operation: 'case.read',
      now: platform.now(),
    },
    async (tx) => {
      for (const subject of subjects) tx.saw(subject)
      await witness(tx, {
        act: 'look',
        requestId: `逐行 "${databaseRole[worker.role]}", \\ ${subjects.length}`,
      })
    },
  )

/** What watches over a chain from outside: checkpoints in a folder of their own, and the verification. */
export function aWatch(world: World) {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-checkpoints-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { database } = world.platform
  const said: string[] = []
  const writer = checkpointWriter({
    database,
    folders: [folder],
    now: world.now,
    say: (sentence) => said.push(sentence),
  })
  const noted = () =>
    readCheckpoints(
      readFileSync(checkpointFile(folder), 'utf8'),
      database.auditKey,
      nameOfKey(database.auditKey),
    )
  return {
    folder,
    said,
    noted,
    writeCheckpoints: writer,
    /** What is found, with or without checkpoints, in a session with these settings. */
    verify: ({ settings = '', withCheckpoints = true } = {}) =>
      verifyChains({
        ownerUrl: settings === '' ? world.lookingUrl : withSettings(world.lookingUrl, settings),
        key: database.auditKey,
        checkpoints: withCheckpoints ? noted().sound : [],
      }),
  }
}

/** The address of a database, for sessions with these settings. */
export const withSettings = (url: string, settings: string) => {
  const options = settings.split('; ').map((setting) => `-c ${setting.replaceAll(' ', '\\ ')}`)
  return `${url}&options=${encodeURIComponent(options.join(' '))}`
}
