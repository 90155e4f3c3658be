import type { World } from '../world.ts'
import type { Reply } from './requests.ts'
import type { Member } from './staff.ts'

/** One request that must have left its lines, or none. */
export type Asked = Readonly<{
  what: string
  operation: string
  act: 'look' | 'change' | 'print' | 'export'
  subject: string | null
  reply: Reply
}>

type Line = Readonly<{
  id: string
  request_id: string
  operation: string
  act: string
  outcome: string
  reason: string
  subject: string | null
  line: string
}>

// Whoever is not signed in and whatever cannot be read leaves no line; every other answer does.
const leavesLines = ({ reply: { status } }: Asked) => status !== 401 && status !== 400

/** The number of the newest line of the audit of somebody's agency: each agency counts its own. */
export async function newestLine(world: World, { worker }: Member): Promise<string> {
  const [row] = await world.rows<{ id: string }>(
    'select coalesce(max(id), 0)::text as id from audit_log where agency_id = $1',
    [worker.agencyId],
  )
  return row?.id ?? '0'
}

/** What is wrong with the lines that one member's requests left, in the order in which they were asked. */
export async function auditFaults(world: World, member: Member, after: string, asked: readonly Asked[]) {
  const lines = await world.rows<Line>(
    `select id::text, request_id, operation, act, outcome, reason, coalesce(case_id, inquiry_id, person_id)::text as subject,
            concat_ws(' ', act, outcome, subject_kind, subject_id, case_id, inquiry_id, person_id) as line
     from audit_log where id > $1 and worker_id = $2 and agency_id = $3 order by audit_log.id`,
    [after, member.worker.id, member.worker.agencyId],
  )
  const byRequest = [...groups(lines).values()]
  const expected = asked.filter(leavesLines)
  if (byRequest.length !== expected.length)
    return [`${member.name}: ${expected.length} requests should have left lines, ${byRequest.length} did`]
  return expected.flatMap((one, index) =>
    faultsOfLines(one, byRequest[index] ?? []).map((fault) => `${member.name} ${one.what}: ${fault}`),
  )
}

function groups(lines: readonly Line[]) {
  const found = new Map<string, Line[]>()
  for (const line of lines) found.set(line.request_id, [...(found.get(line.request_id) ?? []), line])
  return found
}

function faultsOfLines({ operation, act, subject, reply }: Asked, lines: readonly Line[]): string[] {
  const faults: string[] = []
  const done = reply.status < 300
  if (lines.some((line) => line.operation !== operation)) faults.push(`audited as ${lines[0]?.operation}`)
  const main = lines.filter((line) => line.outcome === (done ? 'done' : 'refused'))
  if (main.length === 0 || main.some((line) => line.act !== act))
    faults.push(`no line of a ${act} that was ${done ? 'done' : 'refused'}`)
  if (!done && main.length !== 1) faults.push(`${main.length} lines of one refusal`)
  if (!done && main.some(({ reason }) => reply.text !== '' && !reply.text.startsWith(`{"code":"${reason}"`)))
    faults.push(`refused as ${main[0]?.reason}, answered ${reply.text.slice(0, 60)}`)
  // What was refused is followed by a look only where the present state was shown.
  const others = lines.length - main.length
  if (others > 0 && reply.status !== 412) faults.push(`${others} lines too many`)
  if (new Set(lines.map(({ line }) => line)).size !== lines.length) faults.push('the same line twice')
  if (subject && !lines.some((line) => line.line.includes(subject)))
    faults.push('no line names what was asked for')
  return faults
}
