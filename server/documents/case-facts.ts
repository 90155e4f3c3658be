/*
 * Everything the printed forms need of one case, in plain values: text as typed, dates as ISO dates
 * (`2015`, `2015-06` or `2015-06-01`, as precisely as known), moments as ISO instants, codes with the name of
 * their list. `null` is what the record does not hold; it prints as an empty line. Lists are in printing order.
 */

/** A value from a code list; `note` is what was added in words ("other: …"), `at` the moment whose words are read. */
export type Coded = {
  readonly list: string
  readonly code: string
  readonly note?: string
  readonly at?: string
}

/** From one day (or moment) to another. */
export type Period = { readonly from: string | null; readonly until: string | null }

type Text = string | null
/** A code, or plain words where there is no list. */
type Code = Coded | string | null
type Codes = readonly (Coded | string)[]
type Rows<Item> = readonly Item[]

/** One signature: who, in which way, when; a witness, or who is still awaited since when, in `note`. */
export type Signature = {
  readonly name: Text
  readonly way: Code
  readonly signedAt: Text
  readonly note: Text
}

/** The block at the foot of a form. Those who need not sign stay null. */
export type Signatures = {
  readonly client: Signature | null
  readonly guardian: Signature | null
  readonly worker: Signature | null
  readonly supervisorOpinion: Text
  readonly supervisor: Signature | null
  readonly head: Signature | null
}

/** The common header (HDR). `formDate` is the day on which the form to be printed was filled in. */
export type HeaderFacts = {
  readonly agency: string
  readonly site: Text
  readonly caseNumber: string
  readonly client: string
  readonly caseManager: Text
  readonly supervisor: Text
  readonly formDate: Text
  readonly confidentiality: Code
}

/** The person served, as registered at the first contact (F01, form A's basic information). */
export type ClientFacts = {
  readonly name: string
  readonly otherNames: Text
  readonly sex: Code
  readonly birthDate: Text
  readonly idType: Code
  readonly idNumber: Text
  readonly nativePlace: Text
  readonly ethnicGroup: Code
  readonly registeredAddress: Text
  readonly address: Text
  readonly phone: Text
  readonly safeContact: Text
  readonly education: Code
  readonly maritalStatus: Code
  readonly occupation: Text
  readonly income: Text
  readonly livingSituation: Code
  readonly benefits: Codes
  readonly legalCapacity: Code
  readonly guardians: Rows<{ name: string; relation: Code; idNumber: Text; phone: Text; proof: Text }>
  readonly emergencyContacts: Rows<{ name: string; relation: Code; phone: Text }>
}

/** How the client lives (form A). */
export type CircumstancesFacts = {
  readonly family: Rows<{
    name: string
    relation: Code
    sex: Code
    birthDate: Text
    education: Code
    occupation: Text
    health: Text
    benefits: Codes
    livesTogether: boolean | null
  }>
  readonly finances: Text
  readonly housing: Text
  readonly health: Text
  readonly abilities: Text
  readonly legal: Text
  readonly lifeHistory: Rows<{ date: Text; event: string; impact: Text }>
  readonly formalSupport: Rows<SupportFacts>
  readonly informalSupport: Rows<SupportFacts>
  readonly resources: Rows<{ resource: string; use: Text }>
}

/** Who supports the client, and how. */
export type SupportFacts = { name: string; support: Text; contact: Text }

/** The file itself: fields, grade, who takes part, what lies in it, how long it is kept. */
export type CaseFileFacts = {
  readonly openedOn: Text
  readonly fields: Codes
  readonly groups: Codes
  readonly grade: Code
  readonly professionals: Rows<{ agency: string; name: Text; role: Text; contact: Text; period: Period }>
  readonly contents: Rows<{ document: string; date: Text; pages: number | null }>
  readonly closedOn: Text
  readonly keepUntil: Text
  readonly location: Text
  readonly archiveNumber: Text
  readonly archiveClass: Code
  readonly pages: number | null
}

/** How the case came to us (F01). */
export type FirstContactFacts = {
  readonly receivedAt: Text
  readonly channel: Code
  readonly source: Code
  readonly helpType: Code
  readonly caller: Text
  readonly problem: Text
}

/** The intake interview (F03), as far as the five forms quote it. */
export type InterviewFacts = {
  readonly heldAt: Text
  readonly place: Text
  readonly expectations: Text
  readonly preliminaryAgreement: Text
}

/** One signed interview whole, as F03 prints it; emotion is on the scale of 1 very tense to 5 calm. */
export type InterviewRecordFacts = {
  readonly time: Period
  readonly mode: Code
  readonly place: Text
  readonly placeIsPrivate: boolean | null
  readonly placeIsComfortable: boolean | null
  readonly attendees: Rows<{ part: Code; name: Text; relation: Text }>
  readonly participants: Text
  readonly reasonsForHelp: Text
  readonly helpSeekingProcess: Text
  readonly purpose: Text
  readonly process: Text
  readonly overallEvaluation: Text
  readonly suggestions: Text
  readonly reactions: Text
  readonly silence: Text
  readonly skillsUsed: Codes
  readonly tasks: Rows<{ task: Code; done: boolean; note: Text }>
  readonly expectations: Text
  readonly unrealisticClarified: Text
  readonly agencyRequirements: Text
  readonly jointEffortTold: boolean | null
  readonly clientWishes: boolean | null
  readonly emotions: Rows<{ when: string; said: number | null; words: Text; seen: number | null }>
  readonly observedWords: Text
  readonly emotionHandled: Text
  readonly outlineTitle: Text
  readonly outlineAnswers: Rows<{ question: string; asked: boolean; answer: Text }>
  readonly preliminaryAgreement: Text
  readonly nextStep: Code
  readonly nextAt: Text
  readonly recordedAt: Text
  readonly late: boolean
  readonly signatures: Signatures
}

/** One consent whole, as F04 prints it. */
export type ConsentFacts = {
  readonly notice: Text
  readonly explainedIn: Text
  readonly noticeVersion: number
  readonly purpose: Code
  readonly sections: Codes
  readonly sensitiveKind: Code
  readonly receivers: Rows<{ kind: Code; name: Text }>
  readonly details: Text
  readonly familyTakesPart: true | null
  readonly research: true | null
  readonly pictures: true | null
  readonly period: Period
  readonly giver: Code
  readonly giverName: Text
  readonly capacity: Code
  readonly way: Code
  readonly heard: Text
  readonly witness: Text
  readonly withdrawnAt: Text
  readonly withdrawnReason: Text
  readonly signatures: Signatures
}

/** The assessment (form B; ). */
export type AssessmentFacts = {
  readonly type: Code
  readonly heldAt: Text
  readonly place: Text
  readonly methods: Codes
  readonly informants: Rows<{ name: string; relation: Code; date: Text }>
  readonly presentingProblem: Text
  readonly physical: Text
  readonly psychological: Text
  readonly social: Text
  readonly behaviour: Text
  readonly economy: Text
  readonly culture: Text
  readonly strengths: Rows<{ strength: string; use: Text }>
  readonly weaknesses: Rows<{ weakness: string }>
  readonly problems: Rows<{
    problem: string
    cause: Text
    nature: Code
    severity: Code
    factors: Text
    since: Text
  }>
  readonly crossChecks: Rows<{
    statement: string
    firstSource: Text
    secondSource: Text
    conflict: Text
    conclusion: Text
  }>
  readonly scales: Rows<{ instrument: string; date: Text; score: number | null; band: Text }>
  readonly risks: Rows<{ risk: Code; level: Code; note: Text }>
  readonly needs: Rows<{ priority: number; need: string; problem: Text }>
  readonly theory: Text
  readonly needsCaseManagement: boolean | null
  readonly summary: Text
  readonly suggestion: Text
  readonly clientView: Code
  readonly clientWords: Text
}

/** A step with its owner and deadline; `instruction` is for the client, in plain words. */
export type StepFacts = {
  readonly step: string
  readonly by: Text
  readonly instruction: Text
  readonly deadline: Text
  readonly outcome: Text
}

/** One short-term goal with the long-term goal it serves (form C; ). */
export type GoalFacts = {
  readonly priority: number | null
  readonly need: Text
  readonly longTermGoal: Text
  readonly intermediateGoal: Text
  readonly shortTermGoal: string
  readonly indicator: Text
  readonly baseline: Text
  readonly target: Text
  /** Which of the five SMART checks hold. */
  readonly smart: Codes
  readonly weight: number | null
  readonly levels: Rows<{ level: number; description: string }>
  readonly services: Rows<{ service: string; provider: Text; contact: Text; form: Text; frequency: Text }>
  readonly clientSteps: Rows<StepFacts>
  readonly workerSteps: Rows<StepFacts>
  readonly otherSteps: Rows<StepFacts>
  readonly period: Period
  readonly monitoring: Code
  readonly result: Code
  readonly resultOn: Text
  readonly reviewOn: Text
}

/** The plan (R-137 names the eight parts that its printed form must hold). */
export type PlanFacts = {
  readonly goals: Rows<GoalFacts>
  readonly strategy: Text
  readonly methods: Codes
  readonly timetable: Rows<{ due: Text; step: string; by: Text; goal: Text }>
  readonly clientRightsAndDuties: Text
  readonly workerRightsAndDuties: Text
  readonly evaluationMethod: Text
  readonly participation: Text
  readonly period: Period
}

/** One contact with the client (form D; ). Facts and judgement stay apart. */
export type ProcessRecordFacts = {
  readonly number: number | null
  readonly time: Period
  readonly place: Text
  readonly mode: Code
  readonly personsSeen: Codes
  readonly clientSeen: boolean | null
  readonly notSeenReason: Text
  readonly purpose: Text
  readonly issues: Codes
  readonly performance: Text
  readonly interaction: Text
  readonly intervention: Text
  readonly activities: Codes
  readonly progress: Text
  readonly difficulty: Text
  readonly solution: Text
  readonly analysis: Text
  readonly resources: Rows<{ resource: string; purpose: Text }>
  readonly nextAim: Text
  readonly nextAt: Text
  readonly recordedAt: Text
  readonly late: boolean
  readonly signatures: Signatures
}

/** The evaluation before closing. `tScore` is the GAS T-score. */
export type EvaluationFacts = {
  readonly execution: number | null
  readonly suitability: number | null
  readonly participation: number | null
  readonly goals: Rows<{
    goal: string
    weight: number | null
    baseline: number | null
    level: number | null
    evidence: Text
  }>
  readonly tScore: number | null
  readonly satisfaction: Text
  readonly gaps: Rows<{ planned: string; actual: Text; cause: Text; measure: Text }>
}

/** The closing (form E; ). */
export type ClosingFacts = {
  readonly mainProblem: Text
  readonly serviceCount: number | null
  readonly serviceHours: number | null
  readonly reason: Code
  readonly reasonNote: Text
  readonly outcome: Text
  readonly gapsAndImprovement: Text
  readonly clientView: Text
  readonly reactions: Codes
  readonly reactionCare: Text
  readonly announcedOn: Text
  readonly review: Text
  readonly future: Text
  readonly referred: boolean | null
  readonly referral: Text
  readonly followUps: Rows<{ date: Text; way: Code; person: Text }>
  readonly noFollowUpReason: Text
  readonly caregivers: Rows<{ name: string; relation: Code; address: Text; phone: Text }>
  readonly lessons: Text
}

/**
 * All facts of one case. A stage that has not begun is null, and its form prints blank. `interviews`, `consents` and `records`
 * hold what is to be printed: all, or the one asked for. `timeZone` is the agency's (IANA name).
 */
export type CaseFacts = {
  readonly timeZone: string
  readonly printedAt: string
  readonly header: HeaderFacts
  readonly client: ClientFacts
  readonly circumstances: CircumstancesFacts
  readonly caseFile: CaseFileFacts
  readonly firstContact: FirstContactFacts | null
  readonly interview: InterviewFacts | null
  readonly interviews: Rows<InterviewRecordFacts>
  readonly consents: Rows<ConsentFacts>
  readonly assessment: AssessmentFacts | null
  readonly plan: PlanFacts | null
  readonly records: Rows<ProcessRecordFacts>
  readonly evaluation: EvaluationFacts | null
  readonly closing: ClosingFacts | null
  readonly signatures: {
    readonly file: Signatures
    readonly assessment: Signatures
    readonly plan: Signatures
    readonly closing: Signatures
  }
}

/** Every step of the goals in order of its deadline, those without one last: the plan's timetable. */
export function timetableOf(goals: readonly GoalFacts[]): PlanFacts['timetable'] {
  return goals
    .flatMap((goal) =>
      [...goal.clientSteps, ...goal.workerSteps, ...goal.otherSteps].map(({ step, by, deadline }) => ({
        due: deadline,
        step,
        by,
        goal: goal.shortTermGoal,
      })),
    )
    .toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
}
