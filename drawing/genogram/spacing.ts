import type { Family } from './families.ts'
import { aloneReach, type Hanging, wordsRoom } from './hangings.ts'
import { type Sketch, sizes } from './measures.ts'

const passHalf = 5

/** How far apart the middles of two neighbours stand at least, so that symbols, labels, years and lines find room. */
export function apartEnough(
  family: Family,
  hangings: readonly Hanging[],
  sketches: ReadonlyMap<string, Sketch>,
): (left: string, right: string) => number {
  const kin = kinOf(family)
  return (left, right) => {
    const [a, b] = [sketches.get(left), sketches.get(right)]
    const isKin = [...(kin.get(left) ?? [])].some((each) => kin.get(right)?.has(each))
    const gap = isKin || !a || !b ? sizes.betweenSiblings : sizes.betweenFamilies
    const labels = [a?.labelHalf ?? passHalf, b?.labelHalf ?? passHalf] as const
    let least = Math.max(
      (a?.half ?? passHalf) + (b?.half ?? passHalf) + (!a && !b ? 6 : gap),
      labels[0] + labels[1] + 12,
      (a?.rightReach ?? passHalf) + (b?.leftReach ?? passHalf) + 8,
    )
    const hanging = hangings.filter((each) => each.left === left && each.right === right)
    for (const { union, alone } of hanging) {
      if (alone) least = Math.max(least, aloneReach(a) + Math.max(labels[1], b?.leftReach ?? 0) + 14)
      else
        least = Math.max(
          least,
          (a?.half ?? 0) + (b?.half ?? 0) + sizes.betweenFamilies,
          2 * Math.max(...labels) + 28,
          wordsRoom(union) + 24,
          hanging.length > 1 ? 2 * Math.max(...labels) + wordsRoom(union) + 24 * hanging.length : 0,
        )
    }
    return least
  }
}

/** Of which couples each is a child, or the partner of a child, or a partner: neighbours of one family stand nearer. */
function kinOf({ unions, strands }: Family): ReadonlyMap<string, ReadonlySet<string>> {
  const kin = new Map<string, Set<string>>()
  const add = (id: string, union: string) => {
    const known = kin.get(id)
    if (known) known.add(union)
    else kin.set(id, new Set([union]))
  }
  for (const { to, union } of strands) add(to, union)
  const own = new Map([...kin].map(([id, each]) => [id, [...each]]))
  for (const { id, partnerA, partnerB } of unions) {
    if (partnerB === null) continue
    add(partnerA, id)
    add(partnerB, id)
    for (const union of own.get(partnerA) ?? []) add(partnerB, union)
    for (const union of own.get(partnerB) ?? []) add(partnerA, union)
  }
  return kin
}
