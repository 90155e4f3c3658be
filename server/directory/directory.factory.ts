import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { NewEntry } from '#contract/directory.ts'
import { enterJob } from '#server/entrance/index.ts'
import type { TestWorker, World } from '#server/testing/world.ts'
import { takeDirectoryImport } from './imports.jobs.ts'
import { zipOf } from './zip-writing.ts'

/** An entry as somebody writes it down. Say only what matters to your test. */
export const anEntry = (but: Partial<NewEntry> = {}): NewEntry => ({
  id: randomUUID(),
  name: '反家暴庇护所',
  organizationName: '兰州市妇女联合会',
  description: '为遭受家庭暴力的妇女和儿童提供临时住所。',
  status: 'active',
  needs: ['housing', 'violence'],
  districts: [{ code: '620102', name: '城关区' }],
  minimumAge: null,
  maximumAge: null,
  languages: ['zh'],
  cost: 'free',
  fees: '',
  eligibility: '',
  howToApply: '拨打热线。',
  hours: '全天',
  phone: '12338',
  email: '',
  website: '',
  address: '城关区某路 1 号',
  ...but,
})

/** An official sample of HSDS 3, by its file name. */
export const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url))

/** Tables as one archive. */
export const anArchive = (tables: Readonly<Record<string, string>>) =>
  zipOf(Object.entries(tables).map(([name, text]) => ({ name, bytes: Buffer.from(text) })))

type Sending = Readonly<{ id?: string; name?: string; key?: string }>

/** Brings a file in, as a program does: it is checked, and nothing is taken yet. */
export const bringIn = (
  world: World,
  worker: TestWorker,
  bytes: Buffer,
  { id = randomUUID(), name = 'hsds.zip', key }: Sending = {},
) =>
  world.as(worker).post('/directory/imports', bytes, {
    ...(key === undefined ? {} : { key }),
    headers: {
      'content-type': 'application/octet-stream',
      'import-id': id,
      'import-name': encodeURIComponent(name),
    },
  })

/** Does what is in the queue for one import, until all its rows are taken. */
export async function workOff(world: World, worker: TestWorker, importId: string) {
  const job = enterJob(world.platform, takeDirectoryImport)
  for (let turn = 1; turn <= 50; turn += 1) {
    const [row] = await world.rows<{ state: string }>('select state from directory_imports where id = $1', [
      importId,
    ])
    if (row?.state !== 'taking') return
    await job({ agencyId: worker.agencyId, workerId: worker.id, importId }, String(turn))
  }
  throw new Error('The import never came to its end.')
}

/** A file that has been taken whole. */
export async function aTakenImport(world: World, worker: TestWorker, bytes: Buffer, sending: Sending = {}) {
  const { body } = await bringIn(world, worker, bytes, sending)
  const id = String(body['id'])
  await world.as(worker).put(`/directory/imports/${id}/taking`, {}, { version: Number(body['version']) })
  await workOff(world, worker, id)
  return id
}

/** Undoes an import as it now is. */
export async function undo(world: World, worker: TestWorker, id: string, loseChanges = false) {
  const { body } = await world.as(worker).get(`/directory/imports/${id}`)
  return world
    .as(worker)
    .put(`/directory/imports/${id}/undoing`, { loseChanges }, { version: Number(body['version']) })
}
