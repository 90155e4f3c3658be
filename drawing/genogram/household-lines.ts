import { type Box, boxesMeet, extentOf, type Point } from '../geometry.ts'
import { element, type Ink, textAt, way } from '../svg.ts'
import { cutTo, widthOf } from '../text.ts'
import { householdCurves } from './households.ts'
import type { Layout } from './layout.ts'
import { sizes } from './measures.ts'
import type { Household } from './model.ts'
import type { Obstacles } from './obstacles.ts'
import type { Routes } from './routes.ts'

/** The households as dashed curves, each with its label where it covers nothing. */
export function householdLines(
  households: readonly Household[],
  { standing }: Layout,
  routes: Routes,
  { symbols, texts }: Obstacles,
  ink: Ink,
): string[] {
  const taken: Box[] = [...symbols, ...texts].map(({ box }) => box)
  return households.map(({ members, label }) => {
    const inside = members.flatMap((id) => standing.get(id) ?? [])
    const outside = [...standing.values()].filter((each) => !inside.includes(each))
    const curves = householdCurves(inside, outside, texts, routes)
    const words = cutTo(label, 180, sizes.small)
    const place = words === '' ? null : labelPlace(curves, words, taken)
    if (place) taken.push(place)
    return element(
      'g',
      { 'data-household': members.join(' ') },
      element('path', {
        d: curves.map((curve) => way(curve, true)).join(''),
        fill: 'none',
        stroke: ink.soft,
        'stroke-width': 1.3,
        'stroke-dasharray': '6 4',
        'stroke-linejoin': 'round',
      }),
      place
        ? textAt((place.left + place.right) / 2, place.bottom - 2, words, ink, {
            size: sizes.small,
            rim: true,
            class: 'household',
          })
        : '',
    )
  })
}

/** A place on the border of the curve, its lower edge first, where the words cover nobody and nothing written. */
function labelPlace(curves: readonly (readonly Point[])[], words: string, taken: readonly Box[]): Box {
  const half = widthOf(words, sizes.small) / 2
  const points = curves.flat()
  const boxAt = ({ x, y }: Point): Box => ({ left: x - half, top: y - 7, right: x + half, bottom: y + 6 })
  const isFree = (box: Box) => box.left > 4 && !taken.some((other) => boxesMeet(box, other, 2))
  const around = extentOf(points)
  const below = boxAt({ x: ((around?.left ?? 0) + (around?.right ?? 0)) / 2, y: (around?.bottom ?? 0) + 9 })
  if (isFree(below)) return below
  const bottomFirst = points.toSorted((a, b) => b.y - a.y || a.x - b.x)
  return bottomFirst.map(boxAt).find(isFree) ?? below
}
