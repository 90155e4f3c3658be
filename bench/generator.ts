import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'

/** One request of a workload. */
export type Asked = Readonly<{
  method: string
  path: string
  headers: Readonly<Record<string, string>>
  body?: unknown
}>

/** What a run came to: whole pieces of work per second, and how long one took, in milliseconds. */
export type Rate = Readonly<{
  rps: number
  p50: number
  p99: number
  done: number
  failed: number
  /** Processor time for one piece of work, of whoever answers and of the database, in milliseconds; null where unknown. */
  processor: number | null
}>

/** Tells how much processor time whoever is asked has used so far. */
export type Processor = () => number | null

/** Does pieces of work on so many lines at once for so many seconds, each line one after the other. */
export async function drive(
  lines: number,
  seconds: number,
  work: () => Promise<boolean>,
  processor: Processor = () => null,
): Promise<Rate> {
  const took: number[] = []
  let failed = 0
  const before = processor()
  const began = performance.now()
  const until = began + seconds * 1000
  const line = async () => {
    while (performance.now() < until) {
      const start = performance.now()
      if (await work()) took.push(performance.now() - start)
      else failed += 1
    }
  }
  await Promise.all(Array.from({ length: lines }, line))
  const elapsed = (performance.now() - began) / 1000
  const after = processor()
  took.sort((one, other) => one - other)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return {
    rps: took.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    done: took.length,
    failed,
    processor: before === null || after === null ? null : (after - before) / Math.max(1, took.length),
  }
}

/** A way to ask one server over kept connections. */
export function askingAt(port: number, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = ({ method, path, headers, body }: Asked) =>
    new Promise<{ status: number; bytes: number; text: string }>((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const sent =
        text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
      const asked = request(
        { agent, port, host: '127.0.0.1', method, path, headers: { ...headers, ...sent } },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => {
            const whole = Buffer.concat(parts)
            resolve({ status: answer.statusCode ?? 0, bytes: whole.length, text: whole.toString() })
          })
          answer.on('error', reject)
        },
      )
      asked.on('error', reject)
      asked.end(text)
    })
  return { ask, close: () => agent.destroy() }
}
