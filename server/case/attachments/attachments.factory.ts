import { randomUUID } from 'node:crypto'
import { aJpeg } from '#server/platform/file-kinds/files.factory.ts'
import type { Sending } from '#server/testing/caller.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** What is said of a file; say only what matters to your test. */
export const saidOf = (but: Partial<Readonly<{ id: string; title: string; name: string }>> = {}) => ({
  id: randomUUID(),
  title: '和解书（照片）',
  name: '和解书.jpg',
  ...but,
})

/** The headers that say it. */
export const attachmentHeaders = ({ id, title, name }: ReturnType<typeof saidOf>) => ({
  'content-type': 'application/octet-stream',
  'attachment-id': id,
  'attachment-title': encodeURIComponent(title),
  'attachment-name': encodeURIComponent(name),
})

type Given = Readonly<{ bytes?: Buffer; said?: ReturnType<typeof saidOf>; sending?: Sending }>

/** Adds a file to a case, as a program does. */
export function addFile(
  world: World,
  worker: TestWorker,
  caseId: string,
  { bytes = aJpeg(), said = saidOf(), sending = {} }: Given = {},
) {
  const headers = { ...attachmentHeaders(said), ...sending.headers }
  return world.as(worker).post(`/cases/${caseId}/attachments`, bytes, { ...sending, headers })
}

/** A file that lies there: its id and its path. */
export async function anAttachment(world: World, worker: TestWorker, caseId: string, given: Given = {}) {
  const said = given.said ?? saidOf()
  await addFile(world, worker, caseId, { ...given, said })
  return { id: said.id, path: `/cases/${caseId}/attachments/${said.id}` }
}
