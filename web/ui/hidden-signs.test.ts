import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, piecesOf } from './hidden-signs.ts'

const hiddenIn = (text: string) =>
  piecesOf(text)
    .filter(({ hidden }) => hidden)
    .map((piece) => codeOf(piece.text))

test.each([
  ['王\u200B桂英', ['U+200B']],
  ['\u202Egnaw\u202C', ['U+202E', 'U+202C']],
  ['محمد \u200Fعبدالله', ['U+200F']],
  ['Ива\u00ADнова', ['U+00AD']],
  ['王\u200D桂英', ['U+200D']],
  ['\uFEFF李', ['U+FEFF']],
  ['李\u2066小\u2069龙', ['U+2066', 'U+2069']],
])('%j shows what hides in it', (text, codes) => {
  expect(hiddenIn(text)).toEqual(codes)
})

test.each(['王桂英', 'Иванова Мария', "O'Connor", 'می\u200Cخواهم', '👩\u200D👧', '葛\u{E0100}城', ''])(
  '%j hides nothing',
  (text) => {
    expect(hiddenIn(text)).toEqual([])
  },
)

test('the pieces are the text, whatever it is', () => {
  const signs = fc.constantFrom('\u202E', '\u200D', '\u200B', '王', 'م', '👩', ' ')
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(signs, fc.constant('a')) }), (text) => {
      expect(
        piecesOf(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
