import { expect, test } from 'vitest'
import { Grid } from './grid.ts'

test('a line is painted where it runs, to either side, and its border is one way around it', () => {
  for (const [from, to] of [
    [
      { x: 40, y: 20 },
      { x: 120, y: 180 },
    ],
    [
      { x: 120, y: 20 },
      { x: 40, y: 180 },
    ],
  ] as const) {
    const grid = new Grid({ left: 0, top: 0, right: 200, bottom: 200 })
    grid.paintLine(from, to, 8)
    const loops = grid.outlines()
    expect(loops).toHaveLength(1)
    for (const { x, y } of loops.flat()) {
      const along = from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y)
      expect(Math.abs(x - along)).toBeLessThan(20)
    }
  }
})
