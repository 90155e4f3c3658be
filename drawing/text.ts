const wideSigns =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const broadLetters = /[MWmwЖШЩЮФЫЪжшщюфыъмЪ@%—…]/u
const capitals = /\p{Lu}/u
const slender = /[-iIljtfr.,:;'’!|()[\] ·]/u

function widthOfSign(sign: string): number {
  if (wideSigns.test(sign)) return 1
  if (broadLetters.test(sign)) return 0.92
  if (slender.test(sign)) return 0.38
  if (capitals.test(sign)) return 0.72
  return 0.6
}

const known = new Map<string, number>()

/** How wide a text is at most, without asking a screen: rather too wide than too narrow. */
export function widthOf(text: string, size: number): number {
  let sum = 0
  for (const sign of text) {
    let width = known.get(sign)
    if (width === undefined) {
      width = widthOfSign(sign)
      if (known.size < 4000) known.set(sign, width)
    }
    sum += width
  }
  return sum * size
}

const signs = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Letters that never join with what follows: most names. */
const plain = /^[\u0020-\u02FF\u0400-\u0482\u048A-\u052F\u4E00-\u9FFF]*$/u
const signsOf = (text: string) =>
  plain.test(text) ? text.split('') : Array.from(signs.segment(text), ({ segment }) => segment)

/** The text, cut with an ellipsis where it is wider than there is room. */
export function cutTo(text: string, room: number, size: number): string {
  if (widthOf(text, size) <= room) return text
  const kept: string[] = []
  let width = 0
  for (const sign of signsOf(text)) {
    width += widthOf(sign, 1)
    if (kept.length > 0 && (width + widthOf('…', 1)) * size > room) break
    kept.push(sign)
  }
  return `${kept.join('').trimEnd()}…`
}

/** Where a line may end: behind a space or a hyphen, and behind any sign that is as wide as it is high. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const sign of signsOf(text)) {
    piece += sign
    if (sign === ' ' || sign === '-' || wideSigns.test(sign)) {
      pieces.push(piece)
      piece = ''
    }
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** The text in as many lines as it needs, at most `most`; the last one is cut. */
export function wrapped(text: string, room: number, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text.trim().replaceAll(/\s+/gu, ' '))) {
    if (line !== '' && lines.length < most - 1 && widthOf((line + piece).trimEnd(), size) > room) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines.map((each) => cutTo(each, room, size))
}

/**
 * The initials of a name, for a picture that others will see: `A. P.`; of a name in Chinese characters, which has no
 * initials, the family name as reports write it: `李某`.
 */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s·・]+/u)
    .filter((word) => word !== '')
  const [first = ''] = words
  const [sign = ''] = signsOf(first)
  if (/\p{Script=Han}/u.test(sign)) return `${sign}某`
  return words.map((word) => `${(signsOf(word)[0] ?? '').toUpperCase()}.`).join(' ')
}
