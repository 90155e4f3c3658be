import { z } from 'zod'
import {
  type CaseAlert,
  CaseClient,
  type CaseView,
  Guardian,
  type NextStep,
  placeOf,
  RecordLine,
  type StageLine,
  TeamMember,
} from '#contract/case/overview.ts'
import {
  birthDatePrecision,
  clientGroup,
  confidentiality,
  riskLevel,
  serviceField,
  type Stage,
} from '#contract/codes/index.ts'
import { TaskKind } from '#contract/workday.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { together } from '#server/platform/database/together.ts'
import { isMinorOn } from '#server/people/index.ts'
import {
  clientOf,
  firstTaskOf,
  guardiansOf,
  membersOf,
  type RecordRow,
  recordsOf,
  stageEntries,
} from './case-facts.queries.ts'
import { latestConfiding } from './confidentiality.repository.ts'
import { lookAtCase } from './lifecycle.repository.ts'
import { type CaseFile, stages } from './lifecycle.ts'
import { needOf } from './next-step.ts'

/** The case as a whole as this reader sees it: the person, what comes next, how far it has come. Opening it is audited. */
export async function viewCase(tx: Transaction, caseId: string): Promise<CaseView> {
  // All of it travels with the look; where that finds nothing, nothing of the rest is used.
  const [caseFile, clientRow, guardianRows, members, recordRows, entries, task, confided] = await together([
    lookAtCase(tx, caseId),
    clientOf(tx, caseId),
    guardiansOf(tx, caseId),
    membersOf(tx, caseId),
    recordsOf(tx, caseId),
    stageEntries(tx, caseId),
    firstTaskOf(tx, caseId),
    latestConfiding(tx, caseId),
  ])
  if (!clientRow) throw new Refusal('not-found')
  const client = CaseClient.parse(clientRow)
  const guardians = z.array(Guardian).parse(guardianRows)
  const team = members.map(({ id, name, source }) => TeamMember.parse({ worker: { id, name }, source }))
  const records = recordRows.map(lineFrom)
  const manager = team.find(({ worker }) => worker.id === caseFile.caseManagerId)?.worker
  return {
    ...headOf(caseFile),
    client,
    guardians,
    alerts: alertsOf(tx, { caseFile, client, guardians, records }),
    manager: manager ?? { id: caseFile.caseManagerId, name: '' },
    team,
    stages: pathOf(caseFile, entries),
    nextStep: nextStepOf(caseFile, task, manager),
    records,
    version: caseFile.version,
    breakGlass: tx.actor.lent
      ? { openingId: tx.actor.lent.openingId, until: tx.actor.lent.until.toISOString() }
      : null,
    confided,
    abilities: abilitiesOf(tx, caseFile),
  }
}

const headOf = (caseFile: CaseFile) => ({
  id: caseFile.id,
  number: caseFile.number,
  state: caseFile.state,
  stage: caseFile.stage,
  confidentiality: confidentiality.schema.parse(caseFile.confidentiality),
  riskLevel: riskLevel.schema.parse(caseFile.riskLevel),
  serviceFields: z.array(serviceField.schema).parse(caseFile.serviceFields),
  clientGroups: z.array(clientGroup.schema).parse(caseFile.clientGroups),
  openedAt: caseFile.openedAt.toISOString(),
  closedAt: caseFile.closedAt?.toISOString() ?? null,
  archivedAt: caseFile.archivedAt?.toISOString() ?? null,
  keepUntil: caseFile.keepUntil,
  inquiryId: caseFile.inquiryId,
})

const lineFrom = ({ authorId, authorName, ...row }: RecordRow) =>
  RecordLine.parse({ ...row, author: authorId && authorName ? { id: authorId, name: authorName } : null })

/** The path: behind the stage it stands in, that stage, and those ahead. What is archived is all behind. */
function pathOf({ stage, state, openedAt }: CaseFile, entries: ReadonlyMap<string, Date>): StageLine[] {
  const enteredAt = (each: Stage) => entries.get(each) ?? (each === 'intake' ? openedAt : undefined)
  const here = state === 'archived' ? stages.length : stages.indexOf(stage)
  return stages.map((each, place) => ({
    stage: each,
    state: place < here ? 'done' : place === here ? 'current' : 'ahead',
    enteredAt: (place <= here && enteredAt(each)?.toISOString()) || null,
  }))
}

/** The open work that is due first; with none, what the stage asks of the case manager. */
function nextStepOf(
  caseFile: CaseFile,
  task: Awaited<ReturnType<typeof firstTaskOf>>,
  manager: NextStep['owner'] | undefined,
): NextStep | null {
  if (task) {
    const kind = TaskKind.parse(task.kind)
    const owner = { id: task.ownerId, name: task.ownerName }
    return { kind, dueAt: task.dueAt.toISOString(), owner, where: placeOf[kind] }
  }
  const kind = needOf(caseFile.state, caseFile.stage)
  return kind && manager ? { kind, dueAt: null, owner: manager, where: placeOf[kind] } : null
}

type Known = {
  caseFile: CaseFile
  client: CaseClient
  guardians: readonly Guardian[]
  records: readonly RecordLine[]
}

/** What must be known before anything else is read; danger to people first. */
function alertsOf(tx: Transaction, { caseFile, client, guardians, records }: Known): CaseAlert[] {
  const precision = birthDatePrecision.schema.parse(client.birthPrecision)
  const birth = client.birthDate === null ? null : { date: client.birthDate, precision }
  const minor = isMinorOn(dayOf(tx.now), birth)
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

function abilitiesOf(
  { actor }: Transaction,
  { state, team, caseManagerId }: CaseFile,
): CaseView['abilities'] {
  return {
    work: abilityFor(actor, 'record.write', { team }, state === 'open'),
    archive: abilityFor(actor, 'case.archive', { team }, state === 'closed'),
    reopen: abilityFor(actor, 'case.reopen', { team }, state === 'closed'),
    print: abilityFor(actor, 'case.print', { team }, true),
    audit: abilityFor(actor, 'case.audit', { managerId: caseManagerId }, true),
    confide: abilityFor(actor, 'case.confide', { team }, state !== 'archived'),
  }
}
