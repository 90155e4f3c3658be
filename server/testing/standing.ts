import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import type pg from 'pg'
import { onTestFinished } from 'vitest'
import { type App, buildApp } from '#server/app.ts'
import type { Database } from '#server/platform/database/database.ts'
import { type InstallationKeys, openKeyring } from '#server/platform/identifier-keys/index.ts'
import { passingKeys } from '#server/platform/keys/index.ts'
import { type Attachments, type Platform, platformOn } from '#server/platform/platform.ts'
import { fileStore } from '#server/platform/sealed-files/index.ts'

/** The whole server on the database of a test, and the clock that it goes by. */
type Standing = Readonly<{ app: App; platform: Platform; clock: { now: Date } }>

/** What stands on each database that is emptied for one test after the other. */
const standing = new WeakMap<pg.Pool, Standing>()

/** A Monday, 2 March 2026, 10:00 in Beijing. */
const beginning = () => new Date('2026-03-02T02:00:00Z')

/**
 * The server on a database. Building it costs more than most tests do with it, so what an ordinary test built on a database
 * serves the next one too, with keys, a clock and an address of its own and no file of an earlier one.
 * @param but what differs from the platform of other tests; then it is built for this test alone
 */
export async function standOn(opened: Database, keys: InstallationKeys, but: Partial<Platform>) {
  const own = { keyring: openKeyring(opened.pool, keys), auditKey: createSecretKey(randomBytes(32)) }
  const isOrdinary = Object.keys(but).length === 0
  const found = isOrdinary ? standing.get(opened.pool) : undefined
  if (found) {
    Object.assign(found.platform.database, own)
    found.clock.now = beginning()
    layFolder(found.platform.attachments)
    return { ...found, app: asCalledFromItsOwnAddress(found.app) }
  }
  const clock = { now: beginning() }
  const attachments = smallAttachments()
  layFolder(attachments)
  const platform = platformOn(
    { ...opened, ...own },
    {
      now: () => clock.now,
      keys: passingKeys(),
      attachments,
      logLevel: process.env['TEST_LOG'] ?? 'silent',
      ...but,
    },
  )
  const app = await buildApp(platform)
  if (isOrdinary) standing.set(opened.pool, { app, platform, clock })
  return { app: asCalledFromItsOwnAddress(app), platform, clock }
}

let addresses = 0

/** How many requests come from an address is counted over all tests of an app: each test calls from another one. */
function asCalledFromItsOwnAddress(app: App): App {
  addresses += 1
  const remoteAddress = `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`
  const inject = (given: InjectOptions | string) =>
    app.inject({ remoteAddress, ...(typeof given === 'string' ? { url: given } : given) })
  return Object.create(app, { inject: { value: inject } })
}

/** Room for some files, in a folder that is there only while a test is. */
function smallAttachments(): Attachments {
  const megabyte = 1024 * 1024
  return {
    files: fileStore(join(tmpdir(), `alongside-attachments-${randomUUID()}`)),
    limits: { mostBytes: megabyte, mostBytesADay: 20 * megabyte, mostBytesOfAgency: 40 * megabyte },
  }
}

function layFolder({ files: { folder } }: Attachments) {
  mkdirSync(folder, { mode: 0o700 })
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
}
