import { between, distance, type Point } from '../geometry.ts'
import { across, aside, jagged, line, part, stepsFor, trackOf } from '../strokes.ts'
import { element, type Ink, way } from '../svg.ts'
import type { Flow, Link, Strength } from './model.ts'

const widths: Readonly<Record<Strength, number>> = {
  strong: 5,
  moderate: 3,
  ordinary: 1.5,
  tenuous: 1.5,
  none: 1.5,
  broken: 1.5,
}

/**
 * The heads of arrows, once in a picture: one for where a line ends and one for where it begins, because what turns a picture
 * into dots for Word knows no head that turns by itself.
 */
export const arrowMarkers = (ink: Ink): string =>
  element(
    'defs',
    {},
    arrowHead('flow-end', 14, 'M0 0L14 6L0 12Z', ink) + arrowHead('flow-start', 0, 'M14 0L0 6L14 12Z', ink),
  )

const arrowHead = (id: string, tip: number, d: string, ink: Ink): string =>
  element(
    'marker',
    {
      id,
      viewBox: '0 0 14 12',
      refX: tip,
      refY: 6,
      markerWidth: 14,
      markerHeight: 12,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto',
    },
    element('path', { d, fill: ink.line }),
  )

const head = 12

/** The line of a link from the middle to a system: thickness for strength, jags for stress, heads for what flows. */
export function linkLine(
  from: Point,
  to: Point,
  { strength, stress, flow }: Pick<Link, 'strength' | 'stress' | 'flow'>,
  ink: Ink,
): string {
  const length = distance(from, to) || 1
  const start = flow === 'in' || flow === 'both' ? between(from, to, head / length) : from
  const end = flow === 'out' || flow === 'both' ? between(from, to, 1 - head / length) : to
  return body(start, end, strength, stress, ink) + heads(from, to, flow, ink)
}

function body(start: Point, end: Point, strength: Strength, stress: number, ink: Ink): string {
  const track = trackOf([start, end])
  const width = widths[strength]
  if (strength === 'broken') return broken(start, end, ink)
  if (strength === 'none') return wished(start, end, ink)
  const jags = line(jagged(track, 3 + 2 * stress + (width < 3 ? 0 : width), 10), ink, {
    width: 1.5,
    class: 'stress',
  })
  if (stress > 0 && width < 3)
    return strength === 'tenuous' ? jags.replace('<path', '<path stroke-dasharray="6 4"') : jags
  const plain = line(track, ink, {
    width,
    dashes: strength === 'tenuous' ? '7 5' : undefined,
    class: 'strength',
  })
  return stress > 0
    ? plain + line(aside(track, 0), { ...ink, line: ink.paper }, { width: 0.5 }) + jags
    : plain
}

function broken(start: Point, end: Point, ink: Ink): string {
  const track = trackOf([start, end])
  const middle = track.length / 2
  const gap = stepsFor(7)
  return [
    line(part(track, 0, middle - gap), ink),
    line(part(track, middle + gap, track.length - 1), ink),
    across(track, middle - stepsFor(3), ink, 8, -4),
    across(track, middle + stepsFor(3), ink, 8, -4),
  ].join('')
}

function wished(start: Point, end: Point, ink: Ink): string {
  const length = distance(start, end) || 1
  const ring = between(start, end, 1 - 5 / length)
  return (
    line([start, between(start, end, 1 - 10 / length)], ink, { width: 2, dashes: '0.1 4.5' }) +
    element('circle', {
      cx: ring.x,
      cy: ring.y,
      r: 5,
      fill: ink.paper,
      stroke: ink.line,
      'stroke-width': 1.5,
    })
  )
}

/**
 * The heads stand at the ends of a line that nobody sees, so that jags do not turn them. It is a line all the same: where there
 * is none at all, what turns a picture into dots leaves its heads out.
 */
const heads = (from: Point, to: Point, flow: Flow, ink: Ink): string =>
  flow === 'none'
    ? ''
    : element('path', {
        class: `flow ${flow}`,
        d: way([from, to]),
        fill: 'none',
        stroke: ink.line,
        'stroke-opacity': 0,
        'marker-start': flow === 'out' ? undefined : 'url(#flow-start)',
        'marker-end': flow === 'in' ? undefined : 'url(#flow-end)',
      })
