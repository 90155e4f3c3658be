import type { Point } from '../geometry.ts'
import { widthOf, wrapped } from '../text.ts'
import { byId } from '../genogram/model.ts'
import { domains, type Ecomap, type Link, type Member, type System } from './model.ts'

/** Lengths of the picture, in pixels. */
export const ecomapSizes = {
  centre: 110,
  ring: 300,
  ringStep: 120,
  onRing: 14,
  leastSystem: 45,
  mostSystem: 58,
  member: 13,
  text: 12,
  line: 14,
} as const

export type PlacedSystem = Readonly<{
  system: System
  x: number
  y: number
  r: number
  angle: number
  lines: readonly string[]
}>
export type PlacedMember = Readonly<{ member: Member; x: number; y: number }>
export type EcomapLayout = Readonly<{
  middle: Point
  /** Half the side of the square in which all of it lies. */
  half: number
  centreRadius: number
  systems: readonly PlacedSystem[]
  members: readonly PlacedMember[]
}>

/** Puts the systems around the middle, domain by domain, clockwise from twelve o’clock; more than fourteen on further rings. */
export function ecomapLayout({ centre, systems, links }: Ecomap): EcomapLayout {
  const sorted = systems.toSorted(
    (a, b) =>
      domains.indexOf(a.domain) - domains.indexOf(b.domain) ||
      (a.distance ?? 0) - (b.distance ?? 0) ||
      byId(a.id, b.id),
  )
  const rings = Math.max(1, Math.ceil(sorted.length / ecomapSizes.onRing))
  const centreRadius = Math.max(ecomapSizes.centre, 44 + centre.members.length * 8)
  const ring = ecomapSizes.ring + centreRadius - ecomapSizes.centre
  const half = ring + (rings - 1) * ecomapSizes.ringStep + ecomapSizes.mostSystem + 30
  const middle = { x: half, y: half }
  const placed = sorted.map((system, index) => {
    const angle = (index / (Math.ceil(sorted.length / rings) * rings)) * 2 * Math.PI - Math.PI / 2
    const radius = ring + (index % rings) * ecomapSizes.ringStep
    const { lines, r } = labelled(system.name)
    return { system, ...pointAt(middle, angle, radius), r, angle, lines }
  })
  return {
    middle,
    half,
    centreRadius,
    systems: placed,
    members: membersOf(centre.members, links, placed, middle, centreRadius),
  }
}

export const pointAt = ({ x, y }: Point, angle: number, radius: number): Point => ({
  x: x + Math.cos(angle) * radius,
  y: y + Math.sin(angle) * radius,
})

/** The name in its circle, which grows with it up to a point. */
function labelled(name: string) {
  for (let r: number = ecomapSizes.leastSystem; ; r += 4) {
    const most = r >= ecomapSizes.mostSystem - 4 ? ecomapSizes.mostSystem : r
    const lines = wrapped(name, most * 2 - 20, ecomapSizes.text, 4)
    const fits = lines.length <= (most < 50 ? 2 : 4) && !lines.some((line) => line.endsWith('…'))
    const wide = lines.every((line, index) => {
      const y = (index - (lines.length - 1) / 2) * ecomapSizes.line + 6
      return widthOf(line, ecomapSizes.text) / 2 < Math.sqrt(Math.max(0, (most - 4) ** 2 - y ** 2))
    })
    if ((fits && wide) || most === ecomapSizes.mostSystem) return { lines: lines.slice(0, 4), r: most }
  }
}

/** The household within the middle circle, each member towards the systems that are theirs. */
function membersOf(
  members: readonly Member[],
  links: readonly Link[],
  systems: readonly PlacedSystem[],
  middle: Point,
  radius: number,
): PlacedMember[] {
  const [only] = members
  if (only && members.length === 1) return [{ member: only, x: middle.x, y: middle.y - 14 }]
  const towards = (member: Member) => {
    const angles = links
      .filter((link) => link.member === member.id)
      .flatMap(({ system }) => systems.find((each) => each.system.id === system)?.angle ?? [])
    const [x, y] = [Math.cos, Math.sin].map((part) => angles.reduce((sum, angle) => sum + part(angle), 0))
    return angles.length === 0 ? Math.PI * 1.5 : Math.atan2(y ?? 0, x ?? 0)
  }
  const round = (angle: number) => (angle + Math.PI / 2 + 4 * Math.PI) % (2 * Math.PI)
  const sorted = members.toSorted((a, b) => round(towards(a)) - round(towards(b)) || byId(a.id, b.id))
  const step = (2 * Math.PI) / Math.max(1, sorted.length)
  const turns = sorted.map((member, index) => towards(member) - index * step)
  const sum = (part: (angle: number) => number) => turns.reduce((all, angle) => all + part(angle), 0)
  const turn = Math.atan2(sum(Math.sin), sum(Math.cos))
  return sorted.map((member, index) => ({ member, ...pointAt(middle, index * step + turn, radius - 42) }))
}
