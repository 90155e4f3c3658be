import { between, distance, type Point } from './geometry.ts'
import { element, type Ink, way } from './svg.ts'

/** A way walked in small steps, with the direction at each of them. */
export type Track = readonly Readonly<{ x: number; y: number; nx: number; ny: number }>[]

const pace = 2

/** Walks a way of straight lines, its corners rounded. */
export function trackOf(points: readonly Point[], radius = 12): Track {
  const rounded = roundCorners(points, radius)
  const steps: Point[] = rounded.slice(0, 1)
  for (let index = 1; index < rounded.length; index++) {
    const [from, to] = [rounded[index - 1], rounded[index]]
    if (!from || !to) continue
    const count = Math.max(1, Math.round(distance(from, to) / pace))
    for (let step = 1; step <= count; step++) steps.push(between(from, to, step / count))
  }
  return steps.map((point, index) => {
    const before = steps[index - 1] ?? point
    const after = steps[index + 1] ?? point
    const length = distance(before, after) || 1
    return { x: point.x, y: point.y, nx: -(after.y - before.y) / length, ny: (after.x - before.x) / length }
  })
}

function roundCorners(points: readonly Point[], radius: number): Point[] {
  return points.flatMap((corner, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (!before || !after) return [corner]
    const near = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    if (near < 1) return [corner]
    const [from, to] = [
      between(corner, before, near / distance(before, corner)),
      between(corner, after, near / distance(corner, after)),
    ]
    return [0, 0.25, 0.5, 0.75, 1].map((part) =>
      between(between(from, corner, part), between(corner, to, part), part),
    )
  })
}

export const lengthOf = (track: Track): number => Math.max(0, track.length - 1) * pace

/** The track, moved to its side. */
export const aside = (track: Track, by: number): Point[] =>
  track.map(({ x, y, nx, ny }) => ({ x: x + nx * by, y: y + ny * by }))

/** A jagged line along a track. */
export function jagged(track: Track, height = 5, length = 8): Point[] {
  const stride = Math.max(1, Math.round(length / 2 / pace))
  return track.flatMap(({ x, y, nx, ny }, index) => {
    const isEnd = index < stride || index >= track.length - stride
    if (isEnd) return index === 0 || index === track.length - 1 ? [{ x, y }] : []
    if (index % stride !== 0) return []
    const side = (index / stride) % 2 === 0 ? 1 : -1
    return [{ x: x + nx * height * side, y: y + ny * height * side }]
  })
}

type Drawing = Readonly<{
  class?: string
  width?: number
  dashes?: string | undefined
  fill?: string
  soft?: boolean
}>

/** A line through these points. */
export const line = (points: readonly Point[], ink: Ink, drawing: Drawing = {}): string =>
  element('path', {
    class: drawing.class,
    d: way(withoutStraight(points)),
    fill: drawing.fill ?? 'none',
    stroke: drawing.soft ? ink.soft : ink.line,
    'stroke-width': drawing.width ?? 1.5,
    'stroke-dasharray': drawing.dashes,
    'stroke-linejoin': 'round',
    'stroke-linecap': drawing.dashes === dots ? 'round' : undefined,
  })

/** The same way without the points at which it only goes on straight. */
export function withoutStraight(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  points.forEach((point, index) => {
    const [last, next] = [kept.at(-1), points[index + 1]]
    if (last && next) {
      const ax = point.x - last.x
      const ay = point.y - last.y
      const bx = next.x - point.x
      const by = next.y - point.y
      if (Math.abs(ax * by - ay * bx) < 0.02 && ax * bx + ay * by >= 0) return
    }
    kept.push(point)
  })
  return kept
}

export const dots = '0.1 4.5'

/** A head of an arrow with its point at the end of the track, filled or open. */
export function arrowHead(
  track: Track,
  ink: Ink,
  { filled, size = 10 }: Readonly<{ filled: boolean; size?: number }>,
): string {
  const tip = track.at(-1)
  const back = track.at(-1 - Math.max(1, Math.round(size / pace)))
  if (!tip || !back) return ''
  const [dx, dy] = [
    (tip.x - back.x) / (distance(back, tip) || 1),
    (tip.y - back.y) / (distance(back, tip) || 1),
  ]
  const half = size * 0.45
  const base = { x: tip.x - dx * size, y: tip.y - dy * size }
  return element('path', {
    class: filled ? 'head filled' : 'head open',
    d: way(
      [
        tip,
        { x: base.x - dy * half, y: base.y + dx * half },
        { x: base.x + dy * half, y: base.y - dx * half },
      ],
      true,
    ),
    fill: filled ? ink.line : ink.paper,
    stroke: ink.line,
    'stroke-width': 1.5,
    'stroke-linejoin': 'round',
  })
}

/** Short strokes across a track at one of its steps: the two bars of a gap, the slashes of a divorce. */
export function across(track: Track, at: number, ink: Ink, half = 6, lean = 0): string {
  const step = track[Math.max(0, Math.min(track.length - 1, Math.round(at)))]
  if (!step) return ''
  const { x, y, nx, ny } = step
  const [tx, ty] = [ny, -nx]
  return line(
    [
      { x: x + nx * half + tx * lean, y: y + ny * half + ty * lean },
      { x: x - nx * half - tx * lean, y: y - ny * half - ty * lean },
    ],
    ink,
  )
}

/** The part of a track between two of its steps. */
export const part = (track: Track, from: number, to: number): Track =>
  track.slice(Math.max(0, Math.round(from)), Math.max(0, Math.round(to)) + 1)

export const stepsFor = (pixels: number): number => Math.round(pixels / pace)
