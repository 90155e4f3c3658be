/** Places and boxes of a drawing, in pixels; y grows downwards. */
export type Point = Readonly<{ x: number; y: number }>
export type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>

/** Whether two boxes share any area, or come nearer to each other than `gap`. */
export const boxesMeet = (a: Box, b: Box, gap = 0): boolean =>
  a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap

/** The box, `by` larger on every side. */
export const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by,
})

/** The smallest box around all of these; null around nothing. */
export function boxAround(boxes: readonly Box[]): Box | null {
  const [first, ...others] = boxes
  if (!first) return null
  return others.reduce<Box>(
    (all, box) => ({
      left: Math.min(all.left, box.left),
      top: Math.min(all.top, box.top),
      right: Math.max(all.right, box.right),
      bottom: Math.max(all.bottom, box.bottom),
    }),
    first,
  )
}

/** The smallest box around all of these points; null around nothing. */
export function extentOf(points: readonly Point[]): Box | null {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return points.length === 0 ? null : { left, top, right, bottom }
}

export const distance = (from: Point, to: Point): number =>
  Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2)

/** The point on the way from one to the other; 0 is the first, 1 the second. */
export const between = (from: Point, to: Point, part: number): Point => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
})

/**
 * Whether the straight line from one point to the other goes through a box: how much of it lies between each pair of sides.
 * It is asked a hundred thousand times for one picture, so it makes nothing on its way.
 */
export function lineMeets({ left, top, right, bottom }: Box, from: Point, to: Point): boolean {
  if ((from.x <= left && to.x <= left) || (from.x >= right && to.x >= right)) return false
  if ((from.y <= top && to.y <= top) || (from.y >= bottom && to.y >= bottom)) return false
  const dx = to.x - from.x
  const dy = to.y - from.y
  let enter = 0
  let leave = 1
  if (dx !== 0) {
    const one = (left - from.x) / dx
    const other = (right - from.x) / dx
    enter = Math.max(enter, Math.min(one, other))
    leave = Math.min(leave, Math.max(one, other))
  }
  if (dy !== 0) {
    const one = (top - from.y) / dy
    const other = (bottom - from.y) / dy
    enter = Math.max(enter, Math.min(one, other))
    leave = Math.min(leave, Math.max(one, other))
  }
  return enter < leave
}
