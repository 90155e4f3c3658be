import type { Language } from '#contract/language.ts'
import { between, type Box, boxesMeet, distance, type Point } from '../geometry.ts'
import { pictureWords } from '../genogram/genogram.words.ts'
import { legendOf } from '../legend.ts'
import type { PartialDate } from '../partial-date.ts'
import { element, type Ink, paperInk, picture, screenInk, textAt } from '../svg.ts'
import { cutTo, initialsOf, widthOf, wrapped } from '../text.ts'
import { domainLetters, ecomapWords } from './ecomap.words.ts'
import {
  ecomapLayout,
  type EcomapLayout,
  ecomapSizes,
  type PlacedMember,
  type PlacedSystem,
} from './layout.ts'
import { ecomapLegend } from './legend.ts'
import { arrowMarkers, linkLine } from './links.ts'
import type { Ecomap, Link } from './model.ts'
import { type EcomapTold, tellEcomap } from './tell.ts'

export type EcomapLook = Readonly<{
  language: Language
  day: PartialDate
  author?: string
  title?: string
  /** Names of people as initials, and no notes: for sharing. */
  initials?: boolean
  onScreen?: boolean
}>

export type DrawnEcomap = Readonly<{ svg: string; told: EcomapTold; width: number; height: number }>

const legendWidth = 320

/** Draws an ecomap after Hartman: the client in the middle, the systems around, lines as strong as the links. Pure. */
export function drawEcomap(given: Ecomap, look: EcomapLook): DrawnEcomap {
  const { language, day, author } = look
  const ecomap = look.initials ? withInitials(given) : given
  const layout = ecomapLayout(ecomap)
  const ink = look.onScreen ? screenInk : paperInk
  const title = look.title ?? ecomapWords.title[language]
  const told = tellEcomap(ecomap, language)
  const side = layout.half * 2
  const legend = legendOf(ecomapLegend(ecomap, language, ink), {
    heading: pictureWords.legend[language],
    left: side + 10,
    top: 40,
    width: legendWidth,
    ink,
  })
  const notes = [
    `${pictureWords.asOf[language]} ${day}`,
    ...(author === undefined ? [] : [`${ecomapWords.author[language]}: ${author}`]),
    ecomapWords.confirmed[language],
  ]
  const below = 40 + legend.height + 20
  const width = side + legendWidth
  const height = Math.max(side, below + notes.length * 18 + 20)
  const svg = picture(
    {
      kind: 'ecomap',
      width,
      height,
      title,
      description: told.map(({ heading, lines }) => `${heading}: ${lines.join('; ')}.`).join(' '),
      ink,
      language,
    },
    arrowMarkers(ink),
    element('circle', {
      class: 'centre',
      cx: layout.middle.x,
      cy: layout.middle.y,
      r: layout.centreRadius,
      fill: ink.paper,
      stroke: ink.line,
      'stroke-width': 2,
    }),
    ...linesOf(ecomap, layout, ink),
    ...layout.systems.map((each) => systemOf(each, language, ink)),
    ...layout.members.map((each) => memberOf(each, ink)),
    centreName(ecomap, layout, language, ink),
    legend.svg,
    ...notes.map((words, index) =>
      textAt(side + 10, below + index * 18, words, ink, { size: 11, anchor: 'start', class: 'note' }),
    ),
  )
  return { svg, told, width, height }
}

function withInitials({ centre, systems, links }: Ecomap): Ecomap {
  const short = <Named extends { readonly name: string }>(each: Named) => ({
    ...each,
    name: each.name === '' ? '' : initialsOf(each.name),
  })
  const personal = new Set(['family', 'friends', 'neighbours'])
  return {
    centre: { ...short(centre), members: centre.members.map(short) },
    systems: systems.map((system) => (personal.has(system.domain) ? short(system) : system)),
    links: links.map((link) => ({ ...link, note: '' })),
  }
}

function systemOf({ system, x, y, r, lines }: PlacedSystem, language: Language, ink: Ink): string {
  const top = y - ((lines.length - 1) / 2) * ecomapSizes.line + 10
  return element(
    'g',
    { 'data-system': system.id, class: `system ${system.domain}` },
    element('circle', { cx: x, cy: y, r, fill: ink.paper, stroke: ink.line, 'stroke-width': 1.5 }),
    textAt(x, y - r + 16, domainLetters[system.domain][language], ink, {
      size: 10,
      weight: 'bold',
      class: 'domain',
    }),
    ...lines.map((words, index) =>
      textAt(x, top + index * ecomapSizes.line, words, ink, { size: ecomapSizes.text, class: 'name' }),
    ),
  )
}

function memberOf({ member, x, y }: PlacedMember, ink: Ink): string {
  const r = ecomapSizes.member
  const look = { fill: ink.paper, stroke: ink.line, 'stroke-width': 1.5 }
  const shape = (reach: number) => {
    if (member.sex === 'male')
      return element('rect', { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach, ...look })
    if (member.sex === 'female') return element('circle', { cx: x, cy: y, r: reach, ...look })
    return element('path', {
      d: `M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`,
      ...look,
    })
  }
  return element(
    'g',
    { 'data-member': member.id, class: 'member' },
    member.index ? shape(r + 3) : '',
    shape(r),
    textAt(x, y + r + 13, cutTo(member.name, 74, 10), ink, { size: 10, rim: true, class: 'name' }),
  )
}

function centreName(
  { centre }: Ecomap,
  { middle, centreRadius, members }: EcomapLayout,
  language: Language,
  ink: Ink,
): string {
  const name = centre.name || (members.length === 0 ? ecomapWords.client[language] : '')
  const room = members.length > 1 ? centreRadius * 0.7 : centreRadius * 1.6
  const lines = members.length === 1 ? [] : wrapped(name, room, 13, 3)
  return lines
    .map((words, index) =>
      textAt(middle.x, middle.y + 5 + (index - (lines.length - 1) / 2) * 16, words, ink, {
        size: 13,
        weight: 'bold',
        class: 'name',
        rim: true,
      }),
    )
    .join('')
}

/** The links, then their notes, so that no line runs over a note; several links to one system lie beside each other. */
function linesOf({ links }: Ecomap, layout: EcomapLayout, ink: Ink): string[] {
  const taken: Box[] = layout.systems.map(({ x, y, r }) => ({
    left: x - r,
    top: y - r,
    right: x + r,
    bottom: y + r,
  }))
  const notes: string[] = []
  const lines = links.flatMap((link, index) => {
    const system = layout.systems.find((each) => each.system.id === link.system)
    if (!system) return []
    const alike = links.filter(
      (other) => other.system === link.system && (other.member === null) === (link.member === null),
    )
    const aside = (alike.indexOf(link) - (alike.length - 1) / 2) * 14
    const [from, to] = endsOf(link, system, layout, aside)
    const stress = link.stress > 0 ? ` stressful stress-${link.stress}` : ''
    notes.push(noteOf(link.note, from, to, taken, ink))
    return [
      element(
        'g',
        {
          'data-link': link.system,
          class: `link ${link.strength}${stress} flow-${link.flow}`,
          'data-index': index,
        },
        linkLine(from, to, link, ink),
      ),
    ]
  })
  return [...lines, ...notes]
}

/** From border to border: of the middle circle, or of the symbol of the member whose link it is. */
function endsOf(
  link: Link,
  { x, y, r }: PlacedSystem,
  layout: EcomapLayout,
  aside: number,
): readonly [Point, Point] {
  const member = layout.members.find((each) => each.member.id === link.member)
  const start: Point = member ?? layout.middle
  const length = distance(start, { x, y }) || 1
  const [dx, dy] = [(x - start.x) / length, (y - start.y) / length]
  const reach = member ? ecomapSizes.member + 6 : layout.centreRadius
  const short = (radius: number) => Math.sqrt(Math.max(0, radius ** 2 - aside ** 2))
  const shifted = { x: start.x - dy * aside, y: start.y + dx * aside }
  return [
    { x: shifted.x + dx * short(reach), y: shifted.y + dy * short(reach) },
    { x: shifted.x + dx * (length - short(r)), y: shifted.y + dy * (length - short(r)) },
  ]
}

/** The note in the middle of its line, or a little aside where something stands there already. */
function noteOf(note: string, from: Point, to: Point, taken: Box[], ink: Ink): string {
  if (note === '') return ''
  for (const room of [120, 84, 56])
    for (const part of [0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75]) {
      const words = cutTo(note, room, 10.5)
      const half = widthOf(words, 10.5) / 2
      const { x, y } = between(from, to, part)
      const box = { left: x - half, top: y - 7, right: x + half, bottom: y + 6 }
      if (taken.some((other) => boxesMeet(box, other, 2))) continue
      taken.push(box)
      return textAt(x, y + 3.5, words, ink, { size: 10.5, rim: true, class: 'note' })
    }
  return ''
}
