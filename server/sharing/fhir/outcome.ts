import type { OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes'
import { type RefusalCode, type RefusalKind, refusals } from '#contract/refusals.ts'
import type { Facts, FieldProblem } from '#server/kernel/refusal.ts'
import { ownSystem } from './systems.ts'

/** What FHIR calls each kind of no (http://hl7.org/fhir/R4/valueset-issue-type.html). */
const issueOf = {
  who: 'login',
  'not-you': 'forbidden',
  unseen: 'not-found',
  'not-now': 'conflict',
  gone: 'deleted',
  stale: 'conflict',
  unfinished: 'business-rule',
  malformed: 'invalid',
  'version-missing': 'required',
  'too-large': 'too-long',
  'too-many': 'throttled',
  away: 'transient',
  fault: 'exception',
} as const satisfies Record<RefusalKind, OperationOutcomeIssue['code']>

/** What a programmer reads: what happened, and how to mend it. For what a partner meets every day. */
const sentences: Partial<Record<RefusalCode, string>> = {
  'not-signed-in':
    'This credential does not open anything. Send the partner’s credential as “Authorization: Bearer …”; if it has run out or was taken back, ask the agency for a new one.',
  'not-found':
    'There is nothing for you under this address. Search GET Task for the referrals that were sent to you.',
  'version-missing':
    'A PUT names the version it saw. Read the task and send its ETag as If-Match, for example If-Match: W/"3".',
  'changed-meanwhile':
    'The task has changed since you read it, and nothing was written. Read it again and answer its present version.',
  'sharing/not-that-step':
    'This status cannot follow the present one, and nothing was written. requested → received → accepted or rejected; accepted → in-progress ↔ on-hold → completed or failed.',
  'sheet-unfinished':
    'This status needs something said with it, and nothing was written. rejected, on-hold and failed need statusReason.text, in-progress after accepted needs executionPeriod.start (not in the future), completed needs output[0].valueString.',
  'partners/no-such-status':
    'A receiver sets received, accepted, rejected, in-progress, on-hold, completed or failed; every other status is the referrer’s. Nothing was written.',
  'partners/another-task':
    'The id in the body is not the id in the address. Send the task back under its own address.',
  'partners/consent-withdrawn':
    'The client has withdrawn their consent, and this referral can no longer be seen. Stop using what was shared and delete it; call the agency if help has begun.',
  'partners/over':
    'This referral was declined, cancelled or entered in error, and can no longer be seen. Nothing is asked of you.',
  'invalid-json': 'The body is not JSON in UTF-8. Send one Task as application/fhir+json.',
  'not-json': 'Send the body as application/fhir+json in UTF-8.',
  'too-many-requests':
    'Too many requests in a short time. Wait as long as Retry-After says, then go on more slowly.',
  'database-away':
    'The server cannot answer now. Repeat the same request in a minute; nothing is done twice.',
}

const ofKind: Readonly<Record<RefusalKind, string>> = {
  who: 'This credential does not open anything.',
  'not-you': 'This is not a partner’s to do.',
  unseen: 'There is nothing for you under this address.',
  'not-now': 'This cannot be done now. Read the task again.',
  gone: 'This can no longer be seen.',
  stale: 'It has changed since you read it. Read it again.',
  unfinished: 'Something is missing, and nothing was written. The expressions name it.',
  malformed:
    'The request cannot be read as it is. The expressions name what is wrong; see the CapabilityStatement for what is served.',
  'version-missing': 'Send the ETag that you read as If-Match.',
  'too-large': 'The body is too large.',
  'too-many': 'Too many requests in a short time.',
  away: 'The server cannot answer now. Repeat the same request in a minute.',
  fault:
    'Something went wrong on the server. Repeat the request later; if it goes on, tell the agency the time of this answer.',
}

type Told = Readonly<{ code: RefusalCode; facts: Facts; fields: readonly FieldProblem[] }>

/** A path of ours as FHIRPath: `output.0.valueString` is Task.output[0].valueString. */
const expressionOf = (path: string) => `Task.${path.replaceAll(/\.(\d+)/gu, '[$1]')}`

/** A refusal as FHIR tells it: what, where, and how to mend it. */
export function outcomeOf({ code, facts, fields }: Told): OperationOutcome {
  const kind = refusals[code]
  const state = 'state' in facts ? ` It stands at ${String(facts['state'])}.` : ''
  const expression = fields.filter(({ path }) => path !== '').map(({ path }) => expressionOf(path))
  const problems = [...new Set(fields.map((field) => field.code))].filter((one) => one !== code)
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: kind === 'fault' ? 'fatal' : 'error',
        code: issueOf[kind],
        details: {
          coding: [code, ...problems].map((one) => ({ system: ownSystem('refusal'), code: one })),
        },
        diagnostics: `${sentences[code] ?? ofKind[kind]}${state}`,
        ...(expression.length === 0 ? {} : { expression }),
      },
    ],
  }
}
