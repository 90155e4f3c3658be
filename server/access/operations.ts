import type { Level } from '#contract/access.ts'
import type { Role } from '#contract/codes/index.ts'
import type { ActorRole } from './actor.ts'

/**
 * Who may do what. Every route names one of these operations; this table is the only place where the answer stands.
 * - roles: whose duty it is
 * - level: the highest number that may do it alone (annex 2 of the requirements: 4 is the first level, 1 the highest)
 * - team: only whoever works on this case (its manager, or a member of its team)
 * - manager: of the workers only the case's own manager; a supervisor or head who sees the case may as well
 * - oversight: with `team`, also whoever oversees it: a supervisor or the head who sees the case
 * - another: not the author of what is decided on (nobody approves their own work)
 * - lent: also by break-glass: reads the one case that is lent, or its client. Whatever does not say so is not done under it
 * - fresh: only shortly after proving anew who they are (ASVS 7.5.3); the entrance asks, before any record is looked at
 */
export type Rule = Readonly<{
  roles: readonly ActorRole[]
  level?: Level
  team?: true
  manager?: true
  oversight?: true
  another?: true
  fresh?: true
  lent?: true
}>

const everyone: readonly Role[] = ['worker', 'supervisor', 'agency-head', 'agency-administrator', 'inspector']
const caseworkers: readonly Role[] = ['worker', 'supervisor']
const caseReaders: readonly Role[] = ['worker', 'supervisor', 'agency-head']
const directoryReaders: readonly Role[] = [...caseReaders, 'agency-administrator']
/** Who brings whole files into the directory, and takes them out again. */
const importers: readonly Role[] = ['agency-head', 'agency-administrator']
/** Who answers for the work of others. */
export const overseers: readonly ActorRole[] = ['supervisor', 'agency-head']

export const operations = {
  'me.read': { roles: everyone },
  'sign-in.end': { roles: everyone },
  'sign-in.list': { roles: everyone },
  'account.read': { roles: everyone },
  'account.prove': { roles: everyone },
  'account.change': { roles: everyone, fresh: true },

  'agency.read': { roles: everyone },
  'agency.change': { roles: ['agency-administrator'] },
  'agency.name-duty-officer': { roles: ['agency-administrator', 'agency-head'] },
  'settings.read': { roles: everyone },
  'settings.write': { roles: ['agency-administrator', 'agency-head'] },
  'agency.secure': { roles: ['agency-administrator'], fresh: true },
  'worker.list': { roles: everyone },
  'worker.add': { roles: ['agency-administrator'] },
  'worker.change': { roles: ['agency-administrator'] },
  'worker.reset': { roles: ['agency-administrator'], fresh: true },
  'worker.sign-out': { roles: ['agency-administrator'] },

  'person.search': { roles: caseReaders },
  'person.read': { roles: caseReaders, lent: true },
  'person.add': { roles: caseReaders },
  'person.change': { roles: caseReaders },
  'person.show-id-number': { roles: caseReaders },
  'person.propose-merge': { roles: caseReaders },
  'person.list-merges': { roles: caseReaders },
  'person.decide-merge': { roles: overseers, another: true },
  'person.undo-merge': { roles: overseers },
  'client.say-standing': { roles: caseReaders },
  'client.say-kind': { roles: caseReaders },
  'client.read-kind': { roles: caseReaders, lent: true },
  'safe-address.read': { roles: caseReaders },
  'safe-address.change': { roles: caseReaders },

  'inquiry.list': { roles: caseReaders },
  'inquiry.export': { roles: caseReaders },
  'inquiry.read': { roles: caseReaders },
  'inquiry.print': { roles: caseReaders },
  'blank-form.print': { roles: caseReaders },
  'inquiry.open': { roles: caseReaders },
  'inquiry.change': { roles: caseReaders },
  'inquiry.register': { roles: caseReaders },
  'inquiry.assess': { roles: caseworkers },
  'inquiry.decide': { roles: caseworkers },
  'inquiry.take': { roles: caseReaders },
  'crisis.read': { roles: caseReaders },
  'crisis.write': { roles: caseReaders },
  'outreach.list': { roles: caseReaders },
  'outreach.record': { roles: caseReaders },
  'web-request.list': { roles: caseReaders },
  'web-request.handle': { roles: caseReaders },
  'web-form.read': { roles: everyone },
  'web-form.change': { roles: ['agency-administrator', 'agency-head'] },
  'division.list': { roles: directoryReaders },
  'division.load': { roles: importers },
  'leaflet.list': { roles: directoryReaders },
  'leaflet.write': { roles: [...overseers, 'agency-administrator'] },
  'reporter.read': { roles: caseReaders },
  'reporter.write': { roles: caseReaders },

  'case.list': { roles: caseReaders },
  'case.read': { roles: caseReaders, lent: true },
  'case.timeline': { roles: caseReaders, lent: true },
  'case.audit': { roles: caseReaders, manager: true },
  'case.print': { roles: caseReaders },
  'case.confide': { roles: caseReaders, team: true, oversight: true },
  'case.move-to-site': { roles: overseers },
  'case.archive': { roles: caseReaders, team: true },
  'case.reopen': { roles: caseworkers, team: true },

  'break-glass.open': { roles: caseReaders, fresh: true },
  'break-glass.close': { roles: caseReaders },
  'break-glass.list': { roles: [...caseReaders, 'inspector'] },
  'break-glass.review': { roles: caseReaders, manager: true, another: true },

  'case.export': { roles: caseReaders },

  'attachment.list': { roles: caseReaders },
  'attachment.read': { roles: caseReaders },
  'attachment.add': { roles: caseworkers, team: true },
  'attachment.take-away': { roles: caseReaders, team: true, oversight: true },

  'consent.list': { roles: caseReaders },
  'consent.give': { roles: caseworkers, team: true },
  'consent.withdraw': { roles: caseReaders, team: true, oversight: true },
  'consent.except': { roles: caseReaders, team: true, oversight: true },
  'file-copy.list': { roles: caseReaders },
  'file-copy.ask': { roles: caseReaders, team: true, oversight: true },
  'file-copy.decide': { roles: overseers },
  'file-copy.produce': { roles: caseReaders, team: true, oversight: true },
  'file-copy.fetch': { roles: caseReaders, team: true, oversight: true },
  'file-copy.hand-over': { roles: caseReaders, team: true, oversight: true },

  'consent-notice.list': { roles: everyone },
  'consent-notice.write': { roles: ['agency-administrator'] },

  'instrument.list': { roles: caseReaders },
  'instrument.load': { roles: overseers, level: 3 },
  'family.read': { roles: caseReaders },
  'family.write': { roles: caseReaders },
  'ecomap.read': { roles: caseReaders },
  'ecomap.write': { roles: caseworkers, team: true },
  'scale.list': { roles: caseReaders },
  'scale.record': { roles: caseworkers, team: true },
  'scale.decide': { roles: caseReaders, team: true, oversight: true },
  'referral.list': { roles: caseReaders },
  'referral.read': { roles: caseReaders },
  'referral.write': { roles: caseworkers, team: true },
  'referral.send': { roles: caseReaders, level: 3, team: true, oversight: true },
  'referral.move': { roles: caseReaders, team: true, oversight: true },
  'referral.print': { roles: caseReaders },
  'referral.link': { roles: caseworkers, team: true },
  'linked-referral.read': { roles: ['link-receiver'] },
  'linked-referral.answer': { roles: ['link-receiver'] },
  'client-link.read': { roles: caseReaders },
  'client-link.issue': { roles: caseworkers, team: true },
  'linked-paper.read': { roles: ['link-receiver'] },
  'linked-paper.answer': { roles: ['link-receiver'] },
  'partner.list': { roles: ['agency-administrator'] },
  'partner.add': { roles: ['agency-administrator'] },
  'partner.issue': { roles: ['agency-administrator'], fresh: true },
  'partner.revoke': { roles: ['agency-administrator'] },
  'partner-referral.list': { roles: ['partner'] },
  'partner-referral.read': { roles: ['partner'] },
  'partner-referral.answer': { roles: ['partner'] },
  'received-referral.list': { roles: caseReaders },
  'received-referral.read': { roles: caseReaders },
  'received-referral.answer': { roles: caseReaders },

  'interview.read': { roles: caseReaders, lent: true },
  'interview.write': { roles: caseworkers, team: true },
  'interview.sign': { roles: caseworkers, team: true },
  'interview.add-addendum': { roles: caseworkers, team: true },
  'questionnaire.read': { roles: caseReaders },
  'questionnaire.write': { roles: caseReaders, level: 3 },
  'questionnaire.answer': { roles: caseworkers, team: true },
  'questionnaire.results': { roles: caseReaders },
  'questionnaire.export': { roles: caseReaders, level: 3 },
  'questionnaire-answers.list': { roles: caseReaders },
  'outline.read': { roles: caseReaders },
  'outline.write': { roles: caseReaders, level: 3 },

  'assessment.read': { roles: caseReaders, lent: true },
  'assessment.write': { roles: caseworkers, team: true },
  'assessment.sign': { roles: caseworkers, team: true },
  'assessment.add-addendum': { roles: caseworkers, team: true },
  'assessment.cosign': { roles: caseReaders, level: 3, another: true },
  'assessment.confirm': { roles: caseworkers, team: true },
  'evidence.read': { roles: caseReaders },
  'evidence.record': { roles: caseworkers, team: true },

  'plan.read': { roles: caseReaders, lent: true },
  'plan.write': { roles: caseworkers, team: true },
  'plan.sign': { roles: caseworkers, team: true },
  'plan.cosign': { roles: caseReaders, level: 3, another: true },
  'plan.confirm': { roles: caseworkers, team: true },
  'plan.activate': { roles: caseworkers, team: true },

  'record.read': { roles: caseReaders, lent: true },
  'record.write': { roles: caseworkers, team: true },
  'record.sign': { roles: caseworkers, team: true },
  'record.add-addendum': { roles: caseworkers, team: true },
  'step.settle': { roles: caseworkers, team: true },
  'step.move': { roles: caseworkers, team: true },

  'evaluation.read': { roles: caseReaders, lent: true },
  'evaluation.write': { roles: caseworkers, team: true },
  'evaluation.sign': { roles: caseworkers, team: true },
  'evaluation.cosign': { roles: caseReaders, level: 3, another: true },
  'satisfaction.record': { roles: caseworkers, team: true },

  'closing.read': { roles: caseReaders, lent: true },
  'closing.write': { roles: caseworkers, team: true },
  'closing.submit': { roles: caseworkers, team: true },
  'closing.decide': { roles: overseers, level: 2, another: true },

  'own-fields.read': { roles: caseReaders, lent: true },
  'own-fields.write': { roles: caseworkers, team: true },
  'own-work.settle': { roles: caseReaders, team: true, oversight: true },

  'follow-up.read': { roles: caseReaders, lent: true },
  'follow-up.record': { roles: caseworkers, team: true },

  'directory.search': { roles: directoryReaders },
  'directory.read': { roles: directoryReaders },
  'directory.add': { roles: caseReaders },
  'directory.change': { roles: caseReaders },
  'directory.confirm': { roles: caseReaders },
  'directory.export': { roles: directoryReaders },
  'directory.import': { roles: importers },
  'directory.undo': { roles: importers },

  'appointment.list': { roles: caseReaders },
  'appointment.read': { roles: caseReaders },
  'appointment.book': { roles: caseReaders, team: true, oversight: true },
  'appointment.change': { roles: caseReaders, team: true, oversight: true },

  'today.read': { roles: caseReaders },
  'notice.see': { roles: caseReaders },
  'review.list': { roles: caseReaders },
  'statistics.read': { roles: caseReaders },
  'statistics.export': { roles: caseReaders },
  'audit.read': { roles: ['inspector'] },
} as const satisfies Record<string, Rule>

export type Operation = keyof typeof operations
