/** So many parts have room at first; the room doubles when they are more. */
const room = 4096

/**
 * Straight parts of ways between places that go by their number, that of the lowest rank first; the same parts, added in the
 * same order, come in the same order. Kept in columns of numbers: tens of thousands are added for one picture.
 */
export class Parts {
  /** The part that `next` came to: from where to where (-1 is from nowhere), and what the way to its end costs. */
  from = -1
  to = -1
  cost = 0
  /** Whether it is known what the part goes through. */
  asked = false

  private count = 0
  private waiting = 0
  private heap = new Int32Array(room)
  private ranks = new Float64Array(room)
  private costs = new Float64Array(room)
  private ends = new Int32Array(2 * room)
  private known = new Uint8Array(room)

  /** Forgets every part. */
  empty(): this {
    this.count = 0
    this.waiting = 0
    return this
  }

  add(from: number, to: number, cost: number, asked: boolean, rank: number) {
    const part = this.count++
    if (part === this.ranks.length) this.widen()
    const { heap, ranks, ends } = this
    ranks[part] = rank
    this.costs[part] = cost
    ends[2 * part] = from
    ends[2 * part + 1] = to
    this.known[part] = asked ? 1 : 0
    let at = this.waiting++
    while (at > 0) {
      const above = (at - 1) >> 1
      const upper = heap[above] ?? 0
      if ((ranks[upper] ?? 0) <= rank) break
      heap[at] = upper
      at = above
    }
    heap[at] = part
  }

  /** Goes on to the part of the lowest rank and takes it out; false when none is left. */
  next(): boolean {
    if (this.waiting === 0) return false
    const first = this.heap[0] ?? 0
    const last = this.heap[--this.waiting] ?? 0
    if (first !== last) this.sink(last)
    this.from = this.ends[2 * first] ?? -1
    this.to = this.ends[2 * first + 1] ?? -1
    this.cost = this.costs[first] ?? 0
    this.asked = this.known[first] === 1
    return true
  }

  private sink(moved: number) {
    const { heap, ranks, waiting } = this
    const rank = ranks[moved] ?? 0
    let at = 0
    for (let below = 1; below < waiting; below = 2 * at + 1) {
      let lower = heap[below] ?? 0
      if (below + 1 < waiting) {
        const right = heap[below + 1] ?? 0
        if ((ranks[right] ?? 0) < (ranks[lower] ?? 0)) {
          lower = right
          below++
        }
      }
      if (rank <= (ranks[lower] ?? 0)) break
      heap[at] = lower
      at = below
    }
    heap[at] = moved
  }

  private widen() {
    const size = 2 * this.ranks.length
    const wider = <Column extends Int32Array | Float64Array | Uint8Array>(column: Column, into: Column) => {
      into.set(column)
      return into
    }
    this.heap = wider(this.heap, new Int32Array(size))
    this.ranks = wider(this.ranks, new Float64Array(size))
    this.costs = wider(this.costs, new Float64Array(size))
    this.ends = wider(this.ends, new Int32Array(2 * size))
    this.known = wider(this.known, new Uint8Array(size))
  }
}
