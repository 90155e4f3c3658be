import { expect, test } from 'vitest'
import { paperInk } from '../svg.ts'
import { drawGenogram } from './draw.ts'
import { readGenogram } from './read.ts'

const couple = [
  { id: 'f', sex: 1 },
  { id: 'm', sex: 2 },
]

/** A family of two parents and one child, drawn on paper. */
const drawn = (child: object, { union = {}, link = {}, more = {} } = {}) =>
  drawGenogram(
    readGenogram({
      persons: [...couple, { id: 'c', sex: 1, ...child }],
      unions: [{ id: 'u', partnerA: 'f', partnerB: 'm', type: 'marriage', ...union }],
      childLinks: [{ union: 'u', child: 'c', ...link }],
      ...more,
    }),
    { language: 'en', day: '2026-11-29' },
  ).svg

/** How one stroke looks: its shape, whether it is filled, and how it is broken. */
function lookOf(stroke: string): string {
  const of = (name: string) => new RegExp(` ${name}="([^"]*)"`, 'u').exec(stroke)?.[1] ?? ''
  const d = of('d')
  const corners = (d.match(/[ML]/gu) ?? []).length
  const arc = d.includes('A') || /[HV]/u.test(d) ? 'half' : ''
  const closed = corners === 3 ? 'triangle' : 'diamond'
  const open = corners > 12 ? 'zigzag' : 'line'
  const shape = {
    rect: `square ${of('width')}`,
    circle: `circle ${of('r')}`,
    path:
      of('class') === 'cross' ? 'cross' : d.includes('q') ? 'wave' : arc || (d.endsWith('Z') ? closed : open),
    text: 'letter',
  }[/^<(\w+)/u.exec(stroke)?.[1] ?? '']
  const fill = of('fill')
  const filled = fill === paperInk.line ? 'filled ' : fill.startsWith('url') ? 'hatched ' : ''
  const dashes = of('stroke-dasharray')
  return `${shape === 'letter' ? '' : filled}${dashes === '' ? '' : dashes === '0.1 4.5' ? 'dotted ' : 'dashed '}${shape}`
}

/** The strokes of what carries this mark, in order. */
function strokesOf(svg: string, mark: string): string[] {
  const [, inside = ''] = new RegExp(`<g ${mark}[^>]*>(.*?)</g>`, 'su').exec(svg) ?? []
  return Array.from(inside.matchAll(/<(?:rect|circle|path|text)[^>]*>[^<]*/gu), ([stroke]) =>
    stroke.startsWith('<text') ? `“${stroke.split('>')[1]}”` : lookOf(stroke),
  )
}

test.each<[object, string[]]>([
  [{ sex: 1 }, ['square 40']],
  [{ sex: 2 }, ['circle 20']],
  [{ sex: 9 }, ['diamond', '“?”']],
  [{ sex: 2, genderIdentity: 'male' }, ['square 40', 'circle 12']],
  [{ pet: true }, ['diamond']],
  [{ index: true }, ['square 48', 'square 40']],
  [{ birth: '1940', death: '2000' }, ['square 40', 'cross', '“60”', '“1940”', '“2000”']],
  [{ status: 'pregnancy' }, ['triangle']],
  [{ status: 'miscarriage' }, ['filled circle 5']],
  [{ status: 'abortion' }, ['cross']],
  [{ status: 'stillborn' }, ['square 20', 'cross']],
  [{ marks: ['secret'] }, ['square 40', 'filled triangle']],
  [{ marks: ['misuse'] }, ['square 40', 'filled half']],
  [{ marks: ['misuse-suspected'] }, ['square 40', 'hatched half']],
  [{ marks: ['misuse-in-recovery'] }, ['square 40', 'filled half', 'line']],
  [{ marks: ['illness'] }, ['square 40', 'filled half']],
  [{ marks: ['illness-in-remission'] }, ['square 40', 'hatched half']],
  [{ marks: ['illness', 'misuse'] }, ['square 40', 'filled half', 'filled half']],
  [{ marks: ['smoker', 'obesity', 'language-problem'] }, ['square 40', '“SOL”']],
  [{ marks: ['immigration'] }, ['square 40', 'wave']],
])('a person: %j', (child, strokes) => {
  expect(strokesOf(drawn(child), 'data-person="c"')).toEqual(strokes)
})

test.each<[object, string[], number[]]>([
  [{ start: '1970' }, ['line', '“m 1970”'], []],
  [{ type: 'cohabitation', start: '1997' }, ['dashed line', '“LT 97”'], []],
  [{ type: 'affair' }, ['dotted line'], []],
  [{ separation: '1995' }, ['line', 'line', '“s 95”'], [1]],
  [{ divorce: '1997' }, ['line', 'line', 'line', '“d 97”'], [1, 1]],
  [{ divorce: '1997', reunion: '2000' }, ['line', 'line', 'line', 'line', '“d 97 remar 00”'], [1, 1, -1]],
])('a couple, its slashes leaning right, the one of a reunion left: %j', (union, strokes, lean) => {
  const svg = drawn({}, { union })
  expect(strokesOf(svg, 'data-union="u"')).toEqual(strokes)
  const slashes = svg.matchAll(/class="slash" d="M([\d.]+) [\d.]+L([\d.]+) /gu)
  expect(Array.from(slashes, ([, from, to]) => Math.sign(Number(to) - Number(from)))).toEqual(lean)
})

test.each([
  ['biological', ['line']],
  ['adopted', ['line', 'dashed line']],
  ['foster', ['dotted line']],
])('the line to a child: %s', (kind, strokes) => {
  expect(strokesOf(drawn({}, { link: { kind } }), 'data-child="c"')).toEqual(strokes)
})

test.each([true, false])(
  'twins hang from one point; a level line joins them where they are identical: %s',
  (twinIdentical) => {
    const { svg } = drawGenogram(
      readGenogram({
        persons: [...couple, { id: 'a', sex: 2 }, { id: 'b', sex: 2 }],
        unions: [{ id: 'u', partnerA: 'f', partnerB: 'm' }],
        childLinks: ['a', 'b'].map((child) => ({ union: 'u', child, twinGroup: 't', twinIdentical })),
      }),
      { language: 'en', day: '2026-11-29' },
    )
    const from = (child: string) =>
      new RegExp(`data-child="${child}".*? d="M([\\d.]+ [\\d.]+)L`, 'su').exec(svg)?.[1]
    expect(from('a')).toBe(from('b'))
    const level = /class="identical" d="M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)"/u.exec(svg)
    expect([level !== null, level?.[1] === level?.[2]]).toEqual([twinIdentical, true])
  },
)

test.each([
  ['close', ['line', 'line']],
  ['fused', ['line', 'line', 'line']],
  ['distant', ['dashed line']],
  ['conflict', ['zigzag']],
  ['close-hostile', ['line', 'line', 'zigzag']],
  ['fused-hostile', ['line', 'line', 'line', 'zigzag']],
  ['cut-off', ['line', 'line', 'line', 'line']],
  ['cut-off-repaired', ['line', 'line', 'line', 'line', 'circle 3.5']],
  ['focused-on', ['line', 'filled triangle']],
  ['caretaker', ['line', 'filled triangle', 'line']],
  ['physical-abuse', ['zigzag', 'filled triangle']],
  ['emotional-abuse', ['zigzag', 'triangle']],
  ['sexual-abuse', ['line', 'line', 'zigzag', 'filled triangle']],
  ['spiritual', ['dashed line']],
])('an emotional line: %s', (kind, strokes) => {
  const { svg } = drawGenogram(
    // Two who are nobody’s kin stand in one row: the line between them is straight.
    readGenogram({ persons: couple, ties: [{ a: 'f', b: 'm', kind }] }),
    { language: 'en', day: '2026-11-29' },
  )
  expect(strokesOf(svg, 'data-tie="f m"')).toEqual(strokes)
})

test('those who live together stand in a closed dashed curve', () => {
  const svg = drawn({}, { more: { households: [{ members: ['m', 'c'] }] } })
  expect(svg).toMatch(/<g data-household="[^"]*"><path d="[^"]*Z" fill="none"[^>]*stroke-dasharray="6 4"/u)
})
