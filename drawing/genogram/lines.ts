import type { Point } from '../geometry.ts'
import { across, dots, line, trackOf } from '../strokes.ts'
import { element, type Ink, textAt } from '../svg.ts'
import type { PlacedBar, PlacedNet, Standing } from './layout.ts'
import { barWords, sizes, unit } from './measures.ts'
import type { ChildLink, Union } from './model.ts'
import { twinGroupsOf } from './siblings.ts'
import type { Strand } from './families.ts'

/** How the bar of a couple is drawn: married solid, together without marriage dashed, an affair dotted. */
export function dashesOf({ type }: Pick<Union, 'type'>): string | undefined {
  if (type === 'cohabitation' || type === 'committed') return '7 4'
  return type === 'affair' || type === 'secret-affair' ? dots : type === 'other' ? '10 3 2 3' : undefined
}

/** The slashes of a separation, a divorce, a reunion; across the bar, right of a point. */
export function slashes(
  { separated, divorced, reunited }: Pick<Union, 'separated' | 'divorced' | 'reunited'>,
  at: Point,
  ink: Ink,
): string {
  const count = divorced ? 2 : Number(separated)
  const track = trackOf([
    { x: at.x, y: at.y },
    { x: at.x + 40, y: at.y },
  ])
  const leaning = Array.from({ length: count }, (_, index) => across(track, index * 3, ink, 7, -3))
  const back = reunited ? [across(track, count * 3 + 3, ink, 7, 3)] : []
  return [...leaning, ...back].join('')
}

/** The bar of a couple with the lines down to it, its slashes and its words. */
export function barOf(bar: PlacedBar, standing: ReadonlyMap<string, Standing>, ink: Ink): string {
  const { union, alone } = bar.hanging
  const ends = (alone ? [bar.hanging.left] : [union.partnerA, union.partnerB ?? '']).flatMap(
    (id) => standing.get(id) ?? [],
  )
  const [left, right] = ends.toSorted((a, b) => a.x - b.x)
  if (!left) return ''
  const foot = ({ x, y, sketch }: Standing) => ({ x, y: y + bottomOf(sketch.half, sketch.person.status) })
  const points = [
    foot(left),
    { x: left.x, y: bar.y },
    { x: right?.x ?? bar.drop, y: bar.y },
    ...(right ? [foot(right)] : []),
  ]
  const middle = right ? (left.x + right.x) / 2 : bar.drop
  const near = Math.abs(middle - bar.drop) < 20 || right === undefined ? bar.drop + 9 : middle
  return element(
    'g',
    { 'data-union': union.id, class: `union ${union.type}` },
    line(points, ink, { dashes: dashesOf(union), width: 2, class: 'bar' }),
    union.partnerB === null || alone
      ? ''
      : slashes(union, { x: near, y: bar.y }, ink).replaceAll('<path', '<path class="slash"'),
    alone
      ? ''
      : textAt(bar.drop, bar.wordsY, barWords(union), ink, { size: sizes.small, rim: true, class: 'since' }),
  )
}

const bottomOf = (half: number, status: string) => (status === 'pregnancy' ? half * 0.8 : half)

const topOf = ({ sketch: { half, person } }: Standing, aside: number) => {
  const isRound = (person.identity ?? person.sex) === 'female' && !person.pet
  if (person.status === 'pregnancy') return half * 0.8
  if (aside === 0) return half
  return isRound ? Math.sqrt(Math.max(0, half * half - aside * aside)) : half
}

/** The line to a child in its own manner: adopted a solid and a dashed one, foster dotted, step thin and dashed. */
export function childLine(points: readonly Point[], kind: ChildLink['kind'], ink: Ink): string {
  const shifted = (by: number) => points.map(({ x, y }) => ({ x: x + by, y }))
  if (kind === 'adopted') return line(shifted(-2.5), ink) + line(shifted(2.5), ink, { dashes: '4 3' })
  if (kind === 'foster') return line(points, ink, { dashes: dots, width: 2 })
  return kind === 'step' ? line(points, ink, { dashes: '9 3 2 3', width: 1 }) : line(points, ink)
}

type End = Readonly<{ strand: Strand; x: number; y: number }>

/** The lines from a couple, or from where one comes through, to all children of a net. */
export function netOf(
  net: PlacedNet,
  standing: ReadonlyMap<string, Standing>,
  passY: (row: number) => number,
  ink: Ink,
): string {
  const ends: End[] = net.ends.map(({ strand, x }) => {
    const child = standing.get(strand.to)
    const only = net.ends.length === 1 && Math.abs(x - net.top) < 2
    return {
      strand,
      x: only ? net.top : x,
      y: child ? child.y - topOf(child, x - child.x) : passY(net.row + 1),
    }
  })
  if (net.curved) return ends.map((end) => curve(net, end, ink)).join('')
  const twins = twinGroupsOf(ends.map(({ strand }) => strand.link)).map((group) =>
    ends.filter(({ strand }) => group.includes(strand.link)),
  )
  const singles = ends.filter((end) => !twins.some((group) => group.includes(end)))
  const tops = [net.top, ...singles.map(({ x }) => x), ...twins.map((group) => apexOf(group))]
  const [left, right] = [Math.min(...tops), Math.max(...tops)]
  const level = { y: net.trackY }
  return [
    line(
      [
        { x: net.top, y: net.topY },
        { x: net.top, ...level },
      ],
      ink,
      { class: 'down' },
    ),
    left === right
      ? ''
      : line(
          [
            { x: left, ...level },
            { x: right, ...level },
          ],
          ink,
          { class: 'siblings' },
        ),
    ...singles.map((end) => childOf(end, [{ x: end.x, ...level }, end], ink)),
    ...twins.map((group) => twinsOf(group, { x: apexOf(group), ...level }, ink)),
  ].join('')
}

const apexOf = (group: readonly End[]) => {
  const places = group.map(({ x }) => x)
  return (Math.min(...places) + Math.max(...places)) / 2
}

const childOf = ({ strand: { link } }: End, points: readonly Point[], ink: Ink) =>
  element(
    'g',
    { 'data-child': link.child, 'data-of': link.union, class: link.kind },
    childLine(points, link.kind, ink),
  )

/** Slanted lines from one point; between identical twins a level line joins them. */
function twinsOf(group: readonly End[], apex: Point, ink: Ink): string {
  const knee = (end: End) => Math.max(apex.y + 6, end.y - 20)
  const lines = group.map((end) => childOf(end, [apex, { x: end.x, y: knee(end) }, end], ink))
  if (!group.some(({ strand }) => strand.link.twinIdentical)) return lines.join('')
  const half = group
    .toSorted((a, b) => a.x - b.x)
    .map((end) => ({ x: (apex.x + end.x) / 2, y: (apex.y + knee(end)) / 2 }))
  return lines.join('') + line(half, ink, { class: 'identical' })
}

/** A second link of a child, or one that passes a row, in rounded corners. */
function curve(net: PlacedNet, end: End, ink: Ink): string {
  const track = trackOf(
    [{ x: net.top, y: net.topY }, { x: net.top, y: net.trackY }, { x: end.x, y: net.trackY }, end],
    unit / 2,
  )
  return element(
    'g',
    { 'data-child': end.strand.link.child, 'data-of': net.union, class: `${end.strand.link.kind} second` },
    childLine(track, end.strand.link.kind, ink),
  )
}
