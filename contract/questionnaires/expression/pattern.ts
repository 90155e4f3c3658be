import { ExpressionProblem } from './tokens.ts'

/**
 * Regular expressions that cannot be made to run for ever: every state is walked at once, so a text of n signs costs n
 * times the size of the pattern. Forms are written by others, and their patterns run on the server.
 */
type Step =
  | { do: 'sign'; fits: (sign: string) => boolean; next: number }
  | { do: 'fork'; next: number; other: number }
  | { do: 'begin' | 'end'; next: number }
  | { do: 'done' }

const mostSteps = 5000
const mostTurns = 20_000
const longestText = 20_000
const classes: Readonly<Record<string, RegExp>> = {
  d: /\d/u,
  D: /\D/u,
  w: /\w/u,
  W: /\W/u,
  s: /\s/u,
  S: /\S/u,
}
const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', 0: '\0' }

const known = new Map<string, readonly Step[]>()

/** Whether a text as a whole fits a pattern, as `regex()` in XLSForm asks. @throws ExpressionProblem for what is not known here */
export function fitsPattern(text: string, pattern: string): boolean {
  if (text.length > longestText) return false
  const steps = known.get(pattern) ?? new PatternReader(pattern).read()
  if (known.size < 500) known.set(pattern, steps)
  return walk(steps, Array.from(text))
}

/** Reads a pattern, to tell at once whether it can be asked. */
export const readPattern = (pattern: string) => void new PatternReader(pattern).read()

function walk(steps: readonly Step[], text: readonly string[]): boolean {
  let states = spread(steps, [0], true, text.length === 0)
  for (const [at, sign] of text.entries()) {
    const next: number[] = []
    for (const index of states) {
      const step = steps[index]
      if (step?.do === 'sign' && step.fits(sign)) next.push(step.next)
    }
    states = spread(steps, next, false, at === text.length - 1)
    if (states.size === 0) return false
  }
  return [...states].some((index) => steps[index]?.do === 'done')
}

function spread(steps: readonly Step[], from: readonly number[], isFirst: boolean, isLast: boolean) {
  const reached = new Set<number>()
  const open = [...from]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue
    reached.add(index)
    const step = steps[index]
    if (step?.do === 'fork') open.push(step.next, step.other)
    if ((step?.do === 'begin' && isFirst) || (step?.do === 'end' && isLast)) open.push(step.next)
  }
  return reached
}

/** A piece of a pattern that can be laid down before any step. */
type Piece = (next: number) => number

class PatternReader {
  private at = 0
  private readonly signs: readonly string[]
  private readonly steps: Step[] = []

  private readonly pattern: string
  private turns = 0

  constructor(pattern: string) {
    this.pattern = pattern
    this.signs = Array.from(pattern)
    if (this.signs.length > 1000) this.refuse()
  }

  /** The first step stands at 0. */
  read(): readonly Step[] {
    const first = this.lay({ do: 'done' })
    const whole = this.either(0)
    if (this.at < this.signs.length) this.refuse()
    const start = whole(this.lay({ do: 'done' }))
    this.steps[first] = { do: 'fork', next: start, other: start }
    return this.steps
  }

  private either(depth: number): Piece {
    if (depth > 40) this.refuse()
    const first = this.sequence(depth)
    if (!this.take('|')) return first
    const rest = this.either(depth)
    return (next) => this.lay({ do: 'fork', next: first(next), other: rest(next) })
  }

  private sequence(depth: number): Piece {
    const pieces: Piece[] = []
    while (this.at < this.signs.length && this.sign !== '|' && this.sign !== ')')
      pieces.push(this.repeated(depth))
    return (next) => pieces.reduceRight((after, piece) => piece(after), next)
  }

  private repeated(depth: number): Piece {
    const piece = this.one(depth)
    const bounds = this.bounds()
    if (!bounds) return piece
    const [least, most] = bounds
    return (next) => {
      // Repeats of repeats of nothing lay no step, and would still take for ever.
      this.turns += Math.max(least, most ?? 1)
      if (this.turns > mostTurns) this.refuse()
      let after = next
      if (most === null) {
        const loop = this.lay({ do: 'fork', next, other: next })
        this.steps[loop] = { do: 'fork', next: piece(loop), other: next }
        after = loop
      } else
        for (let turn = least; turn < most; turn += 1)
          after = this.lay({ do: 'fork', next: piece(after), other: next })
      for (let turn = 0; turn < least; turn += 1) after = piece(after)
      return after
    }
  }

  private bounds(): readonly [number, number | null] | null {
    const found = this.bound()
    // Whether it takes as little or as much as it can does not matter to a text that must fit as a whole.
    if (found) this.take('?')
    if (found && this.take('+')) this.refuse()
    return found
  }

  private bound(): readonly [number, number | null] | null {
    if (this.take('*')) return [0, null]
    if (this.take('+')) return [1, null]
    if (this.take('?')) return [0, 1]
    if (this.sign !== '{') return null
    const counted = /^\{(\d{1,4})(,(\d{0,4}))?\}/u.exec(this.signs.slice(this.at, this.at + 12).join(''))
    if (!counted) return this.refuse()
    this.at += counted[0].length
    const least = Number(counted[1])
    if (counted[2] === undefined) return [least, least]
    const most = counted[3] === '' ? null : Number(counted[3])
    return most !== null && most < least ? this.refuse() : [least, most]
  }

  private one(depth: number): Piece {
    if (this.take('(')) return this.group(depth)
    if (this.take('[')) return this.signPiece(this.set())
    if (this.take('.')) return this.signPiece((sign) => sign !== '\n')
    if (this.take('^')) return (next) => this.lay({ do: 'begin', next })
    if (this.take('$')) return (next) => this.lay({ do: 'end', next })
    const sign = this.next()
    if (sign === '\\') return this.signPiece(this.escaped())
    return '*+?{'.includes(sign) ? this.refuse() : this.signPiece((other) => other === sign)
  }

  private group(depth: number): Piece {
    if (this.take('?') && !this.take(':')) return this.refuse()
    const inside = this.either(depth + 1)
    return this.take(')') ? inside : this.refuse()
  }

  private set(): (sign: string) => boolean {
    const isNot = this.take('^')
    const tests: ((sign: string) => boolean)[] = []
    for (let first = true; first || this.sign !== ']'; first = false) {
      const from = this.member()
      const isRange = this.sign === '-' && this.signs[this.at + 1] !== ']' && typeof from === 'string'
      if (!isRange) {
        tests.push(typeof from === 'string' ? (sign) => sign === from : from)
        continue
      }
      this.at += 1
      const to = this.member()
      if (typeof to !== 'string') return this.refuse()
      tests.push((sign) => pointOf(sign) >= pointOf(from) && pointOf(sign) <= pointOf(to))
    }
    this.at += 1
    return (sign) => tests.some((test) => test(sign)) !== isNot
  }

  private member(): string | ((sign: string) => boolean) {
    const sign = this.next()
    if (sign !== '\\') return sign
    const letter = this.signs[this.at] ?? ''
    if (letter in classes || letter === 'p' || letter === 'P') return this.escaped()
    this.at += 1
    return named[letter] ?? letter
  }

  private escaped(): (sign: string) => boolean {
    const letter = this.next()
    const all = classes[letter]
    if (all) return (sign) => all.test(sign)
    if (letter === 'p' || letter === 'P') return this.property(letter === 'P')
    if (/[a-zA-Z1-9]/u.test(letter) && !(letter in named)) return this.refuse()
    const plain = named[letter] ?? letter
    return (sign) => sign === plain
  }

  private property(isNot: boolean): (sign: string) => boolean {
    const [whole = '', name = ''] =
      /^\{(?:Is)?([A-Za-z=_]{1,40})\}/u.exec(this.signs.slice(this.at).join('')) ?? []
    this.at += whole.length
    try {
      const test = new RegExp(`^\\p{${name}}$`, 'u')
      return (sign) => test.test(sign) !== isNot
    } catch {
      return this.refuse()
    }
  }

  private signPiece(fits: (sign: string) => boolean): Piece {
    return (next) => this.lay({ do: 'sign', fits, next })
  }

  private lay(step: Step): number {
    if (this.steps.length >= mostSteps) this.refuse()
    return this.steps.push(step) - 1
  }

  private get sign(): string | undefined {
    return this.signs[this.at]
  }

  private next(): string {
    const sign = this.signs[this.at]
    if (sign === undefined) return this.refuse()
    this.at += 1
    return sign
  }

  private take(sign: string): boolean {
    const isThere = this.sign === sign
    if (isThere) this.at += 1
    return isThere
  }

  private refuse(): never {
    throw new ExpressionProblem('bad-pattern', this.pattern)
  }
}

const pointOf = (sign: string) => sign.codePointAt(0) ?? 0
