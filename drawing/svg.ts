type Value = string | number | undefined

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 does not know at all, and halves of characters: they would make the picture unreadable. */
const unknownToXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const harmless = /^[\w #.,:;()'/ -]*$/u

/** Text that means itself inside an element or an attribute. */
export const escaped = (text: string): string =>
  harmless.test(text)
    ? text
    : text.replaceAll(unknownToXml, '\uFFFD').replaceAll(/[&<>"]/gu, (sign) => escapes[sign] ?? sign)

/** A number as short as a picture needs it: one place behind the point, and none where it is a nought. */
export function short(value: number): string {
  const tenths = Math.round(value * 10)
  const rest = tenths % 10
  if (rest === 0) return String(tenths / 10 + 0)
  const whole = Math.trunc(tenths / 10)
  return `${tenths < 0 && whole === 0 ? '-' : ''}${whole}.${Math.abs(rest)}`
}

/** One element of SVG; what is undefined is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>>,
  ...content: string[]
): string {
  let written = ''
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined)
      written += ` ${key}="${typeof value === 'number' ? short(value) : escaped(value)}"`
  }
  const inside = content.join('')
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
}

export type TextStyle = Readonly<{
  size?: number
  anchor?: 'start' | 'middle' | 'end'
  weight?: string
  /** A rim in the colour of the paper, so that a line behind does not make it unreadable. */
  rim?: boolean
  class?: string
}>

/** One line of text with its baseline at y. */
export const textAt = (x: number, y: number, words: string, ink: Ink, style: TextStyle = {}): string =>
  words === ''
    ? ''
    : element(
        'text',
        {
          class: style.class,
          x,
          y,
          'font-size': style.size ?? 12,
          'text-anchor': style.anchor === 'start' ? undefined : (style.anchor ?? 'middle'),
          'font-weight': style.weight,
          fill: ink.line,
          stroke: style.rim ? ink.paper : undefined,
          'stroke-width': style.rim ? 3 : undefined,
          'stroke-linejoin': style.rim ? 'round' : undefined,
          'paint-order': style.rim ? 'stroke' : undefined,
        },
        escaped(words),
      )

/** What a picture is drawn with: on paper black on white, on a screen in the colours of the page. */
export type Ink = Readonly<{ line: string; soft: string; paper: string }>

export const paperInk: Ink = { line: '#1b1b1f', soft: '#5b5b66', paper: '#ffffff' }
export const screenInk: Ink = {
  line: 'currentColor',
  soft: 'currentColor',
  paper: 'var(--drawing-paper, #ffffff)',
}

export const fonts =
  "'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', Arial, sans-serif"

/** The whole picture, with what a screen reader says of it. */
export function picture(
  given: Readonly<{
    kind: string
    width: number
    height: number
    title: string
    description: string
    ink: Ink
    language: string
  }>,
  ...content: string[]
): string {
  const { kind, width, height, title, description, ink, language } = given
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: kind,
      role: 'img',
      lang: language,
      'aria-label': title,
      width,
      height,
      viewBox: `0 0 ${short(width)} ${short(height)}`,
      'font-family': fonts,
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(description)),
    element('rect', { class: 'paper', x: 0, y: 0, width, height, fill: ink.paper }),
    ...content,
  )
}

/** The way through these points, straight from one to the next. */
export function way(points: readonly Readonly<{ x: number; y: number }>[], close = false): string {
  let written = ''
  for (const { x, y } of points) written += `${written === '' ? 'M' : 'L'}${short(x)} ${short(y)}`
  return close ? `${written}Z` : written
}
