import { type Bar, barsOf, depthOf, labelTopOf } from './bars.ts'
import { type Net, netsOf, tracksOf } from './channels.ts'
import { familiesOf, type Family } from './families.ts'
import { type Hanging, hangingsOf } from './hangings.ts'
import { type Sketch, sizes } from './measures.ts'
import type { Genogram } from './model.ts'
import { orderOf, type Rows } from './order.ts'
import { placesOf } from './places.ts'
import { childrenOf } from './siblings.ts'

/** Somebody on the picture: the middle of the symbol, and where the label begins. */
export type Standing = Readonly<{ sketch: Sketch; x: number; y: number; row: number; labelTop: number }>

/** `wordsY` is the baseline of the words of a couple. */
export type PlacedBar = Bar & Readonly<{ y: number; symbolY: number; wordsY: number }>
export type PlacedNet = Net & Readonly<{ from: string | null; topY: number; trackY: number }>

/** Where everything of a genogram stands. */
export type Layout = Readonly<{
  standing: ReadonlyMap<string, Standing>
  bars: readonly PlacedBar[]
  nets: readonly PlacedNet[]
  /** The middle of each row, with the room that its symbols and labels take. */
  rows: readonly Readonly<{ y: number; top: number; bottom: number }>[]
  right: number
  bottom: number
}>

const margin = 40

/** Lays a genogram out: generations in rows, families beside each other. Pure: the same family gives the same picture. */
export function layoutOf(genogram: Genogram, sketches: ReadonlyMap<string, Sketch>): Layout {
  const children = childrenOf(genogram)
  const families = familiesOf(genogram, children).map((family) => {
    const rows = orderOf(family)
    return { family, rows, x: placesOf(family, rows, sketches) }
  })
  const shifts = rowShifts(
    families.map(({ family }) => family),
    genogram,
  )
  const x = new Map<string, number>()
  const plans: Plan[] = []
  let left = margin
  families.forEach(({ family, rows, x: own }, index) => {
    const [from, to] = reachOf(own, sketches)
    for (const [id, at] of own) x.set(id, Math.round(at - from + left))
    left += Math.round(to - from) + sizes.betweenFamilies
    plans.push({ family, rows, shift: shifts[index] ?? 0, hangings: hangingsOf(family, rows) })
  })
  return standUp(plans, x, sketches, left - sizes.betweenFamilies + margin)
}

type Plan = Readonly<{ family: Family; rows: Rows; shift: number; hangings: readonly Hanging[] }>

/** From where to where a family reaches, with its labels and years. */
function reachOf(x: ReadonlyMap<string, number>, sketches: ReadonlyMap<string, Sketch>): [number, number] {
  const all = [...x].map(([id, at]) => {
    const { labelHalf = 5, leftReach = 5, rightReach = 5 } = sketches.get(id) ?? {}
    return [at - Math.max(labelHalf, leftReach), at + Math.max(labelHalf, rightReach)] as const
  })
  const alone = 24
  return [Math.min(...all.map(([from]) => from)), Math.max(...all.map(([, to]) => to)) + alone]
}

/** By how many rows each family begins lower, so that whoever is tied to somebody of an earlier family stands beside them. */
function rowShifts(families: readonly Family[], { ties, households }: Genogram): number[] {
  const pairs = [
    ...ties.map(({ a, b }) => [a, b] as const),
    ...households.flatMap(({ members }) => members.slice(1).map((id) => [members[0] ?? '', id] as const)),
  ]
  const placed = new Map<string, number>()
  const shifts = families.map(({ rowOf }) => {
    const near = pairs
      .flatMap(([a, b]) => [
        [a, b],
        [b, a],
      ])
      .find(([own = '', other = '']) => rowOf.has(own) && placed.has(other) && !rowOf.has(other))
    const [own = '', other = ''] = near ?? []
    const shift = near ? (placed.get(other) ?? 0) - (rowOf.get(own) ?? 0) : 0
    for (const [id, row] of rowOf) placed.set(id, row + shift)
    return shift
  })
  const least = Math.min(0, ...shifts)
  return shifts.map((shift) => shift - least)
}

function standUp(
  plans: readonly Plan[],
  x: ReadonlyMap<string, number>,
  sketches: ReadonlyMap<string, Sketch>,
  right: number,
): Layout {
  const height = Math.max(...plans.map(({ rows, shift }) => rows.length + shift))
  const barsIn = Array.from({ length: height }, (_, row) =>
    plans.flatMap(({ hangings, shift }) =>
      barsOf(
        hangings.filter((hanging) => hanging.row + shift === row),
        x,
        sketches,
      ),
    ),
  )
  const drops = new Map(barsIn.flat().map(({ hanging, drop }) => [hanging.union.id, drop]))
  const nets = plans.flatMap(({ family, shift }) =>
    netsOf(family, x, (union) => drops.get(union) ?? 0).map((net) => ({ ...net, row: net.row + shift })),
  )
  const tracks = Array.from({ length: height }, (_, row) => tracksOf(nets.filter((net) => net.row === row)))
  const people = plans.flatMap(({ family, shift }) =>
    family.slots.flatMap(({ id, row }) => {
      const sketch = sketches.get(id)
      const at = x.get(id) ?? 0
      if (!sketch) return []
      return [
        { sketch, x: at, row: row + shift, labelTop: labelTopOf(sketch, at, barsIn[row + shift] ?? []) },
      ]
    }),
  )
  const rows = rowsOf(people, barsIn, tracks)
  const standing = new Map(
    people.map((each) => {
      const y = rows[each.row]?.y ?? 0
      return [each.sketch.person.id, { ...each, y, labelTop: y + each.labelTop }]
    }),
  )
  const bars = barsIn.flatMap((list, row) => list.map((bar) => placedBar(bar, rows[row]?.y ?? 0, list)))
  const barY = new Map(bars.map((bar) => [bar.hanging.union.id, bar.y]))
  const placedNets = nets.map((net) => {
    const [upper, lower] = [rows[net.row], rows[net.row + 1]]
    const topY = net.from === null ? (barY.get(net.union) ?? 0) : (upper?.y ?? 0)
    return { ...net, topY, trackY: trackY(upper?.bottom ?? 0, lower?.top ?? 0, net, tracks[net.row]) }
  })
  return { standing, bars, nets: placedNets, rows, right, bottom: (rows.at(-1)?.bottom ?? 0) + 10 }
}

type Person = Readonly<{ sketch: Sketch; row: number; labelTop: number }>

/** 180 px from row to row; more only where bars, labels and lines need it. */
function rowsOf(
  people: readonly Person[],
  bars: readonly (readonly Bar[])[],
  tracks: readonly ReadonlyMap<Net, number>[],
) {
  const rows: { y: number; top: number; bottom: number }[] = []
  bars.forEach((list, row) => {
    const here = people.filter((person) => person.row === row)
    const extra = here.some(
      ({ sketch }) => sketch.person.income !== '' || sketch.person.marks.includes('immigration'),
    )
    const top = extra ? 62 : 44
    const bottom = Math.max(
      26,
      ...list.map(({ level }) => depthOf(level) + 4),
      ...here.map(({ labelTop, sketch }) => labelTop + sketch.lines.length * sizes.line + 2),
    )
    const last = rows.at(-1)
    const lines = Math.max(0, ...(tracks[row - 1]?.values() ?? [])) + 1
    const y = last ? Math.max(last.y + sizes.rowDistance, last.bottom + lines * 6 + 14 + top) : margin + 40
    rows.push({ y, top: y - top, bottom: y + bottom })
  })
  return rows
}

function trackY(top: number, bottom: number, net: Net, tracks: ReadonlyMap<Net, number> | undefined): number {
  const own = tracks?.get(net) ?? 0
  const count = Math.max(0, ...(tracks?.values() ?? [])) + 1
  const step = Math.min(12, (bottom - top) / (count + 1))
  return (top + bottom) / 2 + (own - (count - 1) / 2) * step
}

/** The words of a couple stand above its bar, in the gap where its children hang; a second couple in it writes below. */
function placedBar(bar: Bar, symbolY: number, others: readonly Bar[]): PlacedBar {
  const y = symbolY + depthOf(bar.level)
  const shares = others.some(
    (other) =>
      other !== bar &&
      other.level < bar.level &&
      other.hanging.left === bar.hanging.left &&
      other.hanging.right === bar.hanging.right,
  )
  return { ...bar, y, symbolY, wordsY: shares ? y + 13 : y - 9 }
}
