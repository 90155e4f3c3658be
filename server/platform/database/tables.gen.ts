// Made from the migrations by `npm run tables`; a test compares it with them. Do not edit.
import type { ColumnType, Generated } from 'kysely'

export type AddendaTable = {
  agencyId: string
  id: string
  caseId: string
  subjectKind: string
  subjectId: string
  text: string
  reason: string
  authorId: string
  at: Date
}

export type AgenciesTable = {
  agencyId: string
  name: string
  language: Generated<string>
  deskPost: string
  headPost: string
  casePrefix: Generated<string>
  serviceScope: Generated<string>
  serviceArea: Generated<string>
  clientRequirements: Generated<string>
  demo: Generated<boolean>
  version: Generated<number>
  createdAt: Generated<Date>
  secondFactorFor: Generated<string>
  dutyOfficerId: string | null
}

export type AgencyKeysTable = {
  agencyId: string
  version: number
  installationKey: string
  wrapped: Buffer
  madeAt: Generated<Date>
}

export type AppointmentsTable = {
  agencyId: string
  id: string
  caseId: string
  kind: string
  startsAt: Date
  endsAt: Date
  mode: string
  roomId: string | null
  place: Generated<string>
  purpose: Generated<string>
  withWhom: Generated<string>
  workerIds: string[]
  privacy: string
  roomPrivacy: string | null
  privacyReason: Generated<string>
  state: Generated<string>
  bookedBy: string
  bookedAt: Date
  changedBy: string | null
  changedAt: Date | null
  changeReason: string | null
  cancelledBy: string | null
  cancelledAt: Date | null
  cancelReason: string | null
  preparedItems: Generated<string[]>
  preparedBy: string | null
  preparedAt: Date | null
  version: Generated<number>
}

export type AssessmentCorrectionsTable = {
  agencyId: string
  caseId: string
  assessmentId: string
  line: string
  position: number
  was: string
  says: string
  recordedBy: string
  recordedAt: Date
  givenBy: string
}

export type AssessmentFurtherViewsTable = {
  agencyId: string
  caseId: string
  assessmentId: string
  givenBy: string
  view: string
  text: Generated<string>
  way: string
  givenAt: Date
  language: string | null
  recordedBy: string
  recordedAt: Date
}

export type AssessmentsTable = {
  agencyId: string
  id: string
  caseId: string
  kind: Generated<string>
  state: Generated<string>
  heldOn: string | null
  place: Generated<string>
  methods: Generated<string[]>
  informants: Generated<string>
  explainedItems: Generated<string[]>
  presenting: Generated<string>
  physical: Generated<string>
  psychological: Generated<string>
  social: Generated<string>
  behaviour: Generated<string>
  limits: Generated<string>
  risks: Generated<string>
  theories: Generated<string[]>
  needsCaseManagement: boolean | null
  caseManagementReason: Generated<string>
  summary: Generated<string>
  suggestion: Generated<string>
  authorId: string
  signedBy: string | null
  signedAt: Date | null
  cosignedBy: string | null
  cosignedAt: Date | null
  contentHash: string | null
  clientView: string | null
  clientViewText: Generated<string>
  clientViewWay: string | null
  clientViewBy: string | null
  clientViewAt: Date | null
  clientViewRecordedBy: string | null
  version: Generated<number>
  createdAt: Generated<Date>
  behaviourAgreed: Generated<string>
  microSystem: Generated<string>
  mezzoSystem: Generated<string>
  macroSystem: Generated<string>
  theoryNote: Generated<string>
  helpNeeded: Generated<string[]>
  plainWords: Generated<string>
  clientViewLanguage: string | null
  sensitiveKinds: Generated<string[]>
}

export type AttachmentsTable = {
  agencyId: string
  id: string
  caseId: string
  title: string
  fileName: string
  mediaType: string
  bytes: number
  sha256: string
  fileId: string
  keySealed: Buffer
  keyVersion: number
  addedBy: string
  addedAt: Date
  takenBy: string | null
  takenAt: Date | null
  takenReason: string | null
  version: Generated<number>
}

export type AuditLogTable = {
  agencyId: string
  id: Generated<number>
  at: Generated<Date>
  workerId: string
  workerRole: string
  operation: string
  act: string
  outcome: string
  reason: Generated<string>
  subjectKind: string
  subjectId: string | null
  caseId: string | null
  inquiryId: string | null
  personId: string | null
  listed: Generated<string[]>
  requestId: Generated<string>
  mac: Buffer | null
  link: Buffer | null
}

export type BookingsTable = {
  agencyId: string
  id: string
  appointmentId: string
  roomId: string | null
  workerId: string | null
  startsAt: Date
  endsAt: Date
  freed: Generated<boolean>
}

export type BreakGlassOpeningsTable = {
  agencyId: string
  id: string
  caseId: string
  caseNumber: string
  workerId: string
  principalId: string
  ground: string
  reason: string
  openedAt: Date
  until: Date
  endedAt: Date | null
  reviewDueAt: Date
  verdict: string | null
  review: Generated<string>
  reviewedBy: string | null
  reviewedAt: Date | null
  dutyOfficerId: string | null
}

export type CaseNumberSeriesTable = {
  agencyId: string
  stem: string
  last: number
}

export type CaseNumbersTable = {
  agencyId: string
  year: number
  last: number
}

export type CasePeopleTable = {
  agencyId: string
  caseId: string
  personId: string
  part: string
  addedAt: Generated<Date>
}

export type CasesTable = {
  agencyId: string
  id: string
  number: string
  clientId: string
  inquiryId: string | null
  caseManagerId: string
  stage: Generated<string>
  state: Generated<string>
  confidentiality: Generated<string>
  serviceFields: string[]
  clientGroups: Generated<string[]>
  riskLevel: Generated<string>
  emergency: Generated<boolean>
  openedAt: Date
  openedBy: string
  closedAt: Date | null
  archivedAt: Date | null
  keepUntil: string | null
  readers: Generated<string[]>
  version: Generated<number>
  nextDueAt: Generated<Date>
  nextDueKind: string | null
  template: Generated<string>
  siteId: string | null
}

export type ClientKindsTable = {
  agencyId: string
  id: string
  personId: string
  caseId: string | null
  inquiryId: string | null
  kind: string
  ground: string | null
  compelledBy: Generated<string>
  resistance: Generated<string>
  approach: Generated<string>
  reason: string
  since: string
  recordedBy: string
  recordedAt: Date
}

export type ClientStandingsTable = {
  agencyId: string
  id: string
  personId: string
  standing: string
  kind: string | null
  reason: string
  since: string
  caseId: string | null
  inquiryId: string | null
  recordedBy: string
  recordedAt: Date
  place: number
  holds: Generated<boolean>
}

export type ClosingsTable = {
  agencyId: string
  id: string
  caseId: string
  state: Generated<string>
  reason: string | null
  reasonNote: Generated<string>
  readiness: Generated<string[]>
  announcedOn: string | null
  mainProblem: Generated<string>
  outcome: Generated<string>
  gap: Generated<string>
  clientView: Generated<string>
  reactions: Generated<string[]>
  reactionCare: Generated<string>
  review: Generated<string>
  future: Generated<string>
  lessons: Generated<string>
  referred: boolean | null
  referralNote: Generated<string>
  caregiver: Generated<string>
  followUpMonths: Generated<number[]>
  followUpWay: string | null
  noFollowUpReason: Generated<string>
  authorId: string
  submittedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  decisionNote: Generated<string>
  contentHash: string | null
  version: Generated<number>
  createdAt: Generated<Date>
  submittedBy: string | null
}

export type CollectionContactsTable = {
  agencyId: string
  id: string
  caseId: string
  kind: string
  heldOn: string
  place: Generated<string>
  met: string
  findings: string
  sensitiveKinds: Generated<string[]>
  profession: Generated<string>
  question: Generated<string>
  named: Generated<boolean>
  receiverKind: string | null
  consentIds: Generated<string[]>
  recordedBy: string
  recordedAt: Date
}

export type CollectionNoticesTable = {
  agencyId: string
  id: string
  caseId: string
  toldTo: string
  toldToName: string
  toldOn: string
  way: string
  language: string
  limitsTold: boolean
  note: Generated<string>
  recordedBy: string
  recordedAt: Date
}

export type ConfidentialityChangesTable = {
  agencyId: string
  id: Generated<string>
  caseId: string
  fromLevel: string
  toLevel: string
  reason: string
  changedBy: string
  changedAt: Date
}

export type ConsentExceptionsTable = {
  agencyId: string
  id: string
  personId: string
  caseId: string | null
  inquiryId: string | null
  ground: string
  legalBasis: Generated<string>
  reason: string
  sections: Generated<string[]>
  receivers: ColumnType<object, string | undefined, string>
  recordedBy: string
  recordedAt: Date
}

export type ConsentNoticesTable = {
  agencyId: string
  version: number
  wordsZh: string
  wordsEn: string
  wordsRu: string
  writtenBy: string | null
  writtenAt: Date
}

export type ConsentsTable = {
  agencyId: string
  id: string
  personId: string
  caseId: string | null
  inquiryId: string | null
  purpose: string
  sensitiveKind: string | null
  sections: Generated<string[]>
  receivers: ColumnType<object, string | undefined, string>
  details: Generated<string>
  giver: string
  giverId: string
  giverName: string
  capacity: string
  heard: Generated<string>
  way: string
  witness: Generated<string>
  validFrom: string
  validUntil: string
  noticeVersion: number
  noticeLanguage: string
  recordedBy: string
  recordedAt: Date
  withdrawnBy: string | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  version: Generated<number>
}

export type CrisesTable = {
  agencyId: string
  id: string
  inquiryId: string
  kinds: Generated<string[]>
  danger: Generated<string>
  facts: Generated<string>
  personsAtRisk: Generated<string>
  lifeSafety: Generated<string>
  propertySafety: Generated<string>
  openedBy: string
  openedAt: Date
  endedBy: string | null
  endedAt: Date | null
  outcome: Generated<string>
  version: Generated<number>
}

export type CrisisLinesTable = {
  agencyId: string
  id: string
  crisisId: string
  kind: string
  what: Generated<string>
  who: Generated<string>
  result: Generated<string>
  doneAt: Date
  recordedBy: string
  recordedAt: Date
}

export type DirectoryImportRowsTable = {
  agencyId: string
  importId: string
  ordinal: number
  file: string
  line: number | null
  place: Generated<string>
  kind: string
  recordId: string | null
  label: Generated<string>
  outcome: string
  problem: ColumnType<object | null, string | undefined, string>
  notes: ColumnType<object, string | undefined, string>
  content: ColumnType<object | null, string | undefined, string>
  earlier: ColumnType<object | null, string | undefined, string>
  earlierImport: string | null
}

export type DirectoryImportsTable = {
  agencyId: string
  id: string
  fileName: string
  form: string
  sha256: string
  state: Generated<string>
  total: number
  done: Generated<number>
  fileNotes: ColumnType<object, string | undefined, string>
  askedBy: string
  askedAt: Date
  takenBy: string | null
  takenAt: Date | null
  undoneBy: string | null
  undoneAt: Date | null
  version: Generated<number>
}

export type DirectoryRecordsTable = {
  agencyId: string
  kind: string
  id: string
  content: ColumnType<object, string, string>
  serviceId: Generated<string | null>
  organizationId: Generated<string | null>
  locationId: Generated<string | null>
  termId: Generated<string | null>
  linkId: Generated<string | null>
  importId: string | null
  changedAt: Date
  changedBy: string
}

export type DirectoryServicesTable = {
  agencyId: string
  id: string
  name: string
  organizationName: string
  status: string
  needs: Generated<string[]>
  terms: Generated<string[]>
  districts: Generated<string[]>
  districtNames: Generated<string[]>
  districtsWithin: Generated<string[]>
  minimumAge: number | null
  maximumAge: number | null
  languages: Generated<string[]>
  cost: string | null
  words: string
  confirmedOn: string | null
  confirmedBy: string | null
  version: Generated<number>
}

export type DivisionCodesTable = {
  agencyId: string
  code: string
  validFrom: string
  name: string
  validUntil: string | null
  became: Generated<string[]>
  editionId: string
}

export type DivisionEditionLinesTable = {
  agencyId: string
  editionId: string
  ordinal: number
  line: number | null
  code: string
  name: string
  outcome: string
  problem: string | null
  says: ColumnType<object | null, string | undefined, string>
  said: ColumnType<object | null, string | undefined, string>
}

export type DivisionEditionsTable = {
  agencyId: string
  id: string
  fileName: string
  source: string
  state: Generated<string>
  comparedWith: string | null
  askedBy: string
  askedAt: Date
  takenBy: string | null
  takenAt: Date | null
  turn: number | null
  undoneBy: string | null
  undoneAt: Date | null
  version: Generated<number>
}

export type EcomapSheetsTable = {
  agencyId: string
  caseId: string
  days: ColumnType<object, string, string>
  writtenBy: string
  writtenAt: Date
  version: Generated<number>
}

export type EvaluationsTable = {
  agencyId: string
  id: string
  caseId: string
  planId: string
  kind: string
  state: Generated<string>
  heldOn: string | null
  subjects: Generated<string[]>
  methods: Generated<string[]>
  processRatings: ColumnType<object, string | undefined, string>
  outcomeRatings: ColumnType<object, string | undefined, string>
  appraisal: ColumnType<object, string | undefined, string>
  othersConsented: Generated<boolean>
  gaps: ColumnType<object, string | undefined, string>
  lessons: Generated<string>
  conclusion: string | null
  tScore: number | null
  baselineTScore: number | null
  clientTScore: number | null
  goalsRated: Generated<number>
  goalsSet: Generated<number>
  authorId: string
  signedBy: string | null
  signedAt: Date | null
  cosignedBy: string | null
  cosignedAt: Date | null
  contentHash: string | null
  version: Generated<number>
  createdAt: Generated<Date>
}

export type FactorEnrolmentsTable = {
  agencyId: string
  workerId: string
  secret: Buffer
  expiresAt: Date
}

export type FamiliesTable = {
  agencyId: string
  id: string
  name: string
  note: Generated<string>
  createdBy: string
  createdAt: Date
  version: Generated<number>
}

export type FamilyCasesTable = {
  agencyId: string
  caseId: string
  familyId: string | null
  saidBy: string
  saidAt: Date
  version: Generated<number>
}

export type FamilyMembersTable = {
  agencyId: string
  id: string
  familyId: string
  personId: string
  part: Generated<string>
  since: string | null
  until: string | null
  addedBy: string
}

export type FamilySheetsTable = {
  agencyId: string
  personId: string
  family: ColumnType<object, string, string>
  writtenBy: string
  writtenAt: Date
  version: Generated<number>
}

export type FileCopiesTable = {
  agencyId: string
  id: string
  caseId: string
  askedBy: string
  askerName: string
  identityCheck: string
  identityNote: Generated<string>
  askedOn: string
  dueOn: string
  language: string
  wish: Generated<string>
  state: Generated<string>
  recordedBy: string
  recordedAt: Date
  leftOutParts: ColumnType<object, string | undefined, string>
  leftOutRecords: ColumnType<object, string | undefined, string>
  refusal: Generated<string>
  decidedBy: string | null
  decidedAt: Date | null
  edition: Generated<number>
  done: Generated<number>
  total: Generated<number>
  producedBy: string | null
  producedAt: Date | null
  contentHash: string | null
  handedBy: string | null
  handedTo: string | null
  handedOn: string | null
  handedWay: string | null
  receipt: string | null
  witness: string | null
  formats: string[] | null
  handedNote: string | null
  version: Generated<number>
}

export type FileCopyPartsTable = {
  agencyId: string
  copyId: string
  caseId: string
  edition: number
  ordinal: number
  contentsSealed: Buffer
  contentHash: string
}

export type FindingSettlementsTable = {
  agencyId: string
  caseId: string
  findingId: string
  settles: number
  note: string
  settledBy: string
  settledAt: Date
}

export type FindingSourcesTable = {
  agencyId: string
  id: string
  caseId: string
  findingId: string
  says: string
  stance: string
  saidBy: string
  saidByName: Generated<string>
  method: string
  learnedOn: string
  contactId: string | null
  recordedBy: string
  recordedAt: Date
  takenBackBy: string | null
  takenBackAt: Date | null
  takenBackReason: string | null
}

export type FindingsTable = {
  agencyId: string
  id: string
  caseId: string
  field: string
  matter: string
  side: string
  level: string
  sensitiveKinds: Generated<string[]>
  contradicted: Generated<boolean>
  recordedBy: string
  recordedAt: Date
  version: Generated<number>
}

export type FollowUpsTable = {
  agencyId: string
  id: string
  caseId: string
  closingId: string
  dueOn: string
  state: Generated<string>
  way: string | null
  heldOn: string | null
  reached: boolean | null
  notReachedReason: Generated<string>
  situation: Generated<string>
  maintained: string | null
  newNeed: Generated<string>
  actionTaken: Generated<string>
  further: boolean | null
  reopen: boolean | null
  recordedBy: string | null
  recordedAt: Date | null
  version: Generated<number>
  cancellationReason: Generated<string>
}

export type GoalRatingsTable = {
  agencyId: string
  evaluationId: string
  goalId: string
  caseId: string
  level: number | null
  clientLevel: number | null
  evidence: Generated<string>
}

export type GoalsTable = {
  agencyId: string
  id: string
  caseId: string
  planId: string
  parentId: string | null
  position: number
  term: string
  needIds: Generated<string[]>
  statement: Generated<string>
  clientWords: Generated<string>
  indicator: Generated<string>
  baseline: Generated<string>
  target: Generated<string>
  dueOn: string | null
  smart: Generated<string[]>
  weight: Generated<number>
  gasLevels: Generated<string[]>
  baselineLevel: Generated<number>
  status: Generated<string>
  trackLink: string | null
  trackTopic: Generated<string>
}

export type GuessesTable = {
  agencyId: string
  account: Buffer
  bucket: string
  count: number
  lastAt: Date
  openAt: Date
}

export type HelpAttemptsTable = {
  agencyId: string
  inquiryId: string
  id: string
  position: number
  askedWhom: string
  askedWhen: Generated<string>
  help: Generated<string>
  result: string | null
}

export type InformationGivenTable = {
  agencyId: string
  inquiryId: string
  kind: string
  itemId: string
  title: string
  givenBy: string
  givenAt: Date
}

export type InquiriesTable = {
  agencyId: string
  id: string
  state: Generated<string>
  channel: string
  source: string | null
  helpType: string | null
  clientType: Generated<string>
  receivedAt: Date
  receivedBy: string
  callerId: string | null
  clientId: string | null
  callerRelation: string | null
  referrerName: Generated<string>
  referrerReason: Generated<string>
  willingness: number | null
  situation: Generated<string>
  trouble: Generated<string>
  toldItems: Generated<string[]>
  emotionalSupport: Generated<string>
  emergency: boolean | null
  emergencyReason: Generated<string>
  dangerKinds: Generated<string[]>
  emergencyDecidedBy: string | null
  emergencyDecidedAt: Date | null
  registeredAt: Date | null
  decision: string | null
  decisionReason: Generated<string>
  informationGiven: Generated<string>
  referredTo: Generated<string>
  referralReason: string | null
  decidedBy: string | null
  decidedAt: Date | null
  caseId: string | null
  readers: Generated<string[]>
  version: Generated<number>
  createdAt: Generated<Date>
  involuntaryGround: string | null
  resistance: Generated<string>
  notNowReason: string | null
  potentialKind: string | null
  reporterProtected: Generated<boolean>
  dueAt: Generated<Date>
  takenBy: string | null
  takenAt: Date | null
  outreachId: string | null
  outsideHours: Generated<boolean>
  residenceCode: Generated<string>
  wantedFields: Generated<string[]>
  toldLanguage: string | null
  toldNotice: number | null
  toldAt: Date | null
  noticeGround: string | null
}

export type InquiryProblemsTable = {
  agencyId: string
  inquiryId: string
  id: string
  position: number
  what: string
  level: string | null
  difficulty: number | null
  clientRank: number | null
  workerRank: number | null
  danger: Generated<boolean>
}

export type InterviewOutlineEditionsTable = {
  agencyId: string
  outlineId: string
  edition: number
  title: ColumnType<object, string, string>
  purpose: ColumnType<object, string, string>
  use: string
  clientGroups: Generated<string[]>
  questions: ColumnType<object, string, string>
  writtenBy: string | null
  writtenAt: Date
}

export type InterviewOutlinesTable = {
  agencyId: string
  id: string
  edition: number
  retired: Generated<boolean>
  createdAt: Date
  version: Generated<number>
}

export type InterviewsTable = {
  agencyId: string
  id: string
  caseId: string
  state: Generated<string>
  heldFrom: Date | null
  heldUntil: Date | null
  place: Generated<string>
  placeIsPrivate: boolean | null
  placeIsComfortable: boolean | null
  mode: string | null
  participants: Generated<string>
  reasonsForHelp: Generated<string>
  helpSeekingProcess: Generated<string>
  purpose: Generated<string>
  process: Generated<string>
  overallEvaluation: Generated<string>
  suggestions: Generated<string>
  tasksDone: Generated<string[]>
  expectations: Generated<string>
  unrealisticClarified: Generated<string>
  agencyRequirements: Generated<string>
  jointEffortTold: boolean | null
  emotionBefore: number | null
  emotionAfter: number | null
  clientWishesRelationship: boolean | null
  preliminaryAgreement: Generated<string>
  nextStep: string | null
  nextAt: Date | null
  authorId: string
  signedBy: string | null
  signedAt: Date | null
  writtenLate: Generated<boolean>
  contentHash: string | null
  version: Generated<number>
  createdAt: Generated<Date>
  tasksLeft: Generated<string[]>
  attendees: ColumnType<object, string | undefined, string>
  outlineId: string | null
  outlineVersion: number | null
  outlineTitle: Generated<string>
  outlineAnswers: ColumnType<object, string | undefined, string>
  reactions: Generated<string>
  silence: Generated<string>
  skillsUsed: Generated<string[]>
  taskNotes: ColumnType<object, string | undefined, string>
  emotionWordsBefore: Generated<string>
  emotionWordsAfter: Generated<string>
  observedBefore: number | null
  observedAfter: number | null
  observedWords: Generated<string>
  emotionHandled: Generated<string>
}

export type KeptAnswersTable = {
  agencyId: string
  workerId: string
  key: string
  fingerprint: string
  status: number
  answer: ColumnType<object | null, string | undefined, string>
  keptAt: Generated<Date>
  caseIds: Generated<string[]>
  inquiryIds: Generated<string[]>
  personIds: Generated<string[]>
  answerSealed: Buffer | null
}

export type LeafletsTable = {
  agencyId: string
  id: string
  titleZh: string
  titleEn: string
  titleRu: string
  wordsZh: string
  wordsEn: string
  wordsRu: string
  active: Generated<boolean>
  writtenBy: string
  writtenAt: Date
  version: Generated<number>
}

export type LinkAnswersTable = {
  agencyId: string
  linkId: string
  answerSealed: Buffer
  givenAt: Date
  takenAt: Date | null
}

export type LinkOpeningsTable = {
  agencyId: string
  id: string
  linkId: string
  tokenHash: Buffer
  openedAt: Date
  expiresAt: Date
}

export type LinkPapersTable = {
  agencyId: string
  linkId: string
  contentsSealed: Buffer
}

export type LoadedInstrumentsTable = {
  agencyId: string
  instrument: string
  instrumentVersion: number
  content: ColumnType<object, string, string>
  loadedBy: string
  loadedAt: Date
}

export type NeedsTable = {
  agencyId: string
  id: string
  caseId: string
  assessmentId: string
  position: number
  description: Generated<string>
  clientWords: Generated<string>
  priority: string | null
  problemIds: Generated<string[]>
}

export type NoticesTable = {
  agencyId: string
  id: string
  workerId: string
  kind: string
  caseId: string | null
  inquiryId: string | null
  facts: ColumnType<object, string | undefined, string>
  toldAt: Generated<Date>
  seenAt: Date | null
}

export type OutreachEventsTable = {
  agencyId: string
  id: string
  heldOn: string
  place: string
  purpose: string
  peopleMet: Generated<number>
  note: Generated<string>
  recordedBy: string
  recordedAt: Date
  version: Generated<number>
}

export type OutreachWorkersTable = {
  agencyId: string
  outreachId: string
  workerId: string
}

export type OwnAnswersTable = {
  agencyId: string
  caseId: string
  record: string
  recordId: string
  answers: ColumnType<object, string | undefined, string>
  fields: ColumnType<object, string | undefined, string>
  sealedAt: Date | null
  writtenBy: string
  writtenAt: Date
  version: Generated<number>
}

export type PartnerCredentialsTable = {
  agencyId: string
  id: string
  partnerId: string
  tokenHash: Buffer
  issuedBy: string
  issuedAt: Date
  expiresAt: Date
  usedAt: Date | null
  endedAt: Date | null
  endedBy: string | null
}

export type PartnersTable = {
  agencyId: string
  id: string
  name: string
  addedBy: string
  addedAt: Date
}

export type PasswordsTable = {
  agencyId: string
  workerId: string
  hash: string
  changedAt: Generated<Date>
  temporary: Generated<boolean>
}

export type PendingSignInsTable = {
  agencyId: string
  id: string
  workerId: string
  tokenHash: Buffer
  step: string
  device: Generated<string>
  tries: Generated<number>
  startedAt: Generated<Date>
  expiresAt: Date
  endedAt: Date | null
}

export type PeopleTable = {
  agencyId: string
  id: string
  name: string
  otherNames: Generated<string>
  sex: Generated<string>
  birthDate: string | null
  birthPrecision: Generated<string>
  idNumber: string | null
  phone: Generated<string>
  address: Generated<string>
  safeContact: Generated<string>
  schoolOrWork: Generated<string>
  language: Generated<string>
  legalCapacity: Generated<string>
  createdBy: string
  createdAt: Generated<Date>
  readers: Generated<string[]>
  version: Generated<number>
  idNumberSealed: Buffer | null
  idNumberMark: string | null
  phoneSealed: Buffer | null
  phoneTailSealed: Buffer | null
  phoneMarks: Generated<string[]>
  addressSealed: Buffer | null
  safeContactSealed: Buffer | null
  edition: Generated<number>
  mergedInto: string | null
}

export type PersonKeysTable = {
  agencyId: string
  personId: string
  keyVersion: number
  wrapped: Buffer
}

export type PersonMergeMovesTable = {
  agencyId: string
  mergeId: string
  place: number
  tableName: string
  way: string
  rowKey: ColumnType<object, string, string>
  columns: Generated<string[]>
  image: ColumnType<object | null, string | undefined, string>
}

export type PersonMergesTable = {
  agencyId: string
  id: string
  keptId: string
  mergedId: string
  keptName: string
  mergedName: string
  choices: ColumnType<object, string, string>
  reason: string
  state: Generated<string>
  keptVersion: number
  mergedVersion: number
  proposedBy: string
  proposedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  decisionReason: Generated<string>
  joinedVersion: number | null
  undoneBy: string | null
  undoneAt: Date | null
  undoneReason: Generated<string>
  version: Generated<number>
}

export type PersonSearchKeysTable = {
  agencyId: string
  key: string
  personId: string
  place: number
  nameLength: number
  name: string
  seenBy: number
}

export type PersonSearchesTable = {
  agencyId: string
  personId: string
  searchedAt: Date
  searchedBy: string
  others: Generated<string[]>
  ground: string | null
  note: Generated<string>
}

export type PlanConfirmationsTable = {
  agencyId: string
  id: string
  caseId: string
  planId: string
  givenAs: string
  personId: string
  way: string
  witness: Generated<string>
  said: Generated<string>
  givenAt: Date
  recordedBy: string
}

export type PlansTable = {
  agencyId: string
  id: string
  caseId: string
  edition: number
  assessmentId: string
  state: Generated<string>
  strategy: Generated<string>
  methods: Generated<string[]>
  rationale: Generated<string>
  participation: Generated<string>
  risks: ColumnType<object, string | undefined, string>
  evaluationWay: Generated<string>
  clientDuties: Generated<string>
  agencyDuties: Generated<string>
  startsOn: string | null
  endsOn: string | null
  reviewOn: string | null
  authorId: string
  signedBy: string | null
  signedAt: Date | null
  cosignedBy: string | null
  cosignedAt: Date | null
  contentHash: string | null
  activatedBy: string | null
  activatedAt: Date | null
  endedAt: Date | null
  version: Generated<number>
  createdAt: Generated<Date>
  unmetNeeds: ColumnType<object, string | undefined, string>
}

export type PreliminaryAssessmentsTable = {
  agencyId: string
  inquiryId: string
  willingness: number | null
  willingnessNote: Generated<string>
  problems: Generated<string>
  howItArose: Generated<string>
  expectation: Generated<string>
  ownEfforts: Generated<string>
  agencyResources: string | null
  workerAbility: string | null
  reconcilable: boolean | null
  reconcilableNote: Generated<string>
  inScope: boolean | null
  inArea: boolean | null
  hasCapacity: boolean | null
  fitNote: Generated<string>
  riskLevel: string | null
  sharedAt: Date | null
  callerAgrees: boolean | null
  corrections: Generated<string>
  clientWishes: boolean | null
  writtenBy: string
  writtenAt: Generated<Date>
  soughtHelpBefore: boolean | null
}

export type ProblemsTable = {
  agencyId: string
  id: string
  caseId: string
  assessmentId: string
  position: number
  domain: string | null
  description: Generated<string>
  cause: Generated<string>
  nature: string | null
  degree: string | null
  factors: Generated<string>
  since: Generated<string>
  clientRank: number | null
  workerRank: number | null
  difficulty: string | null
}

export type ProcessRecordsTable = {
  agencyId: string
  id: string
  caseId: string
  ordinal: number
  state: Generated<string>
  heldFrom: Date | null
  heldUntil: Date | null
  place: Generated<string>
  mode: string | null
  personsSeen: Generated<string[]>
  clientSeen: boolean | null
  notSeenReason: Generated<string>
  goalIds: Generated<string[]>
  activityTypes: Generated<string[]>
  purpose: Generated<string>
  performance: Generated<string>
  interaction: Generated<string>
  intervention: Generated<string>
  progress: Generated<string>
  difficulty: Generated<string>
  solution: Generated<string>
  judgement: Generated<string>
  nextPlan: Generated<string>
  nextAt: Date | null
  authorId: string
  signedBy: string | null
  signedAt: Date | null
  writtenLate: Generated<boolean>
  contentHash: string | null
  version: Generated<number>
  createdAt: Generated<Date>
}

export type QuestionnaireAnswersTable = {
  agencyId: string
  id: string
  caseId: string
  questionnaireId: string
  questionnaireVersion: number
  way: string
  language: string
  answeredOn: string
  answers: ColumnType<object, string, string>
  recordedBy: string
  recordedAt: Date
}

export type QuestionnaireEditionsTable = {
  agencyId: string
  questionnaireId: string
  number: number
  sheet: ColumnType<object, string, string>
  publishedBy: string
  publishedAt: Date
}

export type QuestionnairesTable = {
  agencyId: string
  id: string
  sheet: ColumnType<object, string, string>
  report: ColumnType<object | null, string | undefined, string>
  published: Generated<number>
  unpublished: Generated<boolean>
  retired: Generated<boolean>
  createdBy: string
  createdAt: Date
  version: Generated<number>
}

export type ReceivedReferralsTable = {
  agencyId: string
  id: string
  fromAgencyId: string
  fromAgencyName: string
  kind: string
  reason: string
  urgency: string
  sentAt: Date
  replyBy: string
  state: string
  movedAt: Date
  stateWords: Generated<string>
  outcome: Generated<string>
  sightEndedAt: Date | null
  sightEndedWhy: string | null
  inquiryId: string | null
  takenBy: string | null
  version: number
  phase: string
}

export type RecoveryCodesTable = {
  agencyId: string
  workerId: string
  codeHash: Buffer
  usedAt: Date | null
}

export type ReferralMovesTable = {
  agencyId: string
  id: Generated<number>
  referralId: string
  at: Date
  move: string
  state: string
  party: string
  workerId: string | null
  name: string
  words: Generated<string>
}

export type ReferralPackagesTable = {
  agencyId: string
  referralId: string
  contentsSealed: Buffer
  contentHash: string
  frozenAt: Date
}

export type ReferralSightsTable = {
  agencyId: string
  referralId: string
  fromAgencyId: string
  grantedAt: Date
  endedAt: Date | null
  endedWhy: string | null
}

export type ReferralsTable = {
  agencyId: string
  id: string
  personId: string
  caseId: string | null
  inquiryId: string | null
  kind: string
  reason: string
  urgency: string
  way: string
  receiverAgencyId: string | null
  receiverKind: string
  receiverName: string
  receiverContact: Generated<string>
  receiverLanguage: string
  serviceNeeded: Generated<string>
  summary: Generated<string>
  done: Generated<string>
  expectation: Generated<string>
  accompaniment: string | null
  sections: Generated<string[]>
  sensitiveKinds: Generated<string[]>
  replyBy: string | null
  state: Generated<string>
  movedAt: Date
  stateWords: Generated<string>
  consentIds: Generated<string[]>
  authorId: string
  createdAt: Date
  sentBy: string | null
  sentAt: Date | null
  answeredAt: Date | null
  answeredBy: Generated<string>
  firstHelpOn: string | null
  outcome: Generated<string>
  confirmedBy: string | null
  confirmedAt: Date | null
  clientWords: Generated<string>
  silenceToldAt: Date | null
  sightEndedAt: Date | null
  sightEndedWhy: string | null
  version: Generated<number>
  phase: Generated<string>
  exceptionIds: Generated<string[]>
  receiverPartnerId: string | null
}

export type RelationsTable = {
  agencyId: string
  id: string
  personId: string
  relativeId: string
  kind: string
  guardian: Generated<boolean>
  caregiver: Generated<boolean>
  livesTogether: Generated<boolean>
  proof: Generated<string>
  recordedBy: string
  recordedAt: Generated<Date>
  endedAt: Date | null
  version: Generated<number>
}

export type ReopeningsTable = {
  agencyId: string
  id: string
  caseId: string
  reason: string
  reopenedBy: string
  reopenedAt: Date
}

export type ReporterIdentitiesTable = {
  agencyId: string
  inquiryId: string
  identitySealed: Buffer
  writtenBy: string
  writtenAt: Date
}

export type ResetsTable = {
  agencyId: string
  id: string
  workerId: string
  tokenHash: Buffer
  withFactor: boolean
  startedBy: string
  startedAt: Generated<Date>
  expiresAt: Date
  endedAt: Date | null
}

export type RoomsTable = {
  agencyId: string
  id: string
  createdBy: string | null
  createdAt: Date
}

export type SafeAddressesTable = {
  agencyId: string
  personId: string
  addressSealed: Buffer
  writtenBy: string
  writtenAt: Date
  version: Generated<number>
}

export type SafeContactsTable = {
  agencyId: string
  id: string
  personId: string
  position: number
  channel: string
  wordsSealed: Buffer
  version: number
  writtenBy: string
  writtenAt: Date
}

export type SatisfactionSurveysTable = {
  agencyId: string
  id: string
  caseId: string
  mode: string
  givenOn: string
  answers: ColumnType<object, string, string>
  score: number
  wouldReturn: boolean | null
  comment: Generated<string>
  recordedBy: string
  recordedAt: Date
}

export type ScaleResultsTable = {
  agencyId: string
  id: string
  caseId: string
  instrument: string
  instrumentVersion: number
  informant: string
  way: string
  language: string
  answeredOn: string
  answers: ColumnType<object, string, string>
  scores: ColumnType<object, string, string>
  emergencies: Generated<string[]>
  remarks: Generated<string[]>
  recordedBy: string
  recordedAt: Date
  decision: string | null
  decisionNote: string | null
  decidedBy: string | null
  decidedAt: Date | null
  version: Generated<number>
}

export type SecondFactorsTable = {
  agencyId: string
  workerId: string
  secret: Buffer
  lastStep: number
  since: Generated<Date>
}

export type SecureLinksTable = {
  agencyId: string
  id: string
  purpose: string
  subjectId: string
  personId: string
  caseId: string | null
  inquiryId: string | null
  receiverName: string
  language: string
  tokenHash: Buffer
  factor: string
  factorMark: string
  wrongAnswers: Generated<number>
  issuedBy: string
  issuedAt: Date
  expiresAt: Date
  openedAt: Date | null
  endedAt: Date | null
  endedWhy: string | null
  receiverId: string | null
  about: Generated<string>
}

export type ServicesTable = {
  agencyId: string
  id: string
  caseId: string
  planId: string
  position: number
  goalIds: Generated<string[]>
  content: Generated<string>
  activityType: string | null
  method: string | null
  form: Generated<string>
  frequency: Generated<string>
  duration: Generated<string>
  place: Generated<string>
  provider: Generated<string>
}

export type SettingsTable = {
  agencyId: string
  id: string
  kind: string
  subject: string
  ordinal: number
  effectiveFrom: string
  sheet: ColumnType<object, string, string>
  writtenBy: string | null
  writtenAt: Date
}

export type SightGrantsTable = {
  agencyId: string
  id: Generated<string>
  caseId: string | null
  inquiryId: string | null
  principalId: string
  source: string
  grantedBy: string
  grantedAt: Generated<Date>
  reason: Generated<string>
  endedAt: Date | null
  until: Date | null
}

export type SignInsTable = {
  agencyId: string
  id: string
  workerId: string
  tokenHash: Buffer
  device: Generated<string>
  startedAt: Generated<Date>
  lastSeenAt: Generated<Date>
  expiresAt: Date
  endedAt: Date | null
  freshUntil: Date | null
}

export type SiteMovesTable = {
  agencyId: string
  id: Generated<string>
  caseId: string
  fromSiteId: string | null
  toSiteId: string | null
  reason: string
  movedBy: string
  movedAt: Date
}

export type SitesTable = {
  agencyId: string
  id: string
  createdBy: string | null
  createdAt: Date
}

export type StepMovesTable = {
  agencyId: string
  id: string
  caseId: string
  stepId: string
  fromOn: string
  toOn: string
  reason: string
  movedBy: string
  at: Date
}

export type StepsTable = {
  agencyId: string
  id: string
  caseId: string
  planId: string
  goalId: string | null
  position: number
  what: Generated<string>
  responsible: string | null
  responsibleName: Generated<string>
  instructions: Generated<string>
  dueOn: string | null
  expectedOutcome: Generated<string>
  state: Generated<string>
  outcome: Generated<string>
  doneOn: string | null
  settledBy: string | null
  version: Generated<number>
}

export type StrengthsTable = {
  agencyId: string
  id: string
  caseId: string
  assessmentId: string
  position: number
  level: string | null
  description: Generated<string>
}

export type TasksTable = {
  agencyId: string
  id: string
  kind: string
  caseId: string | null
  inquiryId: string | null
  subjectId: string | null
  ownerId: string
  dueAt: Date
  openedAt: Date
  doneAt: Date | null
  doneBy: string | null
  names: ColumnType<object, string | undefined, string>
}

export type TimelineTable = {
  agencyId: string
  id: Generated<number>
  at: Date
  caseId: string | null
  inquiryId: string | null
  workerId: string
  what: string
  facts: ColumnType<object, string | undefined, string>
}

export type WaitCheckInsTable = {
  agencyId: string
  id: string
  waitId: string
  whatChanged: string
  stillWishes: boolean
  priority: number
  nextCheckAt: Date
  heldBy: string
  heldAt: Date
}

export type WaitsTable = {
  agencyId: string
  id: string
  inquiryId: string
  priority: number
  reason: string
  enteredBy: string
  enteredAt: Date
  nextCheckAt: Date
  leftBy: string | null
  leftAt: Date | null
  leftFor: string | null
  leftReason: Generated<string>
  version: Generated<number>
}

export type WebFormsTable = {
  agencyId: string
  open: Generated<boolean>
  emergencyNumbers: Generated<string>
  leaveTo: Generated<string>
  changedBy: string | null
  version: Generated<number>
}

export type WebRequestsTable = {
  agencyId: string
  id: string
  receipt: string
  receivedAt: Date
  language: string
  contentSealed: Buffer
  dueAt: Date
  state: Generated<string>
  handledBy: string | null
  handledAt: Date | null
  setAsideReason: Generated<string>
  inquiryId: string | null
  version: Generated<number>
  arrivedAt: Generated<Date>
}

export type WorkersTable = {
  agencyId: string
  id: string
  name: string
  email: string
  role: string
  level: number
  language: Generated<string>
  supervisorId: string | null
  active: Generated<boolean>
  version: Generated<number>
  createdAt: Generated<Date>
}

export type Tables = {
  addenda: AddendaTable
  agencies: AgenciesTable
  agencyKeys: AgencyKeysTable
  appointments: AppointmentsTable
  assessmentCorrections: AssessmentCorrectionsTable
  assessmentFurtherViews: AssessmentFurtherViewsTable
  assessments: AssessmentsTable
  attachments: AttachmentsTable
  auditLog: AuditLogTable
  bookings: BookingsTable
  breakGlassOpenings: BreakGlassOpeningsTable
  caseNumberSeries: CaseNumberSeriesTable
  caseNumbers: CaseNumbersTable
  casePeople: CasePeopleTable
  cases: CasesTable
  clientKinds: ClientKindsTable
  clientStandings: ClientStandingsTable
  closings: ClosingsTable
  collectionContacts: CollectionContactsTable
  collectionNotices: CollectionNoticesTable
  confidentialityChanges: ConfidentialityChangesTable
  consentExceptions: ConsentExceptionsTable
  consentNotices: ConsentNoticesTable
  consents: ConsentsTable
  crises: CrisesTable
  crisisLines: CrisisLinesTable
  directoryImportRows: DirectoryImportRowsTable
  directoryImports: DirectoryImportsTable
  directoryRecords: DirectoryRecordsTable
  directoryServices: DirectoryServicesTable
  divisionCodes: DivisionCodesTable
  divisionEditionLines: DivisionEditionLinesTable
  divisionEditions: DivisionEditionsTable
  ecomapSheets: EcomapSheetsTable
  evaluations: EvaluationsTable
  factorEnrolments: FactorEnrolmentsTable
  families: FamiliesTable
  familyCases: FamilyCasesTable
  familyMembers: FamilyMembersTable
  familySheets: FamilySheetsTable
  fileCopies: FileCopiesTable
  fileCopyParts: FileCopyPartsTable
  findingSettlements: FindingSettlementsTable
  findingSources: FindingSourcesTable
  findings: FindingsTable
  followUps: FollowUpsTable
  goalRatings: GoalRatingsTable
  goals: GoalsTable
  guesses: GuessesTable
  helpAttempts: HelpAttemptsTable
  informationGiven: InformationGivenTable
  inquiries: InquiriesTable
  inquiryProblems: InquiryProblemsTable
  interviewOutlineEditions: InterviewOutlineEditionsTable
  interviewOutlines: InterviewOutlinesTable
  interviews: InterviewsTable
  keptAnswers: KeptAnswersTable
  leaflets: LeafletsTable
  linkAnswers: LinkAnswersTable
  linkOpenings: LinkOpeningsTable
  linkPapers: LinkPapersTable
  loadedInstruments: LoadedInstrumentsTable
  needs: NeedsTable
  notices: NoticesTable
  outreachEvents: OutreachEventsTable
  outreachWorkers: OutreachWorkersTable
  ownAnswers: OwnAnswersTable
  partnerCredentials: PartnerCredentialsTable
  partners: PartnersTable
  passwords: PasswordsTable
  pendingSignIns: PendingSignInsTable
  people: PeopleTable
  personKeys: PersonKeysTable
  personMergeMoves: PersonMergeMovesTable
  personMerges: PersonMergesTable
  personSearchKeys: PersonSearchKeysTable
  personSearches: PersonSearchesTable
  planConfirmations: PlanConfirmationsTable
  plans: PlansTable
  preliminaryAssessments: PreliminaryAssessmentsTable
  problems: ProblemsTable
  processRecords: ProcessRecordsTable
  questionnaireAnswers: QuestionnaireAnswersTable
  questionnaireEditions: QuestionnaireEditionsTable
  questionnaires: QuestionnairesTable
  receivedReferrals: ReceivedReferralsTable
  recoveryCodes: RecoveryCodesTable
  referralMoves: ReferralMovesTable
  referralPackages: ReferralPackagesTable
  referralSights: ReferralSightsTable
  referrals: ReferralsTable
  relations: RelationsTable
  reopenings: ReopeningsTable
  reporterIdentities: ReporterIdentitiesTable
  resets: ResetsTable
  rooms: RoomsTable
  safeAddresses: SafeAddressesTable
  safeContacts: SafeContactsTable
  satisfactionSurveys: SatisfactionSurveysTable
  scaleResults: ScaleResultsTable
  secondFactors: SecondFactorsTable
  secureLinks: SecureLinksTable
  services: ServicesTable
  settings: SettingsTable
  sightGrants: SightGrantsTable
  signIns: SignInsTable
  siteMoves: SiteMovesTable
  sites: SitesTable
  stepMoves: StepMovesTable
  steps: StepsTable
  strengths: StrengthsTable
  tasks: TasksTable
  timeline: TimelineTable
  waitCheckIns: WaitCheckInsTable
  waits: WaitsTable
  webForms: WebFormsTable
  webRequests: WebRequestsTable
  workers: WorkersTable
}
