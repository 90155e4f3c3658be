type Waiting<Item> = Readonly<{ item: Item; rank: number; since: number }>

/** Gives out what has the lowest rank first, and of equals what came first. */
export class Queue<Item> {
  private readonly heap: Waiting<Item>[] = []
  private count = 0

  add(item: Item, rank: number) {
    const heap = this.heap
    const added = { item, rank, since: this.count++ }
    let at = heap.length
    heap.push(added)
    while (at > 0) {
      const above = (at - 1) >> 1
      const upper = heap[above]
      if (!upper || isFirst(upper, added)) break
      heap[at] = upper
      at = above
    }
    heap[at] = added
  }

  next(): Item | undefined {
    const [first] = this.heap
    const last = this.heap.pop()
    if (first && last && first !== last) this.sink(last)
    return first?.item
  }

  private sink(moved: Waiting<Item>) {
    const heap = this.heap
    let at = 0
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
      if (!left) break
      const isRight = right !== undefined && isFirst(right, left)
      const lower = isRight ? right : left
      if (isFirst(moved, lower)) break
      heap[at] = lower
      at = 2 * at + (isRight ? 2 : 1)
    }
    heap[at] = moved
  }
}

const isFirst = (one: Waiting<unknown>, other: Waiting<unknown>) =>
  one.rank < other.rank || (one.rank === other.rank && one.since < other.since)
