import { randomUUID } from 'node:crypto'
import type {
  AddSource,
  RecordCollectionContact,
  RecordFinding,
  TellNotice,
} from '#contract/case/evidence.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** The client was told, in Chinese. */
export const aNotice = (personId: string, but: Partial<TellNotice> = {}): TellNotice => ({
  id: randomUUID(),
  personId,
  toldOn: '2026-03-01',
  way: 'spoken',
  language: '汉语',
  limitsTold: true,
  note: '',
  ...but,
})

/** A source that says otherwise: the neighbour heard him at night. */
export const aSource = (but: Partial<AddSource> = {}): AddSource => ({
  id: randomUUID(),
  says: '夜里常听见他一个人在楼道里。',
  saidBy: 'people-around',
  saidByName: '邻居孙大爷',
  method: 'community-visit',
  learnedOn: '2026-03-01',
  contactId: null,
  stance: 'contradicts',
  ...but,
})

/** A finding: the grandmother says that he sleeps at home. */
export function aFinding(but: Partial<RecordFinding> = {}): RecordFinding {
  const { stance: _stance, ...source } = aSource({
    says: '他每天晚上都在家睡。',
    saidBy: 'family',
    saidByName: '奶奶王桂英',
    method: 'home-visit',
  })
  return {
    id: randomUUID(),
    field: 'present',
    matter: '夜里在哪里',
    side: 'neither',
    level: 'family',
    sensitiveKinds: [],
    source,
    ...but,
  }
}

/** A visit to the home. */
export const aVisit = (but: Partial<RecordCollectionContact> = {}): RecordCollectionContact => ({
  id: randomUUID(),
  kind: 'home-visit',
  heldOn: '2026-03-01',
  place: '安宁东路',
  met: '奶奶王桂英',
  findings: '家里收拾得很整齐，孩子有自己的床。',
  sensitiveKinds: [],
  profession: '',
  question: '',
  named: false,
  receiverKind: null,
  ...but,
})

/** A finding in a case in which the notice was told. */
export async function aRecordedFinding(
  world: World,
  worker: TestWorker,
  { caseId, clientId }: Readonly<{ caseId: string; clientId: string }>,
  but: Partial<RecordFinding> = {},
) {
  const api = world.as(worker)
  await api.post(`/cases/${caseId}/collection-notices`, aNotice(clientId))
  const finding = aFinding(but)
  const answer = await api.post(`/cases/${caseId}/findings`, finding)
  if (answer.status !== 201) throw new Error(`The finding was not recorded: ${JSON.stringify(answer.body)}`)
  return { finding, path: `/cases/${caseId}/findings/${finding.id}` }
}
