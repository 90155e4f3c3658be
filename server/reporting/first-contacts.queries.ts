import { sql } from 'kysely'
import { z } from 'zod'
import {
  caseSource,
  contactChannel,
  helpResult,
  intakeDecision,
  potentialClientKind,
} from '#contract/codes/index.ts'
import { FirstContacts, type Month } from '#contract/reporting.ts'
import type { Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { monthSpan } from './month-span.ts'

const Counted = z.object({
  what: z.enum(['channel', 'source', 'decision', 'help', 'potential']),
  code: z.string(),
  total: z.int(),
  part: z.int(),
})
type Counted = z.infer<typeof Counted>

/** What a month brought to the desk, each group in the order of its list; what nobody said stands last. */
export async function firstContacts(tx: Transaction, month: Month): Promise<FirstContacts> {
  const { from, until } = monthSpan(month)
  const asked = sql`select * from count_first_contacts(${from}, ${until}, ${dayOf(from)}, ${dayOf(until)})`
  const counted = Counted.array().parse((await asked.execute(tx.db)).rows)
  tx.saw({ kind: 'statistics' })
  const channels = linesOf(counted, 'channel', contactChannel.codes)
  const decisions = linesOf(counted, 'decision', intakeDecision.codes)
  return FirstContacts.parse({
    month,
    contacts: sum(channels.map(({ total }) => total)),
    emergencies: sum(decisions.map(({ part }) => part)),
    outsideHours: sum(channels.map(({ part }) => part)),
    channels: channels.map(({ code, total, part }) => ({
      channel: code,
      contacts: total,
      outsideHours: part,
    })),
    sources: linesOf(counted, 'source', caseSource.codes).map(({ code, total, part }) => ({
      source: code,
      contacts: total,
      emergencies: part,
    })),
    decisions: decisions.map(({ code, total, part }) => ({
      decision: code,
      contacts: total,
      emergencies: part,
    })),
    earlierHelp: linesOf(counted, 'help', helpResult.codes).map(({ code, total, part }) => ({
      result: code,
      attempts: total,
      contacts: part,
    })),
    potential: linesOf(counted, 'potential', potentialClientKind.codes).map(({ code, total, part }) => ({
      kind: code,
      people: total,
      became: part,
    })),
  })
}

function linesOf(counted: readonly Counted[], what: Counted['what'], codes: readonly string[]) {
  const order = (code: string) => (code === '' ? codes.length : codes.indexOf(code))
  return counted
    .filter((line) => line.what === what)
    .toSorted((one, other) => order(one.code) - order(other.code))
    .map((line) => ({ ...line, code: line.code === '' ? null : line.code }))
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
