import type pg from 'pg'

/** Does some work on a connection that others use at the same moment. */
export type OnLane = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>

/** A connection that is shared, since when it moved last, and how many are on it. */
type Lane = { readonly client: Promise<pg.PoolClient>; users: number; movedAt: number }

/** A lane that did not move for so long is held up: whoever comes then takes another. */
const heldUpAfterMilliseconds = 20

/**
 * One connection of the pool for many short flights at once. Each is a transaction of its own, so one follows another without
 * waiting for its answer: the database is woken once for several, and what it keeps at hand for one connection serves all of them.
 * It goes back to the pool when nobody is on it.
 */
export function laneOf(pool: pg.Pool): OnLane {
  const lanes: Lane[] = []

  function leave(lane: Lane) {
    lanes.splice(lanes.indexOf(lane), 1)
    void lane.client.then(
      (client) => client.release(),
      () => undefined,
    )
  }

  function movingLane(): Lane {
    const now = performance.now()
    const moving = lanes.find(({ movedAt }) => now - movedAt < heldUpAfterMilliseconds)
    if (moving) return moving
    // Whoever comes while it waits for its connection waits with it.
    const lane: Lane = { client: pool.connect(), users: 0, movedAt: Number.POSITIVE_INFINITY }
    lanes.unshift(lane)
    return lane
  }

  return async (work) => {
    const lane = movingLane()
    lane.users += 1
    try {
      const client = await lane.client
      if (lane.movedAt === Number.POSITIVE_INFINITY) lane.movedAt = performance.now()
      return await work(client)
    } finally {
      lane.users -= 1
      lane.movedAt = performance.now()
      if (lane.users === 0) leave(lane)
    }
  }
}
