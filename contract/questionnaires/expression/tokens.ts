/** An expression that cannot be read, or asks for what is not known here; `detail` says where or what. */
export class ExpressionProblem extends Error {
  override readonly name = 'ExpressionProblem'
  readonly code: ExpressionFault
  readonly detail: string

  constructor(code: ExpressionFault, detail: string) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}

export type ExpressionFault =
  | 'unreadable'
  | 'too-deep'
  | 'unknown-function'
  | 'wrong-number-of-arguments'
  | 'bad-pattern'

export type Token = Readonly<{
  kind: 'number' | 'text' | 'reference' | 'name' | 'sign'
  text: string
  at: number
}>

const signs = [
  '::',
  '//',
  '..',
  '!=',
  '<=',
  '>=',
  '(',
  ')',
  '[',
  ']',
  ',',
  '/',
  '.',
  '|',
  '+',
  '-',
  '*',
  '=',
  '<',
  '>',
  '@',
]
const longest = 8000

/**
 * The words of an XPath expression. Quotes and minus signs as word processors change them count as the plain ones, for
 * forms are written in spreadsheets.
 */
export function tokensOf(source: string): Token[] {
  if (source.length > longest) throw new ExpressionProblem('too-deep', 'longer than 8000 signs')
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    const rest = source.slice(at)
    const blank = /^\s+/u.exec(rest)
    if (blank) {
      at += blank[0].length
      continue
    }
    const token = tokenAt(rest, at)
    if (!token) throw new ExpressionProblem('unreadable', rest.slice(0, 20))
    tokens.push(token.token)
    at += token.length
  }
  return tokens
}

function tokenAt(rest: string, at: number): { token: Token; length: number } | null {
  const reference = /^\$\{\s*(?:last-saved#)?([^{}\s]+)\s*\}/u.exec(rest)
  if (reference) return found('reference', reference[1] ?? '', reference[0], at)
  const text = /^(?:"([^"]*)"|'([^']*)'|“([^”]*)”|‘([^’]*)’)/u.exec(rest)
  if (text) return found('text', text[1] ?? text[2] ?? text[3] ?? text[4] ?? '', text[0], at)
  const number = /^(?:\d+(?:\.\d*)?|\.\d+)/u.exec(rest)
  if (number) return found('number', number[0], number[0], at)
  const name = /^[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?/u.exec(rest)
  if (name) return found('name', name[0], name[0], at)
  const sign = signs.find((one) => rest.startsWith(one))
  if (sign) return found('sign', sign, sign, at)
  const printed = /^[–−≤≥≠]/u.exec(rest)?.[0]
  const plain = { '–': '-', '−': '-', '≤': '<=', '≥': '>=', '≠': '!=' }[printed ?? '']
  return plain === undefined || printed === undefined ? null : found('sign', plain, printed, at)
}

const found = (kind: Token['kind'], text: string, whole: string, at: number) => ({
  token: { kind, text, at },
  length: whole.length,
})
