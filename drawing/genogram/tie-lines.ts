import { across, line, trackOf } from '../strokes.ts'
import { element, type Ink } from '../svg.ts'
import type { Layout } from './layout.ts'
import { dashesOf } from './lines.ts'
import type { Genogram } from './model.ts'
import type { Routes } from './routes.ts'
import { tieAlong } from './ties.ts'

/** The emotional lines, and couples whose partners stand in two rows. */
export function tieLines(
  { ties, unions }: Genogram,
  { standing, bars }: Layout,
  routes: Routes,
  ink: Ink,
): string[] {
  const alone = new Set(bars.flatMap(({ hanging }) => (hanging.alone ? [hanging.union.id] : [])))
  const couples = unions.flatMap((union) => {
    const [a, b] = [standing.get(union.partnerA), standing.get(union.partnerB ?? '')]
    if (!alone.has(union.id) || !a || !b) return []
    const track = trackOf(routes.between(a, b))
    const count = union.divorced ? 2 : Number(union.separated)
    const middle = track.length / 2
    return [
      element(
        'g',
        { 'data-couple': union.id },
        line(track, ink, { width: 2, dashes: dashesOf(union) }),
        ...Array.from({ length: count }, (_, index) => across(track, middle + index * 3, ink, 7, -3)),
      ),
    ]
  })
  const emotional = ties.flatMap(({ a, b, kind }) => {
    const [from, to] = [standing.get(a), standing.get(b)]
    if (!from || !to) return []
    return [
      element(
        'g',
        { 'data-tie': `${a} ${b}`, class: `tie ${kind}` },
        tieAlong(routes.between(from, to), kind, ink),
      ),
    ]
  })
  return [...couples, ...emotional]
}
