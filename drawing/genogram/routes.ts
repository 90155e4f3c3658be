import { distance, type Point } from '../geometry.ts'
import { Blocked } from './blocked.ts'
import type { Layout, Standing } from './layout.ts'
import { labelBox, type Obstacles, symbolBox } from './obstacles.ts'
import { unit } from './measures.ts'
import { Parts } from './parts.ts'

const bend = 24
const reuse = 70
/** No straight part of a way reaches further to the side, unless nothing else leads there: few parts are fewer to ask for. */
const leap = 360

/** A place that a line may pass; those between neighbours are numbered through the picture, those beside a symbol are not. */
type Gate = Point & Readonly<{ key: string; number: number }>

/**
 * Finds ways between people that go through no symbol, and through as few words as can be: the straight line where nothing
 * is in its way, else through the gaps beside and between the rows. Later lines keep off the places of earlier ones.
 */
export class Routes {
  private readonly blocked: Blocked
  private readonly gates: readonly (readonly Gate[])[]
  private readonly used = new Map<string, number>()
  private readonly rows: Layout['rows']
  private readonly parts = new Parts()
  /** What the straight line between two numbered gates costs, once it was asked: many ways lead past the same ones. */
  private readonly seen: Float32Array
  private readonly count: number

  constructor(layout: Layout, obstacles: Obstacles) {
    this.rows = layout.rows
    this.blocked = new Blocked(obstacles)
    let count = 0
    this.gates = layout.rows.map((_, row) =>
      gatesOf(layout, row).map((gate) => ({ ...gate, number: count++ })),
    )
    this.count = count
    this.seen = new Float32Array(count <= mostSeen ? count * count : 0).fill(unseen)
  }

  between(a: Standing, b: Standing): Point[] {
    const straight = this.straight(a, b)
    if (straight) return straight
    const found = this.around(a, b)
    for (const { key } of found) this.used.set(key, (this.used.get(key) ?? 0) + 1)
    if (found.length > 1) return found
    return a.row === b.row ? this.overTheRow(a, b) : [a, b]
  }

  /** Up from one, along above everybody of the row, and down to the other: where the gaps beside them are too narrow. */
  private overTheRow(a: Standing, b: Standing): Point[] {
    const above = (this.rows[a.row]?.top ?? a.y) - 4
    const ends = [a, b].map(({ x, y, sketch }) => ({ x, y: y - sketch.half - 7 }))
    const corners = [a, b].map(({ x }) => ({ x, y: above }))
    return [...ends.slice(0, 1), ...corners, ...ends.slice(1)]
  }

  /** The way from the middle of one to the middle of the other that keeps off everybody else. */
  corridor(a: Standing, b: Standing): Point[] {
    const own = [a.sketch.person.id, b.sketch.person.id]
    const wide = [-9, 9].every((by) => {
      const [from, to] = [a, b].map(({ x, y }) => (a.row === b.row ? { x, y: y + by } : { x: x + by, y }))
      return from !== undefined && to !== undefined && this.blocked.costOf(from, to, own, false) === 0
    })
    if (wide) return [a, b]
    return [a, ...this.around(a, b), b]
  }

  /**
   * A way around everybody else: by short parts, or, where neighbours stand far apart, by parts of any length. Between wide
   * labels the middle of a gap may lie so near to somebody that no way leads there: then straight up or down beside them.
   */
  private around(a: Standing, b: Standing): Gate[] {
    const [starts, ends, near] = [portsOf(a), portsOf(b), this.nearby(a, b)]
    const found = this.search(starts, ends, near, leap)
    if (found.length > 0) return found
    const further = this.search(starts, ends, near, Infinity)
    if (further.length > 0) return further
    return this.search(starts, ends, [...near, ...this.besides(a), ...this.besides(b)], Infinity)
  }

  /** Straight above and below the places at which a line leaves somebody, at the edges of the row. */
  private besides(each: Standing): Gate[] {
    const { top = each.y, bottom = each.y } = this.rows[each.row] ?? {}
    return portsOf(each).flatMap(({ x, key }) =>
      [top - 4, bottom + 4].map((y) => ({ x, y, key: `${key} ${y}`, number: -1 })),
    )
  }

  /** From border to border, where nothing stands between; a second line of the same two people lies beside the first. */
  private straight(a: Standing, b: Standing): Point[] | null {
    const key = [a.sketch.person.id, b.sketch.person.id].toSorted().join(' ')
    const count = this.used.get(key) ?? 0
    const length = distance(a, b)
    const side = count === 0 ? 0 : (count % 2 === 1 ? 1 : -1) * 12 * Math.ceil(count / 2)
    if (Math.abs(side) > unit / 2 - 6) return null
    const [nx, ny] = [(-(b.y - a.y) / length) * side, ((b.x - a.x) / length) * side]
    const from = borderPoint(a, { x: a.x + nx, y: a.y + ny }, { x: b.x + nx, y: b.y + ny })
    const to = borderPoint(b, { x: b.x + nx, y: b.y + ny }, { x: a.x + nx, y: a.y + ny })
    if (this.blocked.costOf(from, to, [a.sketch.person.id, b.sketch.person.id]) !== 0) return null
    this.used.set(key, count + 1)
    return [from, to]
  }

  private nearby(a: Standing, b: Standing): Gate[] {
    const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)]
    const [left, right] = [Math.min(a.x, b.x) - 170, Math.max(a.x, b.x) + 170]
    return this.gates.slice(top, bottom + 1).flatMap((row) => row.filter(({ x }) => left <= x && x <= right))
  }

  /**
   * The cheapest way from one of the starts to one of the ends (A*). Whether a straight part of it is free is asked only
   * when it is the cheapest that is left: most parts are never asked for.
   */
  private search(
    starts: readonly Gate[],
    ends: readonly Gate[],
    gates: readonly Gate[],
    furthest: number,
  ): Gate[] {
    const places = this.placesOf([...starts, ...gates, ...ends], ends)
    const parts = this.parts.empty()
    if (!leapsLead(places, starts, furthest)) return []
    places.forEach((place, at) => {
      if (starts.includes(place.gate)) parts.add(-1, at, 0, true, place.ahead)
    })
    while (parts.next()) {
      const { from, to, cost, asked } = parts
      const [before, place] = [places[from], places[to]]
      if (!place || cost >= place.cost) continue
      const more = asked || !before ? 0 : this.costBetween(before.gate, place.gate)
      if (more > 0) {
        if (more !== infinite) parts.add(from, to, cost + more, true, cost + more + place.ahead)
        continue
      }
      place.cost = cost
      place.from = before ?? null
      if (place.ahead === 0) return trail(place)
      for (const step of [-1, 1]) this.reach(places, to, step, furthest)
    }
    return []
  }

  /** Every part from a place to those that no way leads to yet, no further to one side than that. */
  private reach(places: readonly Place[], from: number, step: number, furthest: number) {
    const start = places[from]
    if (!start) return
    for (let at = from + step; ; at += step) {
      const place = places[at]
      if (!place || Math.abs(place.gate.x - start.gate.x) > furthest) return
      if (place.cost !== infinite) continue
      const cost = start.cost + distance(start.gate, place.gate) + bend + place.extra
      this.parts.add(from, at, cost, false, cost + place.ahead)
    }
  }

  /** In whichever direction it is asked: infinite where something is in the way. */
  private costBetween(from: Gate, to: Gate): number {
    if (from.number < 0 || to.number < 0) return this.blocked.costOf(from, to) ?? infinite
    const at = Math.min(from.number, to.number) * this.count + Math.max(from.number, to.number)
    const known = this.seen[at] ?? unseen
    if (known !== unseen) return known
    const cost = this.blocked.costOf(from, to) ?? infinite
    this.seen[at] = cost
    return cost
  }

  /** From left to right; only at the ends of the way nothing is ahead. */
  private placesOf(gates: readonly Gate[], ends: readonly Gate[]): Place[] {
    const nearest = (gate: Gate) =>
      ends.reduce((least, end) => Math.min(least, distance(gate, end)), infinite)
    return gates
      .toSorted((one, other) => one.x - other.x)
      .map((gate) => ({
        gate,
        ahead: ends.includes(gate) ? 0 : bend + nearest(gate),
        extra: (this.used.get(gate.key) ?? 0) * reuse,
        cost: infinite,
        from: null,
      }))
  }
}

const infinite = Number.POSITIVE_INFINITY
const unseen = -1
/** Among more gates than these it is asked anew each time: what was seen would take more room than it saves time. */
const mostSeen = 1500

/** A gate while a way is looked for: what it costs to come here, what is still ahead at least, and from where one came. */
type Place = {
  readonly gate: Gate
  readonly ahead: number
  readonly extra: number
  cost: number
  from: Place | null
}

/** Whether one can come from a start to an end at all without a leap that is too far to the side. */
function leapsLead(places: readonly Place[], starts: readonly Gate[], furthest: number): boolean {
  let [hasStart, hasEnd] = [false, false]
  let last = Number.NEGATIVE_INFINITY
  return places.some(({ gate, ahead }) => {
    if (gate.x - last > furthest) [hasStart, hasEnd] = [false, false]
    last = gate.x
    hasStart ||= starts.includes(gate)
    hasEnd ||= ahead === 0
    return hasStart && hasEnd
  })
}

function trail(end: Place): Gate[] {
  const way: Gate[] = []
  for (let at: Place | null = end; at; at = at.from) way.unshift(at.gate)
  return way
}

/** Where a line may leave a symbol: at its sides and above and below them, clear of the lines of the family. */
function portsOf({ x, y, sketch }: Standing): Gate[] {
  const reach = sketch.half + 7
  const isSmall = sketch.half < 12
  const sides = [
    { x: x - reach, y },
    { x: x + reach, y },
  ]
  const diagonals = isSmall
    ? []
    : [
        { x: x - reach, y: y - 12 },
        { x: x + reach, y: y - 12 },
        { x: x - reach, y: y + 12 },
        { x: x + reach, y: y + 12 },
      ]
  return [...sides, ...diagonals].map((point, index) => ({
    ...point,
    key: `${sketch.person.id} ${index}`,
    number: -1,
  }))
}

/** The places between neighbours of a row, and above and below them. */
function gatesOf({ standing, rows, nets, bars }: Layout, row: number): Omit<Gate, 'number'>[] {
  const here = [...standing.values()].filter((each) => each.row === row).toSorted((a, b) => a.x - b.x)
  const { y, top, bottom } = rows[row] ?? { y: 0, top: 0, bottom: 0 }
  const drops = [
    ...bars.filter(({ symbolY }) => symbolY === y).map(({ drop }) => drop),
    ...nets.filter((net) => net.row === row && net.from !== null).map((net) => net.top),
  ]
  const edges = here.map((each) => ({ symbol: symbolBox(each), label: labelBox(each) ?? symbolBox(each) }))
  const places: number[] = []
  for (let index = 0; index <= edges.length; index++) {
    const [before, after] = [edges[index - 1], edges[index]]
    const left = before ? Math.max(before.symbol.right, before.label.right) : (after?.symbol.left ?? 0) - 40
    const right = after ? Math.min(after.symbol.left, after.label.left) : left + 40
    const drop = drops.find((each) => left < each && each < right)
    if (drop === undefined) places.push((left + right) / 2)
    else places.push((left + drop) / 2, (drop + right) / 2)
  }
  return places.flatMap((x, index) =>
    [top - 4, y, y + 34, bottom + 4].map((height, level) => ({
      x,
      y: height,
      key: `${row} ${index} ${level}`,
    })),
  )
}

/** Where the line from inside a symbol to a place outside leaves its border, a little outside. */
export function borderPoint({ x, y, sketch }: Standing, from: Point, to: Point): Point {
  const person = sketch.person
  const shape = person.pet ? 'unknown' : (person.identity ?? person.sex)
  const reach = sketch.half + 3
  const inside = (point: Point) => {
    const [dx, dy] = [Math.abs(point.x - x), Math.abs(point.y - y)]
    if (shape === 'female') return Math.hypot(dx, dy) < reach
    return shape === 'male' ? Math.max(dx, dy) < reach : dx + dy < reach
  }
  const length = distance(from, to) || 1
  for (let step = 0; step < length; step++) {
    const point = {
      x: from.x + ((to.x - from.x) * step) / length,
      y: from.y + ((to.y - from.y) * step) / length,
    }
    if (!inside(point)) return point
  }
  return to
}
