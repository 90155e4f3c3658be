import { expect, test } from 'vitest'
import { curveOf } from './curve.ts'

test('a curve goes to the right as time passed and up with the score, between its bands', () => {
  const words = { 'zh-CN': '轻', en: 'mild', ru: 'лёгкая' }
  const bands = [{ id: 'mild', from: 0, to: 20, weight: 'some' as const, words }]
  const {
    marks,
    line,
    width,
    height,
    bands: drawn,
  } = curveOf(
    [
      { day: '2026-01-01', value: 20 },
      { day: '2026-01-11', value: 0 },
      { day: '2026-01-31', value: 10 },
    ],
    { bands },
  )
  const [first, second, third] = marks
  // Ten days are half as far as twenty.
  expect(((second?.x ?? 0) - (first?.x ?? 0)) * 2).toBeCloseTo((third?.x ?? 0) - (second?.x ?? 0), 0)
  expect([first?.y, second?.y].map((y) => drawn[0] && (y ?? 0) - drawn[0].y)).toEqual([0, drawn[0]?.height])
  expect(third?.y).toBeCloseTo(((first?.y ?? 0) + (second?.y ?? 0)) / 2)
  expect(line.split(' ')).toHaveLength(3)
  for (const { x, y } of marks) expect(x > 0 && x < width && y > 0 && y < height).toBe(true)
  expect(curveOf([{ day: '2026-01-01', value: 3 }], { bands: [] }).marks).toMatchObject([
    { x: width / 2, y: height / 2 },
  ])
})
