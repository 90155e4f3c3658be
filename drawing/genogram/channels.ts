import type { Family, Strand } from './families.ts'

/** Lines that leave one place above and reach one or several places below, by one level line between two rows. */
export type Net = Readonly<{
  row: number
  union: string
  /** Through which slot it comes; null from the bar of the couple. */
  from: string | null
  top: number
  ends: readonly Readonly<{ strand: Strand; x: number }>[]
  /** A second link of a child, or one that passes a row: drawn as a curve. */
  curved: boolean
}>

/** The nets of a family. `hangsAt` says where a couple hangs, `x` where each slot stands. */
export function netsOf(
  { strands, children }: Family,
  x: ReadonlyMap<string, number>,
  hangsAt: (union: string) => number,
): Net[] {
  const nets = new Map<string, Net>()
  const seconds = new Map<string, number>()
  for (const strand of strands) {
    const { union, link, from, to, row } = strand
    const isSecond = children.first.get(link.child) !== link
    const isLast = to === link.child
    const place = (x.get(to) ?? 0) + (isSecond && isLast ? beside(seconds, to) : 0)
    const key = isSecond || from !== null ? `${union} ${link.child} ${row}` : `${union} ${row}`
    const net = nets.get(key) ?? {
      row,
      union,
      from,
      top: from === null ? hangsAt(union) : (x.get(from) ?? 0),
      ends: [],
      curved: isSecond || from !== null,
    }
    nets.set(key, { ...net, ends: [...net.ends, { strand, x: place }] })
  }
  return [...nets.values()]
}

/** A second line reaches the symbol beside its middle, where the first one stands. */
function beside(seconds: Map<string, number>, child: string): number {
  const count = (seconds.get(child) ?? 0) + 1
  seconds.set(child, count)
  return (count % 2 === 1 ? 1 : -1) * (5 + 4 * Math.ceil(count / 2))
}

type Span = Readonly<{ net: Net; left: number; right: number; downs: readonly number[] }>

const spanOf = (net: Net): Span => {
  const downs = net.ends.map(({ x }) => x)
  return {
    net,
    left: Math.min(net.top, ...downs) - 4,
    right: Math.max(net.top, ...downs) + 4,
    downs,
  }
}

const meet = (a: Span, b: Span) => a.left < b.right && b.left < a.right

/** How many crossings there are when the level line of `upper` lies above that of `lower`; lines that would lie on each other count as many. */
function crossingsOf(upper: Span, lower: Span): number {
  const inside = ({ left, right }: Span, x: number) => left + 4 < x && x < right - 4
  const onEachOther = upper.downs.filter((x) => Math.abs(x - lower.net.top) < 5).length
  return (
    upper.downs.filter((x) => inside(lower, x)).length +
    Number(inside(upper, lower.net.top)) +
    onEachOther * 10
  )
}

/** On which level line each net of a row lies, 0 the uppermost: those that meet on different ones, with few crossings. */
export function tracksOf(nets: readonly Net[]): ReadonlyMap<Net, number> {
  const left = nets.map(spanOf)
  const done: { span: Span; track: number }[] = []
  while (left.length > 0) {
    const costs = left.map((span) =>
      left
        .filter((other) => other !== span && meet(span, other))
        .reduce((sum, other) => sum + crossingsOf(span, other) - crossingsOf(other, span), 0),
    )
    const next = costs.indexOf(Math.min(...costs))
    const [span] = left.splice(next, 1)
    if (!span) break
    const above = done.filter((other) => meet(other.span, span)).map(({ track }) => track)
    done.push({ span, track: Math.max(-1, ...above) + 1 })
  }
  return new Map(done.map(({ span, track }) => [span.net, track]))
}
