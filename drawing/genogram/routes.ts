import { boxAround, distance, type Point } from '../geometry.ts'
import type { Layout, Standing } from './layout.ts'
import { costOf, labelBox, type Obstacles, symbolBox, within } from './obstacles.ts'
import { unit } from './measures.ts'

const bend = 24
const reuse = 70
/** No straight part of a way reaches further to the side. */
const leap = 360

/** A place that a line may pass. */
type Gate = Point & Readonly<{ key: string }>

/**
 * Finds ways between people that go through no symbol, and through as few words as can be: the straight line where nothing
 * is in its way, else through the gaps beside and between the rows. Later lines keep off the places of earlier ones.
 */
export class Routes {
  private readonly obstacles: Obstacles
  private readonly gates: readonly (readonly Gate[])[]
  private readonly used = new Map<string, number>()

  constructor(layout: Layout, obstacles: Obstacles) {
    this.obstacles = obstacles
    this.gates = layout.rows.map((_, row) => gatesOf(layout, row))
  }

  between(a: Standing, b: Standing): Point[] {
    const straight = this.straight(a, b)
    if (straight) return straight
    const near = this.nearby(a, b)
    const starts = portsOf(a)
    const ends = portsOf(b)
    const found = this.search(starts, ends, near)
    for (const { key } of found) this.used.set(key, (this.used.get(key) ?? 0) + 1)
    return found.length > 1 ? found : [a, b]
  }

  /** The way from the middle of one to the middle of the other that keeps off everybody else. */
  corridor(a: Standing, b: Standing): Point[] {
    const own = new Set([a.sketch.person.id, b.sketch.person.id])
    const others = { symbols: this.obstacles.symbols.filter(({ id }) => !own.has(id)), texts: [] }
    const wide = [-9, 9].every((by) => {
      const [from, to] = [a, b].map(({ x, y }) => (a.row === b.row ? { x, y: y + by } : { x: x + by, y }))
      return from !== undefined && to !== undefined && costOf(others, from, to) === 0
    })
    if (wide) return [a, b]
    const found = this.search(portsOf(a), portsOf(b), this.nearby(a, b))
    return [a, ...found, b]
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
    const others = {
      symbols: this.obstacles.symbols.filter(
        ({ id }) => id !== a.sketch.person.id && id !== b.sketch.person.id,
      ),
      texts: this.obstacles.texts,
    }
    if (costOf(others, from, to) !== 0) return null
    this.used.set(key, count + 1)
    return [from, to]
  }

  private nearby(a: Standing, b: Standing): Gate[] {
    const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)]
    const [left, right] = [Math.min(a.x, b.x) - 170, Math.max(a.x, b.x) + 170]
    return this.gates.slice(top, bottom + 1).flatMap((row) => row.filter(({ x }) => left <= x && x <= right))
  }

  /** The cheapest way from one of the starts to one of the ends (A*). */
  private search(starts: readonly Gate[], ends: readonly Gate[], gates: readonly Gate[]): Gate[] {
    const all = [...starts, ...gates, ...ends]
    const near = within(
      this.obstacles,
      boxAround(all.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y }))) ?? nowhere,
    )
    const cost = all.map((_, index) => (index < starts.length ? 0 : Number.POSITIVE_INFINITY))
    const [goal = starts[0]] = ends
    const ahead = all.map((gate) => (goal ? Math.max(0, distance(gate, goal) - unit) : 0))
    const from: (Gate | undefined)[] = []
    const done = new Set<number>()
    for (;;) {
      const at = cheapest(cost, ahead, done)
      const gate = all[at]
      if (!gate) return []
      if (at >= all.length - ends.length) return trail(all, from, gate)
      done.add(at)
      for (const [index, next] of all.entries()) {
        if (done.has(index) || Math.abs(next.x - gate.x) > leap) continue
        const reach = (cost[at] ?? 0) + distance(gate, next) + bend + (this.used.get(next.key) ?? 0) * reuse
        if (reach >= (cost[index] ?? 0)) continue
        const extra = costOf(near, gate, next)
        if (extra === null || reach + extra >= (cost[index] ?? 0)) continue
        cost[index] = reach + extra
        from[index] = gate
      }
    }
  }
}

const nowhere = { left: 0, top: 0, right: 0, bottom: 0 }

/** Which of those not yet done costs least, with the way still ahead; -1 when none can be reached. */
function cheapest(cost: readonly number[], ahead: readonly number[], done: ReadonlySet<number>): number {
  let found = -1
  let least = Number.POSITIVE_INFINITY
  for (let index = 0; index < cost.length; index++) {
    const whole = (cost[index] ?? 0) + (ahead[index] ?? 0)
    if (whole >= least || done.has(index)) continue
    found = index
    least = whole
  }
  return found
}

function trail(all: readonly Gate[], from: readonly (Gate | undefined)[], end: Gate): Gate[] {
  const way = [end]
  for (let at = from[all.indexOf(end)]; at; at = from[all.indexOf(at)]) way.unshift(at)
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
  return [...sides, ...diagonals].map((point, index) => ({ ...point, key: `${sketch.person.id} ${index}` }))
}

/** The places between neighbours of a row, and above and below them. */
function gatesOf({ standing, rows, nets, bars }: Layout, row: number): Gate[] {
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
