import { execFileSync } from 'node:child_process'
import { askingAt } from './generator.ts'

/** What happens before any work is done, and what the server weighs after all of it. */
export type Beginnings = Readonly<{
  /** From nothing: an empty database is laid out first. */
  coldStartMilliseconds: number
  warmStartMilliseconds: number
  /** The server with its children, without the database, after the last workload. */
  serverMegabytes: number
  /** What a browser loads before anybody signs in, as it travels. */
  firstPageBytes: number
  firstPageRequests: number
}>

/** Resident memory of a process and everything it started, in megabytes. */
export function megabytesOf(pid: number): number {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u).map(Number))
  const tree = new Set([pid])
  // A child stands after its parent or before it: once more for each depth there can be.
  for (let depth = 0; depth < 4; depth += 1)
    for (const [id = 0, parent = 0] of lines) if (tree.has(parent)) tree.add(id)
  const kilobytes = lines.reduce((sum, [id = 0, , rss = 0]) => sum + (tree.has(id) ? rss : 0), 0)
  return Math.round(kilobytes / 1024)
}

/** Asks for the first page and what it names, compressed as for a browser. */
export async function firstPage(port: number) {
  const { ask, close } = askingAt(port, 4)
  const get = (path: string, encoding: string) =>
    ask({ method: 'GET', path, headers: { 'accept-encoding': encoding } })
  const { text } = await get('/', 'identity')
  const named = Array.from(text.matchAll(/(?:src|href)="(\/[^"]+)"/gu), ([, path = '']) => path)
  const answers = await Promise.all(['/', ...named].map((path) => get(path, 'br')))
  close()
  const wrong = answers.find(({ status }) => status !== 200)
  if (wrong) throw new Error(`The first page is not whole: ${wrong.status}`)
  return {
    firstPageBytes: answers.reduce((sum, { bytes }) => sum + bytes, 0),
    firstPageRequests: answers.length,
  }
}

/** These figures as lines under the table. */
export const beginningsTable = (figures: Beginnings) =>
  [
    `cold start, on an empty database  ${(figures.coldStartMilliseconds / 1000).toFixed(1)} s`,
    `warm start                        ${(figures.warmStartMilliseconds / 1000).toFixed(1)} s`,
    `memory of the server              ${figures.serverMegabytes} MB`,
    `first page                        ${Math.round(figures.firstPageBytes / 1000)} kB in ${figures.firstPageRequests} requests`,
  ].join('\n')
