import type { InquirySheet, PreliminaryAssessmentSheet } from '#contract/case/intake.ts'
import type { InterviewSheet } from '#contract/case/interview.ts'
import { interviewTask, toldItem } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import type { Transaction } from '#server/access/index.ts'
import {
  assessInquiry,
  changeInquiry,
  decideEmergency,
  decideInquiry,
  openInquiry,
  registerInquiry,
  shareInquiry,
} from '#server/case/intake/inquiry/inquiry.actions.ts'
import { protectReporter } from '#server/case/intake/inquiry/reporter.actions.ts'
import {
  changeInterview,
  openInterview,
  signInterview,
} from '#server/case/intake/interview/interview.actions.ts'
import { viewOutlines } from '#server/case/intake/outline/outlines.view.ts'
import { DuplicateCheck, NewPerson } from '#contract/people.ts'
import { duplicateCandidates } from '#server/people/duplicates.queries.ts'
import { addPerson } from '#server/people/people.actions.ts'
import { changeSafeContacts } from '#server/people/clients/clients.actions.ts'
import { addFamily } from '#server/people/families/families.actions.ts'
import { addRelation } from '#server/people/relations.actions.ts'
import { changeSafeAddress } from '#server/people/safe-address.actions.ts'
import { workerIdOf } from './founding.ts'
import { phrases } from './phrases.ts'
import type { Scene } from './scene.ts'
import type { Companion, Contact, Interview, Who } from './story.ts'

/** Tells the first contact: who called about whom, what was said, and what became of it. */
export function tellContact(scene: Scene) {
  const { story, id, act, go } = scene
  const { contact, client, companions = [] } = story
  const by = contact.by ?? story.by
  const inquiryId = id('inquiry')
  const sheet = sheetOf(scene)
  go(contact.day)
  act(
    'inquiry opened',
    'inquiry.open',
    (tx) => openInquiry(tx, { id: inquiryId, channel: sheet.channel }),
    by,
  )
  if (client) tellPeople(scene, client, companions, by)
  if (story.safeAddress !== undefined) tellSafeAddress(scene, story.safeAddress, by)
  tellFamily(scene, by)
  act('inquiry written', 'inquiry.change', (tx) => changeInquiry(tx, inquiryId, sheet), by)
  const { reporter } = contact
  if (reporter)
    act('reporter protected', 'reporter.write', (tx) => protectReporter(tx, inquiryId, reporter), by)
  if (contact.draft) return
  const { danger, calm = phrases[scene.language].calm } = contact
  const emergency = {
    emergency: danger !== undefined,
    reason: danger?.reason ?? calm,
    dangerKinds: [...(danger?.kinds ?? [])],
  }
  act('emergency decided', 'inquiry.change', (tx) => decideEmergency(tx, inquiryId, emergency), by)
  act('inquiry registered', 'inquiry.register', (tx) => registerInquiry(tx, inquiryId), by)
  tellConclusion(scene, contact, by)
}

const tellSafeAddress = ({ id, act }: Scene, address: string, by: string) =>
  act(
    'safe address written',
    'safe-address.change',
    async (tx) => {
      await changeSafeAddress(tx, id('client'), { address })
    },
    by,
  )

/** Looks first, as everybody does; whoever is suggested in a story is a namesake. */
async function recordAfterSearch(tx: Transaction, who: Who & { readonly id: string }) {
  const { search, candidates } = await duplicateCandidates(tx, DuplicateCheck.parse(pick(who)))
  const others = candidates.map(({ person }) => person.id)
  await addPerson(tx, NewPerson.parse({ ...who, sought: { search, others, ground: 'namesake' } }))
}

const pick = ({ name, birthDate, birthPrecision, phone, idNumber }: Who) => ({
  name,
  birthDate: birthPrecision === undefined || birthPrecision === 'day' ? birthDate : null,
  phone,
  idNumber,
})

function tellPeople({ id, act }: Scene, client: Who, companions: readonly Companion[], by: string) {
  act('client recorded', 'person.add', (tx) => recordAfterSearch(tx, { id: id('client'), ...client }), by)
  companions.forEach((companion, place) => {
    const {
      kind,
      calls: _,
      guardian = false,
      caregiver = false,
      apart = false,
      proof = '',
      ...who
    } = companion
    const relativeId = id('companion', String(place))
    const facts = { kind, guardian, caregiver, livesTogether: !apart, proof }
    act(
      `companion ${place} recorded`,
      'person.add',
      (tx) => recordAfterSearch(tx, { id: relativeId, ...who }),
      by,
    )
    act(
      `companion ${place} related`,
      'person.change',
      (tx) => addRelation(tx, id('client'), { id: id('relation', String(place)), relativeId, ...facts }),
      by,
    )
  })
}

/** The family as it is served, and how the client is reached without danger. */
function tellFamily({ id, act, story }: Scene, by: string) {
  const { family, safeWays = [], companions = [] } = story
  const client = id('client')
  if (safeWays.length > 0)
    act(
      'safe ways written',
      'person.change',
      (tx) => changeSafeContacts(tx, client, { ways: [...safeWays] }),
      by,
    )
  if (family === undefined) return
  const together = companions.flatMap(({ apart }, place) => (apart ? [] : [id('companion', String(place))]))
  const members = [client, ...together].map((personId) => ({
    id: id('member', personId),
    personId,
    part: '',
    since: null,
    until: null,
  }))
  act(
    'family recorded',
    'person.change',
    (tx) => addFamily(tx, { id: id('family'), name: family, note: '', members }),
    by,
  )
}

function sheetOf({ story, language, id }: Scene): InquirySheet {
  const { contact, client, companions = [] } = story
  const caller = companions.findIndex(({ calls }) => calls)
  return {
    channel: 'phone',
    source: 'self',
    helpType: 'own-initiative',
    clientType: 'voluntary',
    involuntaryGround: null,
    resistance: '',
    callerId: caller < 0 ? null : id('companion', String(caller)),
    clientId: client ? id('client') : null,
    callerRelation: companions[caller]?.kind ?? null,
    referrerName: '',
    referrerReason: '',
    willingness: contact.draft ? null : 4,
    situation: contact.situation,
    trouble: contact.trouble,
    toldItems: contact.draft ? ['scope', 'information-use'] : [...toldItem.codes],
    toldLanguage: language,
    noticeGround: null,
    emotionalSupport: contact.draft ? '' : phrases[language].listened,
    ...contact.sheet,
  }
}

function tellConclusion(scene: Scene, { day, assessed, decision }: Contact, by: string) {
  const { id, act, go, story } = scene
  const inquiryId = id('inquiry')
  if (assessed) {
    go(assessed.day ?? day)
    const preliminary = preliminaryOf(scene)
    const { corrections = '' } = assessed
    act(
      'preliminary assessment written',
      'inquiry.assess',
      (tx) => assessInquiry(tx, inquiryId, preliminary),
      by,
    )
    if (assessed.shared === false) return
    const sharing = {
      callerAgrees: corrections === '',
      corrections,
      clientWishes: (preliminary.willingness ?? 0) > 1,
    }
    act('preliminary assessment shared', 'inquiry.assess', (tx) => shareInquiry(tx, inquiryId, sharing), by)
  }
  if (!decision) return
  const { day: decidedOn, ...given } = decision
  go(decidedOn ?? assessed?.day ?? day)
  const accepted = {
    caseManagerId: workerIdOf({ key: story.by }),
    serviceFields: [...(story.fields ?? ['welfare-services' as const])],
    siteId: scene.siteId,
  }
  const usual = {
    decision: 'accept',
    informationGiven: '',
    referredTo: '',
    referralReason: null,
    notNowReason: null,
    potentialKind: null,
  } as const
  const nobody = { caseManagerId: null, serviceFields: [], siteId: null }
  const whole = { ...usual, ...((given.decision ?? 'accept') === 'accept' ? accepted : nobody), ...given }
  act('inquiry decided', 'inquiry.decide', (tx) => decideInquiry(tx, inquiryId, whole), by)
}

function preliminaryOf({ story, language, id }: Scene): PreliminaryAssessmentSheet {
  const { day: _, shared: __, corrections: ___, helpBefore, ...own } = story.contact.assessed ?? {}
  const { howItArose, expectation, earlierHelp, ownEfforts } = phrases[language]
  return {
    willingness: 4,
    willingnessNote: '',
    problems: story.contact.trouble,
    howItArose,
    expectation,
    soughtHelpBefore: true,
    earlierHelp: (helpBefore ?? [earlierHelp]).map((attempt, place) => ({
      ...attempt,
      id: id('help-attempt', String(place)),
    })),
    ownEfforts,
    agencyResources: 'yes',
    workerAbility: 'yes',
    reconcilable: true,
    reconcilableNote: '',
    inScope: true,
    inArea: true,
    hasCapacity: true,
    fitNote: '',
    riskLevel: story.contact.danger ? 'high' : 'low',
    ...own,
  }
}

const minutesOfInterview = 70
const minutesUntilLate = 30 * 60

/** Tells the intake interview: held, written on the same day, signed. */
export function tellInterview(scene: Scene, interview: Interview) {
  const { id, act, go, pass, caseId } = scene
  const interviewId = id('interview')
  const heldFrom = go(interview.day)
  const heldUntil = pass(minutesOfInterview)
  pass(10)
  const sheet = interviewSheetOf(scene, interview, heldFrom, heldUntil)
  act('interview opened', 'interview.write', async (tx) =>
    openInterview(tx, await caseId(tx), { id: interviewId }),
  )
  act('interview written', 'interview.write', async (tx) => {
    const outline = await outlineOf(tx, scene.language, interview)
    await changeInterview(tx, await caseId(tx), interviewId, { ...outline, ...sheet })
  })
  if (interview.draft) return
  if (interview.late) pass(minutesUntilLate)
  act('interview signed', 'interview.sign', async (tx) => signInterview(tx, await caseId(tx), interviewId))
}

type Outlined = 'outlineId' | 'outlineVersion' | 'outlineTitle' | 'outlineAnswers'

/** What an interview holds of the outline it was prepared with; the questions with an answer were asked. */
async function outlineOf(
  tx: Transaction,
  language: Language,
  { outline = 0, answers = [] }: Interview,
): Promise<Pick<InterviewSheet, Outlined>> {
  const { rows } = await viewOutlines(tx, { limit: 100 })
  const chosen = rows[outline]
  if (!chosen) throw new Error(`There is no outline at place ${outline}.`)
  return {
    outlineId: chosen.id,
    outlineVersion: chosen.edition,
    outlineTitle: chosen.sheet.title[language],
    outlineAnswers: chosen.sheet.questions.map(({ id, words }, place) => ({
      id,
      question: words[language],
      asked: answers[place] !== undefined,
      answer: answers[place] ?? '',
    })),
  }
}

function interviewSheetOf(
  { story, language }: Scene,
  interview: Interview,
  from: Date,
  until: Date,
): Omit<InterviewSheet, Outlined> {
  const said = phrases[language]
  const left = ['entering-the-role', 'change-of-attitude'] as const
  const companion = story.companions?.find(({ calls }) => calls)
  return {
    heldFrom: from.toISOString(),
    heldUntil: until.toISOString(),
    mode: 'office',
    place: said.place,
    placeIsPrivate: true,
    placeIsComfortable: true,
    attendees: [
      ...(story.client ? [{ part: 'client' as const, name: story.client.name, relation: '' }] : []),
      ...(companion
        ? [
            {
              part: companion.guardian ? ('guardian' as const) : ('family' as const),
              name: companion.name,
              relation: '',
            },
          ]
        : []),
    ],
    participants: '',
    reasonsForHelp: story.contact.trouble,
    helpSeekingProcess: said.helpSeeking,
    purpose: said.purpose,
    process: said.process,
    overallEvaluation: interview.draft ? '' : said.impression,
    suggestions: interview.draft ? '' : said.suggestion,
    tasksDone: interviewTask.codes.filter((task) => !left.some((one) => one === task)),
    tasksLeft: [...left],
    taskNotes: [{ task: 'preliminary-agreement', note: said.agreement }],
    reactions: said.reactions,
    silence: '',
    skillsUsed: ['self-introduction', 'active-listening', 'empathy', 'summarising'],
    expectations: said.expectation,
    unrealisticClarified: said.realistic,
    agencyRequirements: said.duties,
    jointEffortTold: true,
    emotionBefore: 2,
    emotionAfter: 4,
    emotionWordsBefore: '',
    emotionWordsAfter: said.relieved,
    observedBefore: 2,
    observedAfter: 4,
    observedWords: said.observed,
    emotionHandled: said.handled,
    clientWishesRelationship: interview.draft ? null : true,
    preliminaryAgreement: said.agreement,
    nextStep: interview.draft ? null : 'assessment',
    nextAt: null,
    ...interview.sheet,
  }
}
