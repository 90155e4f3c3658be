import type { SaveState } from '#web/ui/index.ts'
import { RefusedByServer, ServerUnreachable, type Versioned } from './api.ts'
import type { DraftStore } from './draft-store.ts'
import { carryForward, restoreDecision, retryDelay, same } from './draft.ts'

/** What a sheet shows: its value, where that value is, and what stands in the way of saving it. */
export type Draft<Value> = {
  value: Value
  state: SaveState
  version: number
  /** ISO moment of the last save in this sitting. */
  savedAt: string | null
  /** Text from an earlier sitting was put back. */
  restored: boolean
  /** The newer version, while the state is `conflict`; `base` is what both grew from. */
  theirs: Versioned<Value> | null
  base: Value
  /** What the server said no to, until the next change; anything but a refusal is a fault. */
  refusal: Error | null
}

export type DraftTask<Value> = {
  key: string
  load: Versioned<Value>
  save: (value: Value, version: number) => Promise<Versioned<Value>>
  /** Fetches the record as it now is, after somebody else changed it. */
  reload: () => Promise<Versioned<Value>>
}

/** Some of what was sent is kept, as `kept` says; for the rest there is a refusal. What is typed stays as it is. */
export class KeptInPart<Value> extends Error {
  readonly refusal: Error
  readonly kept: Versioned<Value>

  constructor(refusal: Error, kept: Versioned<Value>) {
    super(refusal.message)
    this.refusal = refusal
    this.kept = kept
  }
}

/** Milliseconds without typing before a save begins. */
const pause = 800

/**
 * Keeps one record saved as it is written: first on this device, then on the server.
 *
 *   saved ──set──▶ unsaved ──800 ms──▶ saving ──▶ saved
 *                     ▲                  ├─ no answer ─▶ offline ──back-off──▶ saving
 *                     └──── refused ─────┤
 *                                        └─ 412 ──▶ conflict ──resolve──▶ unsaved
 */
export class DraftKeeper<Value extends object> {
  private draft: Draft<Value>
  private task: DraftTask<Value>
  private readonly store: DraftStore
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  private attempt = 0

  constructor(task: DraftTask<Value>, store: DraftStore) {
    this.task = task
    this.store = store
    this.draft = this.opened(task)
  }

  readonly snapshot = (): Draft<Value> => this.draft

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Begins when the screen stands: sends restored text, and drops a kept copy the server already has. */
  start(): void {
    if (this.draft.state === 'saved') this.store.drop(this.task.key)
    if (this.draft.state === 'unsaved') this.plan(pause)
  }

  /** The save and reload functions of the latest drawing of the screen. */
  follow(task: DraftTask<Value>): void {
    this.task = task
  }

  /** Takes what was typed: keeps it here at once, sends it after a pause. */
  set(value: Value): void {
    const state = this.draft.state === 'conflict' ? 'conflict' : 'unsaved'
    this.tell({ value, state, refusal: null })
    this.keep()
    if (state === 'unsaved') this.plan(pause)
  }

  /** Saves now. Resolves when everything typed so far is on the server, or cannot be brought there now. */
  async flush(): Promise<Draft<Value>> {
    clearTimeout(this.timer)
    if (this.running) await this.running
    if (this.draft.state === 'unsaved' || this.draft.state === 'offline') await this.begin()
    return this.draft
  }

  /** Ends a conflict with the value the writer chose, on top of the newer version. */
  resolve(value: Value): void {
    const { theirs } = this.draft
    if (!theirs) return
    this.tell({ value, base: theirs.value, version: theirs.version, theirs: null, state: 'unsaved' })
    this.keep()
    this.plan(0)
  }

  /** Stops the clock when the screen goes. What is unsaved stays on this device. */
  stop(): void {
    clearTimeout(this.timer)
  }

  private opened(task: DraftTask<Value>): Draft<Value> {
    const kept = this.store.read<Value>(task.key)
    const decision = restoreDecision(kept, task.load)
    const { value: base, version } = task.load
    const draft: Draft<Value> = {
      value: base,
      base,
      version,
      state: 'saved',
      savedAt: null,
      restored: false,
      theirs: null,
      refusal: null,
    }
    if (decision === 'nothing' || !kept) return draft
    if (decision === 'restore') return { ...draft, value: kept.mine, state: 'unsaved', restored: true }
    return {
      ...draft,
      value: kept.mine,
      base: kept.base,
      version: kept.version,
      state: 'conflict',
      theirs: task.load,
      restored: true,
    }
  }

  private plan(wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), wait)
  }

  private begin(): Promise<void> {
    this.running = this.send().finally(() => (this.running = null))
    return this.running
  }

  private async send(): Promise<void> {
    const { value: sent, version } = this.draft
    this.tell({ state: 'saving' })
    try {
      this.saved(sent, await this.task.save(sent, version))
    } catch (refusal) {
      await this.notSaved(sent, refusal)
    }
  }

  private saved(sent: Value, answer: Versioned<Value>): void {
    this.attempt = 0
    const value = carryForward(sent, this.draft.value, answer.value)
    const whole = same(sent, this.draft.value)
    const savedAt = new Date().toISOString()
    this.tell({
      value,
      base: answer.value,
      version: answer.version,
      savedAt,
      state: whole ? 'saved' : 'unsaved',
      restored: false,
      refusal: null,
    })
    if (whole) this.store.drop(this.task.key)
    else {
      this.keep()
      this.plan(pause)
    }
  }

  private async notSaved(sent: Value, refusal: unknown): Promise<void> {
    if (refusal instanceof ServerUnreachable) return this.later()
    if (refusal instanceof RefusedByServer && refusal.status === 412) return this.overtaken(sent)
    if (refusal instanceof KeptInPart) return this.keptInPart(refusal as KeptInPart<Value>)
    this.tell({ state: 'unsaved', refusal: refusal instanceof Error ? refusal : new Error(String(refusal)) })
  }

  private keptInPart({ refusal, kept }: KeptInPart<Value>): void {
    this.tell({ state: 'unsaved', base: kept.value, version: kept.version, refusal })
    this.keep()
  }

  private later(): void {
    this.tell({ state: 'offline' })
    this.plan(retryDelay(this.attempt++))
  }

  /** Somebody else saved first; or our own save arrived and only its answer was lost. */
  private async overtaken(sent: Value): Promise<void> {
    try {
      const theirs = await this.task.reload()
      if (same(theirs.value, sent)) this.saved(sent, theirs)
      else this.tell({ state: 'conflict', theirs })
    } catch {
      this.later()
    }
  }

  private keep(): void {
    const { value: mine, base, version } = this.draft
    this.store.write(this.task.key, { mine, base, version, at: new Date().toISOString() })
  }

  private tell(part: Partial<Draft<Value>>): void {
    this.draft = { ...this.draft, ...part }
    for (const listener of this.listeners) listener()
  }
}
