import type { Confidentiality } from '#contract/codes/index.ts'
import { byClientLink, byCredential, byLink, type Member } from './staff.ts'

/** What sight depends on: whose case it is, and how narrow its circle. */
export type Circle = Readonly<{ agency: 'A' | 'B'; level: Confidentiality }>

/**
 * Who may do what, written from the requirements and the design and not from the program: annex 2 of the requirements
 * (levels), R-114 and R-143 (second hands), R-170 and R-284 (who sees a case), R-206 (archive). The program's own table is
 * never asked here; where the two differ, one of them is wrong.
 */
const duties = {
  everybody: [
    'me.read sign-in.end sign-in.list account.read account.prove account.change',
    'agency.read worker.list consent-notice.list settings.read web-form.read',
  ],
  administrator: [
    'agency.change agency.secure worker.add worker.change',
    'worker.reset worker.sign-out consent-notice.write partner.list partner.add partner.issue partner.revoke',
  ],
  inspector: ['audit.read'],
  /** Who is on duty is named by whoever runs the agency. */
  running: ['agency.name-duty-officer settings.write'],
  /** Whoever does case work, and the head: with what they see. */
  inSight: [
    'family.read ecomap.read person.search person.read person.add person.change person.show-id-number',
    'person.propose-merge person.list-merges client.say-standing client.say-kind client.read-kind',
    'safe-address.read safe-address.change reporter.read reporter.write',
    'break-glass.open break-glass.close break-glass.review',
    'inquiry.list inquiry.read inquiry.open inquiry.change inquiry.register inquiry.take',
    'crisis.read crisis.write outreach.list outreach.record web-request.list web-request.handle',
    'case.list case.export case.read case.timeline case.print inquiry.export inquiry.print blank-form.print',
    'attachment.list attachment.read consent.list file-copy.list instrument.list scale.list referral.list referral.read referral.print',
    'questionnaire.read questionnaire.results questionnaire-answers.list client-link.read',
    'received-referral.list received-referral.read received-referral.answer',
    'interview.read assessment.read evidence.read plan.read record.read evaluation.read closing.read follow-up.read own-fields.read',
    'today.read notice.see review.list statistics.read statistics.export',
    'directory.add directory.change directory.confirm',
    'outline.read appointment.list appointment.read',
  ],
  /** Who may read all of a family writes it: those who work on the case, supervisors, and who received them and sees no case. */
  needToKnow: ['family.write'],
  /** Where to refer to: read by whoever does case work, and by whoever brings files of it in. */
  directory: ['directory.search directory.read directory.export leaflet.list division.list'],
  /** What the agency hands out in its name. */
  speaking: ['leaflet.write'],
  /** What the agency says to the outside, and the codes it counts by. */
  outward: ['web-form.change division.load'],
  /** Whole files are brought in and taken out again by whoever answers for the agency. */
  importing: ['directory.import directory.undo'],
  /** What was opened in an emergency is known to whoever answers for the case, and by reference to the inspector. */
  openings: ['break-glass.list'],
  /** Who looked at a case is told to whoever answers for it: its manager, and a supervisor or head who sees it. */
  answerable: ['case.audit'],
  /** Professional judgement on a first contact: not the head's. */
  atTheDesk: ['inquiry.assess inquiry.decide'],
  /** That two records are one person, what a copy of a file leaves out, and at which site a case is, is decided by whoever answers for the work of others. */
  overseeing: ['person.decide-merge person.undo-merge file-copy.decide case.move-to-site'],
  /** Only the case manager and the team. */
  onTheCase: [
    'interview.write interview.sign interview.add-addendum',
    'assessment.write assessment.sign assessment.add-addendum assessment.confirm evidence.record',
    'plan.write plan.sign plan.confirm plan.activate',
    'record.write record.add-addendum step.settle step.move',
    'evaluation.write evaluation.sign satisfaction.record',
    'attachment.add consent.give own-fields.write scale.record ecomap.write referral.write referral.link questionnaire.answer client-link.issue',
    'closing.write closing.submit follow-up.record case.archive case.reopen',
  ],
  /** Whoever held the contact signs its record: nobody else can say what happened in it. */
  ownRecord: ['record.sign'],
  /** Who works on the case, or oversees it. */
  aroundTheCase: [
    'case.confide attachment.take-away consent.withdraw consent.except scale.decide referral.move',
    'appointment.book appointment.change own-work.settle',
    'file-copy.ask file-copy.produce file-copy.fetch file-copy.hand-over',
  ],
  /** The same, of level 3 or higher: referring is theirs. */
  sending: ['referral.send'],
  /** Another hand than the author's, of level 3 or higher. */
  secondHand: ['assessment.cosign plan.cosign evaluation.cosign'],
  /** Outlines and questionnaires are drawn up from level 3 on (annex 2); what was answered to them leaves from there too. */
  drawingUp: ['outline.write questionnaire.write questionnaire.export'],
  /** What is licensed is loaded by whoever answers for the work of others, of level 3 or higher. */
  licensing: ['instrument.load'],
  /** Another hand than the author's: a supervisor or the head of level 2 or higher. */
  approval: ['closing.decide'],
} as const

/** For receivers of secure links, who are no workers and sign in nowhere: to a worker those routes are shut, and all others to them. */
const ofReferralLinks = ['linked-referral.read', 'linked-referral.answer']
const ofClientLinks = ['linked-paper.read', 'linked-paper.answer']
const ofLinks = [...ofReferralLinks, ...ofClientLinks]

/** The same of programs of partners. */
const ofPartners = ['partner-referral.list', 'partner-referral.read', 'partner-referral.answer']

type Duty = keyof typeof duties

/** What changes how somebody signs in, and opening a case in an emergency, is done only shortly after proving anew who they are (ASVS 7.5.3); nobody here did. */
const needProof = ['account.change', 'agency.secure', 'worker.reset', 'break-glass.open', 'partner.issue']

const dutyOfOperation = new Map<string, Duty>(
  Object.entries(duties).flatMap(([duty, lines]) =>
    lines.flatMap((line) => line.split(' ').map((operation) => [operation, duty as Duty] as const)),
  ),
)

/** The duty that an operation belongs to; an operation nobody thought about here is an error, not a pass. */
export function dutyOf(operation: string): Duty {
  if (ofLinks.includes(operation) || ofPartners.includes(operation)) return 'everybody'
  const duty = dutyOfOperation.get(operation)
  if (!duty) throw new Error(`The oracle of the matrix does not know ${operation}: say whose duty it is.`)
  return duty
}

const caseReaders = ['worker', 'supervisor', 'agency-head']

const rolesOf: Record<Duty, readonly string[] | null> = {
  everybody: null,
  administrator: ['agency-administrator'],
  inspector: ['inspector'],
  running: ['agency-administrator', 'agency-head'],
  inSight: caseReaders,
  openings: [...caseReaders, 'inspector'],
  needToKnow: caseReaders,
  directory: [...caseReaders, 'agency-administrator'],
  outward: ['agency-administrator', 'agency-head'],
  speaking: ['supervisor', 'agency-head', 'agency-administrator'],
  importing: ['agency-head', 'agency-administrator'],
  answerable: caseReaders,
  atTheDesk: ['worker', 'supervisor'],
  onTheCase: ['worker', 'supervisor', 'agency-head'],
  overseeing: ['supervisor', 'agency-head'],
  ownRecord: ['worker', 'supervisor'],
  aroundTheCase: caseReaders,
  sending: caseReaders,
  secondHand: caseReaders,
  drawingUp: caseReaders,
  licensing: ['supervisor', 'agency-head'],
  approval: ['supervisor', 'agency-head'],
}
// The head may put a case away when they work on it; everything else on a case is the workers'.
const notTheHead = (operation: string) => operation !== 'case.archive'

/** Who sees a case, by its level. Nobody else does, and nobody of another agency ever. */
const circles: Record<Confidentiality, readonly Member['relation'][]> = {
  normal: ['manager', 'team', 'supervisor', 'head'],
  restricted: ['manager', 'team', 'named'],
  sealed: ['manager', 'named'],
}

/** Whether somebody sees a case. Heads who are named see by their name what their post no longer shows. */
export function seesCase(member: Member, { agency, level }: Circle): boolean {
  if (member.agency !== agency) return false
  if (level === 'normal' && member.role === 'agency-head') return true
  return circles[level].includes(member.relation)
}

/** Whether somebody sees the first contact that a case came from: of a narrow case, whoever sees the case. */
export function seesInquiry(member: Member, circle: Circle): boolean {
  if (circle.level !== 'normal') return seesCase(member, circle)
  if (member.agency !== circle.agency) return false
  return member.role === 'agency-head' || ['manager', 'supervisor', 'receiver'].includes(member.relation)
}

/** Whether somebody sees the client: through the case or through its first contact. */
export const seesPerson = (member: Member, circle: Circle) =>
  seesCase(member, circle) || seesInquiry(member, circle)

/** Whether somebody may know where the client lives in hiding: who sees the case by their own name, never by a post. */
export const seesSafeAddress = (member: Member, { agency, level }: Circle) =>
  member.agency === agency && member.relation !== 'head' && circles[level].includes(member.relation)

/** Whether somebody may know who reported it: whoever wrote it down, the manager, who is named, and the head, if they see the first contact. */
export const seesReporter = (member: Member, circle: Circle) =>
  seesInquiry(member, circle) &&
  (member.role === 'agency-head' || ['manager', 'named', 'receiver'].includes(member.relation))

/** Whether somebody answers for a case: its manager, and a supervisor or head who sees it. */
export const answersFor = (member: Member, circle: Circle) =>
  seesCase(member, circle) && (member.role !== 'worker' || member.relation === 'manager')

/** What must come back. `permitted` writes are stopped by what stands there, never by who asks. */
export type Expected =
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-proved'
  | 'not-found'
  | 'not-theirs'
  | 'permitted'

/** What one member must get for one operation on something that they see or do not see. */
export function expectation(member: Member, operation: string, sees: boolean): Expected {
  // Each link opens what it is for; behind it there is nothing of another purpose.
  if (member.name === byLink && ofLinks.includes(operation))
    return ofReferralLinks.includes(operation) ? 'permitted' : 'not-found'
  if (member.name === byClientLink && ofLinks.includes(operation))
    return ofClientLinks.includes(operation) ? 'permitted' : 'not-found'
  if (member.name === byCredential && ofPartners.includes(operation)) return sees ? 'permitted' : 'not-found'
  if (!member.signedIn || ofLinks.includes(operation) || ofPartners.includes(operation))
    return 'not-signed-in'
  const duty = dutyOf(operation)
  const roles = rolesOf[duty]
  if (roles && !roles.includes(member.role)) return 'not-allowed'
  if (duty === 'onTheCase' && member.role === 'agency-head' && notTheHead(operation)) return 'not-allowed'
  if (needProof.includes(operation)) return 'not-proved'
  if (!sees) return 'not-found'
  const worksOnIt = member.relation === 'manager' || member.relation === 'team'
  if (duty === 'onTheCase' && !worksOnIt) return 'not-theirs'
  if (duty === 'needToKnow' && !worksOnIt && member.relation !== 'receiver' && member.role !== 'supervisor')
    return 'not-theirs'
  if (duty === 'answerable' && member.role === 'worker' && member.relation !== 'manager') return 'not-theirs'
  if (duty === 'ownRecord' && member.relation !== 'manager') return 'not-theirs'
  if (duty === 'aroundTheCase' && member.role === 'worker' && !worksOnIt) return 'not-theirs'
  if (duty === 'sending' && ((member.role === 'worker' && !worksOnIt) || member.level > 3))
    return 'not-theirs'
  if (duty === 'secondHand' && (member.relation === 'manager' || member.level > 3)) return 'not-theirs'
  if ((duty === 'drawingUp' || duty === 'licensing') && member.level > 3) return 'not-theirs'
  if (duty === 'approval' && member.level > 2) return 'not-theirs'
  return 'permitted'
}
