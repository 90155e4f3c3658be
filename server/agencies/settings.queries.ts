import { z } from 'zod'
import {
  Setting,
  type SettingHistoryQuery,
  type SettingKind,
  type SettingList,
} from '#contract/settings/index.ts'
import type { Day } from '#contract/dates.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { spansOf } from './setting.ts'

// More versions of one kind than an agency writes in its life; the history has them all.
const mostVersions = 2_000

const versions = (tx: Transaction, kind: SettingKind) =>
  tx.db
    .selectFrom('settings as s')
    .leftJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 's.agencyId').onRef('w.id', '=', 's.writtenBy'),
    )
    .select(['s.id', 's.kind', 's.subject', 's.ordinal', 's.effectiveFrom as from', 's.sheet', 's.writtenAt'])
    .select(['w.id as writerId', 'w.name as writerName'])
    .where('s.agencyId', '=', tx.actor.agencyId)
    .where('s.kind', '=', kind)

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]

/** What is in force and what is planned of each sheet of a kind, and whether the reader writes the next version. */
export async function settingList(tx: Transaction, kind: SettingKind): Promise<SettingList> {
  const today = dayOf(tx.now)
  const rows = await versions(tx, kind)
    .orderBy('s.subject')
    .orderBy('s.effectiveFrom', 'desc')
    .orderBy('s.ordinal', 'desc')
    .limit(mostVersions)
    .execute()
  const bySubject = new Map<string, Row[]>()
  for (const row of rows) bySubject.set(row.subject, [...(bySubject.get(row.subject) ?? []), row])
  const shown = [...bySubject.values()].flatMap((some) => viewsOf(some, some, today))
  tx.saw({ kind: 'settings' })
  return {
    today,
    rows: shown.filter(({ state }) => state === 'in-force' || state === 'planned'),
    newest: Object.fromEntries(
      [...bySubject].map(([subject, some]) => [subject, Math.max(...some.map(({ ordinal }) => ordinal))]),
    ),
    abilities: { write: abilityFor(tx.actor, 'settings.write', {}, true) },
  }
}

const Position = z.tuple([z.int()])

/** The versions of one sheet, newest first. */
export async function settingHistory(tx: Transaction, { kind, subject, limit, after }: SettingHistoryQuery) {
  const position = positionIn(after, Position)
  let query = versions(tx, kind)
    .where('s.subject', '=', subject)
    .orderBy('s.ordinal', 'desc')
    .limit(limit + 1)
  if (position) query = query.where('s.ordinal', '<', position[0])
  const page = pageFrom(await query.execute(), limit, (row) => [row.ordinal])
  const all = await tx.db
    .selectFrom('settings')
    .select(['ordinal', 'effectiveFrom as from'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .execute()
  tx.saw({ kind: 'settings' })
  return { rows: viewsOf(page.rows, all, dayOf(tx.now)), next: page.next }
}

function viewsOf(rows: readonly Row[], all: readonly Readonly<{ ordinal: number; from: Day }>[], today: Day) {
  const spans = new Map(spansOf(all, today).map((span) => [span.ordinal, span]))
  return rows.map(({ writerId, writerName, writtenAt, ...row }) =>
    Setting.parse({
      ...row,
      ...spans.get(row.ordinal),
      writtenBy: writerId !== null && writerName !== null ? { id: writerId, name: writerName } : null,
      writtenAt: writtenAt.toISOString(),
    }),
  )
}
