import { z } from 'zod'
import { Ability } from '#contract/access.ts'
import { Correction, Need, Problem, Strength, AssessmentSheet } from '#contract/case/assessment.ts'
import { confirmationResult, confirmer, informant, linkPurpose } from '#contract/codes/index.ts'
import { Id } from '#contract/ids.ts'
import { DataName, Instrument, InstrumentAnswers } from '#contract/instruments.ts'
import { Language } from '#contract/language.ts'
import { pageOf, PageQuery } from '#contract/page.ts'
import { GivenAnswers } from '#contract/questionnaires/answered.ts'
import { Questionnaire } from '#contract/questionnaires/index.ts'
import { rowsOf } from '#contract/rows.ts'
import { IssueLink, LinkView } from '#contract/secure-links.ts'
import { DraftText } from '#contract/text.ts'

/** What somebody is asked for on their own phone: that they confirm an assessment, or fill something in. */
export const Asked = z.discriminatedUnion('purpose', [
  z.strictObject({ purpose: z.literal('confirmation'), assessmentId: Id }),
  z.strictObject({
    purpose: z.literal('scale'),
    instrument: DataName.meta({ maxLength: 40, minLength: 1 }),
    instrumentVersion: z.int().min(1).max(1_000_000),
    informant: informant.schema,
  }),
  z.strictObject({
    purpose: z.literal('questionnaire'),
    questionnaireId: Id,
    questionnaireVersion: z.int().min(1).max(1_000_000),
  }),
])
export type Asked = z.infer<typeof Asked>

/** Issues a link to the client of a case, or to a guardian: each has a link and an answer of their own. */
export const IssueClientLink = IssueLink.extend({ asked: Asked, receiverId: Id, language: Language })
export type IssueClientLink = z.infer<typeof IssueClientLink>

/** A link to a client as the worker sees it; `answer` says whether it came, and whether it stands in the case. */
export const ClientLinkView = LinkView.extend({
  purpose: linkPurpose.schema,
  /** The assessment; of a scale or a questionnaire, the record that the answer becomes. */
  subjectId: Id,
  /** Which scale or questionnaire. */
  about: z.string(),
  answer: z.enum(['none', 'arrived', 'taken']),
})
export type ClientLinkView = z.infer<typeof ClientLinkView>

/** Somebody to whom a link may be issued. */
export const LinkReceiver = z.object({ id: Id, name: z.string(), part: confirmer.schema })
export type LinkReceiver = z.infer<typeof LinkReceiver>

/** The links to clients of a case for one purpose, newest first; to whom one may go, and whether this reader may issue one now. */
export const ClientLinkPage = pageOf(ClientLinkView).extend({
  receivers: z.array(LinkReceiver),
  abilities: z.object({ issue: Ability }),
})
export type ClientLinkPage = z.infer<typeof ClientLinkPage>

/** For one purpose, and where it is said, for one subject. */
export const ClientLinkQuery = PageQuery.extend({
  purpose: linkPurpose.schema.exclude(['referral']),
  subjectId: Id.optional(),
})
export type ClientLinkQuery = z.infer<typeof ClientLinkQuery>

/** A link that was just issued; its token and its code are shown once. */
export const IssuedClientLink = z.object({
  link: ClientLinkView,
  token: z.string(),
  code: z.string().nullable(),
})
export type IssuedClientLink = z.infer<typeof IssuedClientLink>

/** What the client reads of an assessment: no codes, no theory, nothing of the worker's analysis but its understanding. */
export const PlainSheet = z.object({
  ...AssessmentSheet.pick({ presenting: true, summary: true, suggestion: true, plainWords: true }).shape,
  // Whatever else a row says is left out, and not refused.
  strengths: z.array(Strength.pick({ id: true, description: true }).strip()),
  problems: z.array(Problem.pick({ id: true, description: true, cause: true, since: true }).strip()),
  needs: z.array(Need.pick({ id: true, description: true, clientWords: true }).strip()),
})
export type PlainSheet = z.infer<typeof PlainSheet>

/** What a link shows, laid down when it was issued. */
export const LinkPaper = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('confirmation'), clientName: z.string(), sheet: PlainSheet }),
  z.object({ purpose: z.literal('scale'), instrument: Instrument, informant: informant.schema }),
  z.object({
    purpose: z.literal('questionnaire'),
    questionnaireId: Id,
    questionnaireVersion: z.int(),
    sheet: Questionnaire,
  }),
])
export type LinkPaper = z.infer<typeof LinkPaper>

/** Where to get help at once: what the agency says, with its telephones. */
export const HelpNow = z.object({
  emergencyNumbers: z.string(),
  phones: z.array(z.object({ name: z.string(), phone: z.string() })),
})
export type HelpNow = z.infer<typeof HelpNow>

/** What the receiver of a link sees. */
export const LinkedPaperView = z.object({
  linkId: Id,
  fromAgency: z.string(),
  receiverName: z.string(),
  language: Language,
  paper: LinkPaper,
  help: HelpNow,
  version: z.int(),
})
export type LinkedPaperView = z.infer<typeof LinkedPaperView>

/** The link for which it was typed: on one phone two people may have opened one each, and nobody answers for the other. */
const linkId = Id

/** What they answer: the view of an assessment line by line, or the answers to what was asked. */
export const PaperAnswer = z.discriminatedUnion('purpose', [
  z.strictObject({
    linkId,
    purpose: z.literal('confirmation'),
    view: confirmationResult.schema,
    text: DraftText,
    language: Language,
    corrections: rowsOf(Correction, 130, 'line').default([]),
  }),
  z.strictObject({ linkId, purpose: z.literal('scale'), language: Language, answers: InstrumentAnswers }),
  z.strictObject({ linkId, purpose: z.literal('questionnaire'), language: Language, answers: GivenAnswers }),
])
export type PaperAnswer = z.infer<typeof PaperAnswer>

/** It arrived. Where the answers tell of danger, whoever answered is told where help is, and never a score. */
export const AnsweredPaper = z.object({ danger: z.boolean(), version: z.int() })
export type AnsweredPaper = z.infer<typeof AnsweredPaper>

/** What links to clients may say no with. */
export const clientLinkRefusals = {
  'client-links/sealed': 'not-now',
  'client-links/no-such-assessment': 'unfinished',
  'client-links/not-client-or-guardian': 'unfinished',
  'client-links/other-purpose': 'unfinished',
} as const
