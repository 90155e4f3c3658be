import { randomUUID } from 'node:crypto'
import type { AskForFileCopy, DecideFileCopy, HandOverFileCopy } from '#contract/file-copies.ts'
import { enterJob } from '#server/entrance/index.ts'
import type { TestWorker, World } from '#server/testing/world.ts'
import { contentHash } from '#server/kernel/content-hash.ts'
import type { AgencyKeys } from '#server/platform/identifier-keys/index.ts'
import type { CopyPart } from './copy-part.ts'
import { makeFileCopy } from './making.jobs.ts'
import { placeOf } from './parts.repository.ts'

/** A guardian asks, with an identity card. Say only what matters to your test. */
export const anAsking = (but: Partial<AskForFileCopy> = {}): AskForFileCopy => ({
  id: randomUUID(),
  askedBy: 'guardian',
  guardianId: null,
  identityCheck: 'guardianship-proof',
  identityNote: '',
  askedOn: '2026-03-01',
  language: 'zh-CN',
  wish: '想带去给学校看。',
  ...but,
})

/** Everything is given but the data of other people. */
export const aDecision = (but: Partial<DecideFileCopy> = {}): DecideFileCopy => ({
  give: true,
  parts: [{ part: 'other-people', ground: 'other-people', reason: '家人的资料。' }],
  records: [],
  refusal: '',
  ...but,
})

/** It is given in person, against a signature. */
export const aHandingOver = (but: Partial<HandOverFileCopy> = {}): HandOverFileCopy => ({
  to: '王桂英',
  on: '2026-03-02',
  way: 'in-person',
  receipt: 'signature',
  witness: '',
  formats: ['pdf', 'json'],
  note: '',
  ...but,
})

/** Runs the job that makes a copy until it is made. */
export async function makeNow(
  world: World,
  worker: TestWorker,
  copy: Readonly<{ caseId: string; copyId: string }>,
) {
  const read = () =>
    world.rows<{ state: string; edition: number }>('select state, edition from file_copies where id = $1', [
      copy.copyId,
    ])
  const { agencyId, id: workerId } = worker
  for (let turn = 1; turn < 20; turn += 1) {
    const [row] = await read()
    if (row?.state !== 'producing') return
    await enterJob(world.platform, makeFileCopy)(
      { agencyId, workerId, ...copy, edition: String(row.edition) },
      String(turn),
    )
  }
}

/** A request of the guardian that stands in a case. */
export async function anAskedCopy(
  world: World,
  worker: TestWorker,
  { caseId, guardianId }: Readonly<{ caseId: string; guardianId: string }>,
) {
  const asking = anAsking({ guardianId })
  const answer = await world.as(worker).post(`/cases/${caseId}/file-copies`, asking)
  if (answer.status !== 201) throw new Error(`Nothing was asked for: ${JSON.stringify(answer.body)}`)
  return { caseId, copyId: asking.id, path: `/cases/${caseId}/file-copies/${asking.id}` }
}

/** The only part of a copy, sealed as it lies there, with a text to know it by. */
export function keepablePart(
  keys: AgencyKeys,
  { copyId, canary }: Readonly<{ copyId: string; canary: string }>,
) {
  const facts = { firstContact: { problem: canary } }
  const part: CopyPart = { part: 'first-contact', sheets: [], facts, ownFields: [] }
  const contents_sealed = keys.own.seal(placeOf({ copyId, edition: 1, ordinal: 1 }), JSON.stringify(part))
  return { copy_id: copyId, edition: 1, ordinal: 1, contents_sealed, content_hash: contentHash(part) }
}
