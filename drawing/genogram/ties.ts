import type { Point } from '../geometry.ts'
import { across, arrowHead, aside, jagged, line, part, stepsFor, type Track, trackOf } from '../strokes.ts'
import { element, type Ink } from '../svg.ts'
import type { TieKind } from './model.ts'

const parallel = (track: Track, apart: readonly number[], ink: Ink) =>
  apart.map((by) => line(aside(track, by), ink, { width: 1.3 })).join('')

const headless = (track: Track) => part(track, 0, track.length - 1 - stepsFor(9))

/** A line with a gap in its middle, closed by two short bars. */
function cutOff(track: Track, ink: Ink, repaired: boolean): string {
  const middle = (track.length - 1) / 2
  const gap = stepsFor(6)
  const centre = track[Math.round(middle)]
  return [
    line(part(track, 0, middle - gap), ink),
    line(part(track, middle + gap, track.length - 1), ink),
    across(track, middle - gap, ink, 7),
    across(track, middle + gap, ink, 7),
    repaired && centre
      ? element('circle', {
          cx: centre.x,
          cy: centre.y,
          r: 3.5,
          fill: ink.paper,
          stroke: ink.line,
          'stroke-width': 1.3,
        })
      : '',
  ].join('')
}

/** A zigzag as broad as the length of the line allows. */
const zigzag = (track: Track, ink: Ink, height = 5) => line(jagged(track, height), ink, { width: 1.3 })

const strokes: Readonly<Record<TieKind, (track: Track, ink: Ink) => string>> = {
  close: (track, ink) => parallel(track, [-2.5, 2.5], ink),
  fused: (track, ink) => parallel(track, [-4, 0, 4], ink),
  distant: (track, ink) => line(track, ink, { width: 1, dashes: '3 4' }),
  conflict: (track, ink) => zigzag(track, ink),
  'close-hostile': (track, ink) => parallel(track, [-4.5, 4.5], ink) + zigzag(track, ink, 4),
  'fused-hostile': (track, ink) => parallel(track, [-6, 0, 6], ink) + zigzag(track, ink, 5),
  'cut-off': (track, ink) => cutOff(track, ink, false),
  'cut-off-repaired': (track, ink) => cutOff(track, ink, true),
  'focused-on': (track, ink) => line(headless(track), ink) + arrowHead(track, ink, { filled: true, size: 9 }),
  caretaker: (track, ink) =>
    line(headless(track), ink) +
    arrowHead(track, ink, { filled: true, size: 9 }) +
    across(track, track.length - 1 - stepsFor(15), ink, 6),
  'physical-abuse': (track, ink) => zigzag(headless(track), ink) + arrowHead(track, ink, { filled: true }),
  'emotional-abuse': (track, ink) => zigzag(headless(track), ink) + arrowHead(track, ink, { filled: false }),
  'sexual-abuse': (track, ink) =>
    parallel(headless(track), [-5, 5], ink) +
    zigzag(headless(track), ink, 4) +
    arrowHead(track, ink, { filled: true, size: 12 }),
  spiritual: (track, ink) =>
    line(track, ink, { dashes: '9 4 0.1 4' }).replace('<path', '<path stroke-linecap="round"'),
}

/** The emotional line between two people along a way; its shape alone says what it is, without any colour. */
export const tieAlong = (points: readonly Point[], kind: TieKind, ink: Ink): string =>
  strokes[kind](trackOf(points), ink)
