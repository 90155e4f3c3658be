/** Gives out what has the lowest rank first; the same things, added in the same order, come in the same order. */
export class Queue<Item extends Readonly<{ rank: number }>> {
  private readonly heap: Item[] = []

  add(added: Item) {
    const heap = this.heap
    let at = heap.length
    heap.push(added)
    while (at > 0) {
      const above = (at - 1) >> 1
      const upper = heap[above]
      if (!upper || upper.rank <= added.rank) break
      heap[at] = upper
      at = above
    }
    heap[at] = added
  }

  next(): Item | undefined {
    const first = this.heap[0]
    const last = this.heap.pop()
    if (first && last && first !== last) this.sink(last)
    return first
  }

  private sink(moved: Item) {
    const heap = this.heap
    let at = 0
    for (;;) {
      const left = heap[2 * at + 1]
      const right = heap[2 * at + 2]
      if (!left) break
      const isRight = right !== undefined && right.rank < left.rank
      const lower = isRight ? right : left
      if (moved.rank <= lower.rank) break
      heap[at] = lower
      at = 2 * at + (isRight ? 2 : 1)
    }
    heap[at] = moved
  }
}
