import { z } from 'zod'
import {
  type CaseAlert,
  type CaseClient,
  type CaseView,
  type Guardian,
  type NextStep,
  placeOf,
  type RecordLine,
  type StageLine,
} from '#contract/case/overview.ts'
import {
  birthDatePrecision,
  clientGroup,
  withOwn,
  confidentiality,
  riskLevel,
  serviceField,
  type Stage,
} from '#contract/codes/index.ts'
import { Names } from '#contract/settings/index.ts'
import { abilityFor, ask, type Seer, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { TextRow } from '#server/platform/database/one-flight.ts'
import { isMinorOn } from '#server/people/index.ts'
import { type CaseFacts, caseFactsFrom, caseFactsStatement } from './case-facts.queries.ts'
import { type CaseFile, orderOf } from './lifecycle.ts'
import { needOf } from './next-step.ts'

/** The case as a whole as this reader sees it: the person, what comes next, how far it has come. Opening it is audited. */
export const viewCase = async (tx: Transaction, caseId: string): Promise<CaseView> =>
  caseView(tx, caseFactsFrom(tx, await ask(tx, caseFactsStatement(tx, caseId))))

/** The same as a glance. */
export const caseGlance = (caseId: string) => (seer: Seer) => ({
  statement: caseFactsStatement(seer, caseId),
  onePlan: true,
  view: (rows: readonly TextRow[]) => caseView(seer, caseFactsFrom(seer, rows)),
})

function caseView(seer: Seer, facts: CaseFacts | null): CaseView {
  if (!facts) throw new Refusal('not-found')
  const { caseFile, client, guardians, team, records, entries, task, confided, site, movedToSite } = facts
  seer.saw({ kind: 'case', id: caseFile.id, caseId: caseFile.id, personId: caseFile.clientId })
  const manager = team.find(({ worker }) => worker.id === caseFile.caseManagerId)?.worker
  const { lent } = seer.actor
  return {
    ...headOf(caseFile),
    site: site && Names.parse(site),
    siteId: caseFile.siteId,
    movedToSite,
    client,
    guardians,
    alerts: alertsOf(seer, { caseFile, client, guardians, records }),
    manager: manager ?? { id: caseFile.caseManagerId, name: '' },
    team,
    stages: pathOf(caseFile, entries),
    nextStep: nextStepOf(caseFile, task, manager),
    records,
    version: caseFile.version,
    breakGlass: lent ? { openingId: lent.openingId, until: lent.until.toISOString() } : null,
    confided,
    abilities: abilitiesOf(seer, caseFile),
  }
}

const ServiceFields = z.array(withOwn(serviceField))
const ClientGroups = z.array(withOwn(clientGroup))

const headOf = (caseFile: CaseFile) => ({
  id: caseFile.id,
  number: caseFile.number,
  state: caseFile.state,
  stage: caseFile.stage,
  confidentiality: confidentiality.schema.parse(caseFile.confidentiality),
  riskLevel: riskLevel.schema.parse(caseFile.riskLevel),
  serviceFields: ServiceFields.parse(caseFile.serviceFields),
  clientGroups: ClientGroups.parse(caseFile.clientGroups),
  template: caseFile.template,
  openedAt: caseFile.openedAt.toISOString(),
  closedAt: caseFile.closedAt?.toISOString() ?? null,
  archivedAt: caseFile.archivedAt?.toISOString() ?? null,
  keepUntil: caseFile.keepUntil,
  inquiryId: caseFile.inquiryId,
})

/** The path: behind the stage it stands in, that stage, and those ahead. What is archived is all behind. */
function pathOf(caseFile: CaseFile, entries: CaseFacts['entries']): StageLine[] {
  const { stage, state, openedAt, template } = caseFile
  const order: readonly Stage[] = orderOf[template]
  const enteredAt = (each: Stage) =>
    instantOf(entries[each]) ?? (each === order[0] ? openedAt.toISOString() : null)
  const here = state === 'archived' ? order.length : order.indexOf(stage)
  return order.map((each, place) => ({
    stage: each,
    state: place < here ? 'done' : place === here ? 'current' : 'ahead',
    enteredAt: place <= here ? enteredAt(each) : null,
  }))
}

const instantOf = <Text extends string | undefined>(at: Text) => (at && new Date(at).toISOString()) as Text

/** The open work that is due first; with none, what the stage asks of the case manager. */
function nextStepOf(
  caseFile: CaseFile,
  task: CaseFacts['task'],
  manager: NextStep['owner'] | undefined,
): NextStep | null {
  if (task) {
    const { id, names, kind, owner } = task
    const own = kind !== 'own-rule' ? null : { taskId: id, names: Names.parse(names) }
    return { kind, dueAt: instantOf(task.dueAt), owner, where: placeOf[kind], own }
  }
  const kind = needOf(caseFile.state, caseFile.stage)
  return kind && manager ? { kind, dueAt: null, owner: manager, where: placeOf[kind], own: null } : null
}

type Known = {
  caseFile: CaseFile
  client: CaseClient
  guardians: readonly Guardian[]
  records: readonly RecordLine[]
}

/** What must be known before anything else is read; danger to people first. */
function alertsOf({ now }: Seer, { caseFile, client, guardians, records }: Known): CaseAlert[] {
  const precision = birthDatePrecision.schema.parse(client.birthPrecision)
  const birth = client.birthDate === null ? null : { date: client.birthDate, precision }
  const minor = isMinorOn(dayOf(now), birth)
  const [newest] = records.filter(({ kind }) => kind === 'assessment')
  const open = caseFile.state === 'open'
  const alerts: readonly (readonly [CaseAlert, boolean])[] = [
    ['emergency', open && caseFile.emergency],
    ['high-risk', open && ['high', 'urgent'].includes(caseFile.riskLevel)],
    ['restricted', caseFile.confidentiality !== 'normal'],
    ['minor', minor],
    ['no-guardian', open && (minor || client.legalCapacity !== 'full') && guardians.length === 0],
    ['assessment-not-confirmed', open && newest?.state === 'not-confirmed'],
  ]
  return alerts.filter(([, holds]) => holds).map(([alert]) => alert)
}

function abilitiesOf({ actor }: Seer, { state, team, caseManagerId }: CaseFile): CaseView['abilities'] {
  return {
    work: abilityFor(actor, 'record.write', { team }, state === 'open'),
    archive: abilityFor(actor, 'case.archive', { team }, state === 'closed'),
    reopen: abilityFor(actor, 'case.reopen', { team }, state === 'closed'),
    print: abilityFor(actor, 'case.print', { team }, true),
    audit: abilityFor(actor, 'case.audit', { managerId: caseManagerId }, true),
    confide: abilityFor(actor, 'case.confide', { team }, state !== 'archived'),
    moveToSite: abilityFor(actor, 'case.move-to-site', {}, state === 'open'),
  }
}
