import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { aFirstContactOf, recordByProgram } from './by-program.ts'
import { write } from './elder.ts'

/** The line that she will put right. */
export const wrongLine = 'Она не хочет просить о помощи.'

/** What is written of her; each sheet has rows of its own. */
const anAssessment = (problemId = randomUUID()) => ({
  heldOn: '2026-03-02',
  place: '家中',
  methods: ['asking'],
  informants: '本人',
  explainedItems: ['purpose', 'meaning', 'methods', 'process'],
  presenting: '«Я справляюсь, но к вечеру уже нет сил».',
  strengths: [{ id: randomUUID(), level: 'individual', description: 'Каждый день водит дочь в школу.' }],
  physical: '',
  psychological: '经常失眠。',
  social: '',
  behaviour: '',
  limits: '',
  risks: '',
  problems: [
    {
      id: problemId,
      domain: null,
      description: wrongLine,
      cause: 'Привыкла всё делать сама.',
      nature: 'situational',
      degree: 'moderate',
      factors: 'Рядом нет родных.',
      since: 'с осени',
      clientRank: 1,
      workerRank: 1,
      difficulty: 'moderate',
    },
  ],
  needs: [
    {
      id: randomUUID(),
      description: 'Час в день для себя.',
      clientWords: 'Просто посидеть в тишине.',
      priority: 'high',
      problemIds: [problemId],
    },
  ],
  theories: ['strengths'],
  needsCaseManagement: false,
  caseManagementReason: '',
  summary: 'Мать одна растит дочь и устала; помощи рядом мало.',
  suggestion: 'Искать помощь на вечер и встретиться с другими матерями.',
  plainWords: 'Вы делаете очень много. Мы хотим, чтобы вам стало легче.',
})

const interview = {
  heldFrom: '2026-03-02T00:30:00.000Z',
  heldUntil: '2026-03-02T01:30:00.000Z',
  mode: 'office',
  place: '面谈室',
  placeIsPrivate: true,
  placeIsComfortable: true,
  participants: '本人、社工',
  attendees: [{ part: 'client', name: 'Ольга Иванова', relation: '' }],
  outlineId: null,
  outlineVersion: null,
  outlineTitle: '',
  outlineAnswers: [],
  reasonsForHelp: '一个人带孩子，很累。',
  helpSeekingProcess: '第一次求助。',
  purpose: '了解情况。',
  process: '听她讲。',
  overallEvaluation: '愿意谈。',
  reactions: '',
  silence: '',
  skillsUsed: ['active-listening'],
  suggestions: '继续面谈。',
  tasksDone: ['problems-and-needs', 'roles-and-duties', 'preliminary-agreement', 'workflow'],
  tasksLeft: ['entering-the-role', 'change-of-attitude'],
  taskNotes: [],
  expectations: '晚上有人搭把手。',
  unrealisticClarified: '',
  agencyRequirements: '每周见面一次。',
  jointEffortTold: true,
  emotionBefore: 2,
  emotionAfter: 3,
  emotionWordsBefore: '',
  emotionWordsAfter: '',
  observedBefore: null,
  observedAfter: null,
  observedWords: '',
  emotionHandled: '',
  clientWishesRelationship: true,
  preliminaryAgreement: '先见四次。',
  nextStep: 'assessment',
  nextAt: '2026-03-09T01:00:00.000Z',
}

const willing = {
  willingness: 4,
  willingnessNote: '',
  problems: '一个人带孩子。',
  howItArose: '搬来以后。',
  expectation: '晚上有人搭把手。',
  soughtHelpBefore: false,
  earlierHelp: [],
  ownEfforts: '',
  agencyResources: 'yes',
  workerAbility: 'yes',
  reconcilable: true,
  reconcilableNote: '',
  inScope: true,
  inArea: true,
  hasCapacity: true,
  fitNote: '',
  riskLevel: 'low',
}

/** A mother who reads Russian, in the care of whoever is signed in here; her assessment is signed, and she has not been asked. */
export async function aMotherAssessed(page: Page) {
  const [personId, inquiryId, interviewId, assessmentId] = Array.from({ length: 4 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
  ]
  await recordByProgram(page, { id: personId, name: 'Ольга Иванова', birthDate: '1990-04-05', phone: '' })
  const at = `/inquiries/${inquiryId}`
  await write(page, 'post', '/inquiries', { id: inquiryId, channel: 'phone' })
  const toldItems = ['scope', 'agency', 'confidentiality', 'process', 'information-use']
  const told = { situation: '一个人带女儿。', trouble: '很累，睡不着。', toldItems }
  await write(page, 'put', at, aFirstContactOf(personId, told), 1)
  const calm = { emergency: false, reason: '在家，安全。', dangerKinds: [] }
  await write(page, 'put', `${at}/emergency-decision`, calm, 2)
  await write(page, 'put', `${at}/registration`, {}, 3)
  await write(page, 'put', `${at}/preliminary-assessment`, willing, 4)
  const sharing = { callerAgrees: true, corrections: '', clientWishes: true }
  await write(page, 'put', `${at}/sharing`, sharing, 5)
  const me = await page.request.get('/api/me')
  const { worker } = (await me.json()) as { worker: { id: string } }
  const accept = { decision: 'accept', reason: '在服务范围之内', caseManagerId: worker.id }
  const decided = await write(
    page,
    'put',
    `${at}/decision`,
    { ...accept, serviceFields: ['community-care'] },
    6,
  )
  const { caseId } = decided['conclusion'] as { caseId: string }
  const talks = `/cases/${caseId}/interviews`
  await write(page, 'post', talks, { id: interviewId })
  await write(page, 'put', `${talks}/${interviewId}`, interview, 1)
  await write(page, 'put', `${talks}/${interviewId}/signature`, {}, 2)
  const sheets = `/cases/${caseId}/assessments`
  await write(page, 'post', sheets, { id: assessmentId, kind: 'comprehensive' })
  await write(page, 'put', `${sheets}/${assessmentId}`, anAssessment(), 1)
  await write(page, 'put', `${sheets}/${assessmentId}/signature`, {}, 2)
  return { personId, caseId, assessmentId }
}
