import type { Language, Wording } from '#contract/language.ts'
import type { LegendItem } from '../legend.ts'
import { line } from '../strokes.ts'
import { element, type Ink } from '../svg.ts'
import { childWords, markWords, symbolWords, tieWords, unionWords } from './genogram.words.ts'
import { childLine, dashesOf, slashes } from './lines.ts'
import {
  type ChildKind,
  childKinds,
  type Gender,
  type Genogram,
  type Mark,
  marks,
  type Person,
  type TieKind,
  tieKinds,
  type UnionType,
  unionTypes,
} from './model.ts'
import { childrenOf, twinGroupsOf } from './siblings.ts'
import { marksOf, symbolOf } from './symbols.ts'
import { tieAlong } from './ties.ts'

type Middle = Readonly<{ x: number; y: number }>
type Sample = Readonly<{ key: string; words: Wording; draw: (middle: Middle) => string }>

const nobody: Person = {
  id: '',
  name: '',
  sex: 'male',
  identity: null,
  pet: false,
  birth: null,
  birthAbout: false,
  death: null,
  cause: '',
  index: false,
  education: '',
  occupation: '',
  city: '',
  income: '',
  marks: [],
  status: 'living',
}

/** The legend of exactly what stands on a picture, in the words of one language. */
export function legendItemsOf(genogram: Genogram, language: Language, ink: Ink): LegendItem[] {
  const samples = [...symbols(genogram, ink), ...couples(genogram, ink), ...lines(genogram, ink)]
  return samples.map(({ key, words, draw }) => ({ key, words: words[language], sample: draw }))
}

function symbols({ persons }: Genogram, ink: Ink): Sample[] {
  const small = (person: Person, middle: Middle) => {
    const { x, y } = middle
    return element(
      'g',
      { transform: `translate(${x} ${y}) scale(0.62) translate(${-x} ${-y})` },
      symbolOf(person, middle, ink),
      marksOf(person, middle, ink),
    )
  }
  const whole = persons.filter(({ status, pet }) => !pet && (status === 'living' || status === 'deceased'))
  const genders = (['male', 'female', 'unknown'] as const).filter((gender) =>
    persons.some(
      ({ sex, identity, status, pet }) =>
        !pet && (identity ?? sex) === gender && ['living', 'deceased', 'stillborn'].includes(status),
    ),
  )
  const states = (['deceased', 'pregnancy', 'miscarriage', 'abortion', 'stillborn'] as const).filter(
    (status) => persons.some((person) => person.status === status),
  )
  const client = persons.find(({ index }) => index)
  const shape: Gender = client ? (client.identity ?? client.sex) : 'male'
  const drawn = (key: string, words: Wording, person: Partial<Person>): Sample => ({
    key,
    words,
    draw: (middle) => small({ ...nobody, ...person }, middle),
  })
  return [
    ...genders.map((sex) => drawn(sex, symbolWords[sex], { sex })),
    ...(whole.some(({ sex, identity }) => identity !== null && identity !== sex)
      ? [drawn('trans', symbolWords.trans, { sex: 'female', identity: 'male' })]
      : []),
    ...(persons.some(({ pet }) => pet) ? [drawn('pet', symbolWords.pet, { pet: true })] : []),
    ...(client ? [drawn('index', symbolWords.index, { sex: shape, index: true })] : []),
    ...states.map((status) => drawn(status, symbolWords[status], { status })),
    ...marks
      .filter((mark) => persons.some((person) => person.marks.includes(mark)))
      .map((mark: Mark) => drawn(mark, markWords[mark], { marks: [mark] })),
  ]
}

const level = ({ x, y }: Middle, half = 22) => [
  { x: x - half, y },
  { x: x + half, y },
]

function couples({ unions }: Genogram, ink: Ink): Sample[] {
  const pairs = unions.filter(({ partnerB }) => partnerB !== null)
  const types = unionTypes.filter((type) => pairs.some((union) => union.type === type))
  const states = (['separated', 'divorced', 'reunited'] as const).filter((state) =>
    pairs.some((union) => (state === 'separated' ? union.separated && !union.divorced : union[state])),
  )
  const none = { separated: false, divorced: false, reunited: false }
  return [
    ...types.map((type: UnionType) => ({
      key: type,
      words: unionWords[type],
      draw: (middle: Middle) => line(level(middle), ink, { width: 2, dashes: dashesOf({ type }) }),
    })),
    ...states.map((state) => ({
      key: state,
      words: symbolWords[state],
      draw: (middle: Middle) =>
        line(level(middle), ink, { width: 2 }) +
        slashes(
          { ...none, [state]: true, divorced: state !== 'separated' },
          { x: middle.x - 6, y: middle.y },
          ink,
        ),
    })),
  ]
}

function lines(genogram: Genogram, ink: Ink): Sample[] {
  const { ofUnion, links } = childrenOf(genogram)
  const kinds = childKinds.filter((kind) => links.some((link) => link.kind === kind))
  const twins = [...ofUnion.values()].flatMap(twinGroupsOf)
  const identical = twins.filter((group) => group.some(({ twinIdentical }) => twinIdentical))
  const ties = tieKinds.filter((kind) => genogram.ties.some((tie) => tie.kind === kind))
  const forked = (bar: boolean) => (middle: Middle) => {
    const [top, left, right] = [
      { x: middle.x, y: middle.y - 12 },
      { x: middle.x - 16, y: middle.y + 12 },
      { x: middle.x + 16, y: middle.y + 12 },
    ]
    const between = bar
      ? line(
          [
            { x: middle.x - 8, y: middle.y },
            { x: middle.x + 8, y: middle.y },
          ],
          ink,
        )
      : ''
    return line([left, top, right], ink) + between
  }
  return [
    ...kinds.map((kind: ChildKind) => ({
      key: kind,
      words: childWords[kind],
      draw: ({ x, y }: Middle) =>
        childLine(
          [
            { x, y: y - 14 },
            { x, y: y + 14 },
          ],
          kind,
          ink,
        ),
    })),
    ...(twins.length > identical.length
      ? [{ key: 'twins', words: symbolWords.twins, draw: forked(false) }]
      : []),
    ...(identical.length > 0
      ? [{ key: 'identical-twins', words: symbolWords['identical-twins'], draw: forked(true) }]
      : []),
    ...ties.map((kind: TieKind) => ({
      key: kind,
      words: tieWords[kind],
      draw: (middle: Middle) => tieAlong(level(middle, 26), kind, ink),
    })),
    ...(genogram.households.length > 0
      ? [
          {
            key: 'household',
            words: symbolWords.household,
            draw: ({ x, y }: Middle) =>
              element('rect', {
                x: x - 20,
                y: y - 11,
                width: 40,
                height: 22,
                rx: 10,
                fill: 'none',
                stroke: ink.soft,
                'stroke-width': 1.3,
                'stroke-dasharray': '6 4',
              }),
          },
        ]
      : []),
  ]
}
