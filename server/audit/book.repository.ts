import type { Database } from '#server/platform/database/database.ts'
import type { SealedLine } from './witness.repository.ts'

/** What a look came to, with its lines. */
type Looked<View> = Readonly<{ view: View; lines: readonly SealedLine[] }>

/** Lays the lines of looks on the audit, those that wait together. */
export type AuditBook = Readonly<{
  /** Does a look and lays its lines down. Resolves with what was seen when they are on the disk, and not before. */
  after: <View>(agencyId: string, look: () => Promise<Looked<View>>) => Promise<View>
}>

const layDown = 'select lay_down_looks($1, $2)'
const flush = `select pg_logical_emit_message(true, 'alongside', '')::text`

/** For so long lines wait for those of looks that are under way, and for so many at the most. */
const waitMilliseconds = 3
const fullPage = 20

type Entry = Readonly<{ lines: readonly SealedLine[]; done: () => void; failed: (error: unknown) => void }>

/** What waits of one agency. `underWay` counts the looks whose lines are still to come. */
type Page = { entries: Entry[]; underWay: number; isWriting: boolean; timer: NodeJS.Timeout | undefined }

/**
 * A look writes nothing but its lines, so they need not be written in the transaction that looked: they are laid down after
 * it and before its answer leaves. Lines of looks that come at once share a page: one turn in the agency's chain, one flush.
 */
export function auditBook({ sendFlights }: Pick<Database, 'sendFlights'>): AuditBook {
  const pages = new Map<string, Page>()

  const pageOf = (agencyId: string): Page => {
    const page = pages.get(agencyId) ?? { entries: [], underWay: 0, isWriting: false, timer: undefined }
    pages.set(agencyId, page)
    return page
  }

  const write = (agencyId: string, entries: readonly Entry[]) => {
    const lines = JSON.stringify(entries.flatMap((entry) => entry.lines.map(plain)))
    // As with every act: the chain is free before the disk is waited for.
    return sendFlights('audit', [{ text: layDown, values: [agencyId, lines] }], [{ text: flush, values: [] }])
  }

  /** Writes a page; where it is refused, each look of it for itself, so that none falls with another's line. */
  async function turn(agencyId: string, entries: readonly Entry[]): Promise<void> {
    try {
      await write(agencyId, entries)
      for (const { done } of entries) done()
    } catch (error) {
      const [first, ...others] = entries
      if (others.length === 0) first?.failed(error)
      else for (const entry of entries) await turn(agencyId, [entry])
    }
  }

  async function writePage(agencyId: string, page: Page) {
    clearTimeout(page.timer)
    page.timer = undefined
    page.isWriting = true
    await turn(agencyId, page.entries.splice(0))
    page.isWriting = false
    goOn(agencyId, page)
  }

  function goOn(agencyId: string, page: Page) {
    if (page.isWriting) return
    if (page.entries.length === 0) {
      if (page.underWay === 0) pages.delete(agencyId)
    } else if (page.underWay === 0 || page.entries.length >= fullPage) void writePage(agencyId, page)
    else page.timer ??= setTimeout(() => void writePage(agencyId, page), waitMilliseconds)
  }

  async function after<View>(agencyId: string, look: () => Promise<Looked<View>>): Promise<View> {
    const page = pageOf(agencyId)
    page.underWay += 1
    let looked: Looked<View>
    try {
      looked = await look()
    } catch (error) {
      page.underWay -= 1
      goOn(agencyId, page)
      throw error
    }
    page.underWay -= 1
    // What another agency shared leaves a line on that agency's audit too.
    const agencies = [...new Set([agencyId, ...looked.lines.map((line) => line.agencyId)])]
    await Promise.all(
      agencies.map((one) =>
        lay(
          one,
          looked.lines.filter((line) => line.agencyId === one),
        ),
      ),
    )
    return looked.view
  }

  const lay = (agencyId: string, lines: readonly SealedLine[]) =>
    new Promise<void>((done, failed) => {
      const page = pageOf(agencyId)
      page.entries.push({ lines, done, failed })
      goOn(agencyId, page)
    })

  return { after }
}

/** A line as the database reads it out of JSON. Its act and outcome are not told: what is laid down so is a look that was done. */
const plain = ({ mac, agencyId: _agency, act: _act, outcome: _outcome, ...line }: SealedLine) => ({
  ...line,
  mac: mac.toString('hex'),
})
