import { randomUUID } from 'node:crypto'
import type { InquirySheet } from '#contract/case/intake.ts'

/** What one first contact must be, according to the answers that its writer got. */
export type Promised = {
  readonly id: string
  /** The version of the last answer. */
  version: number
  trouble: string
  emergency: boolean | null
  /** Each acknowledged write: its key, and the version its answer named. */
  readonly answers: Map<string, number>
}

/** What the writers were promised, and what happened on the way. */
export type Ledger = {
  readonly promised: Promised[]
  /** Refusals and answers that contradict earlier ones: there must be none. */
  readonly contradictions: string[]
  acknowledged: number
  /** Writes that had to be sent again, because no answer or only a fault came back. */
  repeated: number
  lastAnswerAt: number
}

/** Writers at work. `end` returns when each has the answer to its last write. */
export type Writers = {
  readonly ledger: Ledger
  readonly end: () => Promise<void>
  /** Stops at once, with writes left unanswered: there is nobody any more who could answer. */
  readonly giveUp: () => Promise<void>
}

type Write = {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly body: unknown
  readonly seen?: number
}

const answerMilliseconds = 20_000
const pauseMilliseconds = 200

/**
 * Lets workers write first contacts over HTTP, each as fast as answers come. A write without an answer is sent again, with
 * the same key, until there is one; so in the end everything is known.
 */
export function startWriters(address: string, tokens: readonly string[]): Writers {
  const ledger: Ledger = { promised: [], contradictions: [], acknowledged: 0, repeated: 0, lastAnswerAt: 0 }
  const ending = new AbortController()
  const { signal } = ending
  const gone = new AbortController()
  const working = tokens.map(async (token, writer) => {
    for (let turn = 0; !signal.aborted; turn += 1) await oneContact(token, `${writer}-${turn}`, turn)
  })

  async function oneContact(token: string, name: string, turn: number): Promise<void> {
    const id = randomUUID()
    const promised: Promised = { id, version: 0, trouble: '', emergency: null, answers: new Map() }
    const path = `/inquiries/${id}`
    if (
      !(await send(token, promised, { method: 'POST', path: '/inquiries', body: { id, channel: 'phone' } }))
    )
      return
    ledger.promised.push(promised)
    for (const edition of [1, 2]) {
      if (signal.aborted) return
      const trouble = `${name}-${edition}`
      const body = aSheet(trouble)
      if (!(await send(token, promised, { method: 'PUT', path, body, seen: promised.version }))) return
      promised.trouble = trouble
    }
    if (signal.aborted) return
    const emergency = turn % 2 === 0
    const body = { emergency, reason: '孩子在家', dangerKinds: emergency ? ['violence'] : [] }
    const decided = {
      method: 'PUT',
      path: `${path}/emergency-decision`,
      body,
      seen: promised.version,
    } as const
    if (await send(token, promised, decided)) promised.emergency = emergency
  }

  /** Sends until an answer comes; true when it is the one that was due. */
  async function send(token: string, promised: Promised, write: Write): Promise<boolean> {
    const key = randomUUID()
    for (;;) {
      const answer = await once(address, token, key, write)
      if (answer === null || answer.status >= 500) {
        ledger.repeated += 1
        // Away is an answer, a fault is none: nobody may be shown one because a database restarts.
        if (answer !== null && answer.status !== 503) ledger.contradictions.push(`A fault: ${answer.text}`)
        if (gone.signal.aborted) return false
        await new Promise((resume) => setTimeout(resume, pauseMilliseconds))
        continue
      }
      return acknowledge(ledger, promised, write, key, answer)
    }
  }

  const end = async (): Promise<void> => {
    ending.abort()
    await Promise.all(working)
  }
  return {
    ledger,
    end,
    giveUp: async () => {
      gone.abort()
      await end()
    },
  }
}

/** Notes what was promised by an answer; true when it is the one that was due. */
function acknowledge(ledger: Ledger, promised: Promised, write: Write, key: string, answer: Heard): boolean {
  ledger.lastAnswerAt = Date.now()
  const due = promised.version + 1
  if (answer.status >= 300 || answer.version !== due) {
    ledger.contradictions.push(
      `${write.method} ${write.path}: version ${due} was due, the answer was ${answer.status} ${answer.text}`,
    )
    return false
  }
  ledger.acknowledged += 1
  promised.version = due
  promised.answers.set(key, due)
  return true
}

type Heard = { readonly status: number; readonly version: number; readonly text: string }

/** One attempt; null when nothing was heard. */
async function once(address: string, token: string, key: string, write: Write): Promise<Heard | null> {
  try {
    const answer = await fetch(`${address}/api${write.path}`, {
      method: write.method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(write.seen === undefined ? {} : { 'if-match': `"${write.seen}"` }),
      },
      body: JSON.stringify(write.body),
      signal: AbortSignal.timeout(answerMilliseconds),
    })
    const text = await answer.text()
    const { version = 0 } = JSON.parse(text) as { version?: number }
    return { status: answer.status, version, text: text.slice(0, 200) }
  } catch {
    return null
  }
}

const aSheet = (trouble: string): InquirySheet => ({
  channel: 'phone',
  source: 'self',
  helpType: 'own-initiative',
  clientType: 'voluntary',
  involuntaryGround: null,
  resistance: '',
  callerId: null,
  clientId: null,
  callerRelation: null,
  referrerName: '',
  referrerReason: '',
  willingness: 3,
  situation: '孩子与奶奶同住',
  trouble,
  toldItems: [],
  toldLanguage: null,
  noticeGround: null,
  emotionalSupport: '',
})
