/** Why a text that may well be JSON is not taken: it nests too deep, or says the same name twice. */
export type JsonProblem = 'too-deep' | 'said-twice'

/** Where the text that begins with the quote at `from` ends (its closing quote), or -1. */
function endOfText(json: string, from: number): number {
  for (let at = from + 1; at < json.length; at += 1) {
    const letter = json[at]
    if (letter === '"') return at
    if (letter === '\\') at += 1
  }
  return -1
}

const blank = new Set([' ', '\t', '\n', '\r'])

/** Whether the text that ended here is a name: a colon comes next. */
function isName(json: string, end: number): boolean {
  let at = end + 1
  while (blank.has(json[at] ?? '')) at += 1
  return json[at] === ':'
}

/** The name as it is meant: `"\u0061"` is `"a"`. */
function nameIn(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1)
  try {
    return String(JSON.parse(written))
  } catch {
    return written
  }
}

/**
 * Looks over a JSON text before it is parsed, once from left to right and without recursion: the parser itself keeps the
 * last of two equal names and says nothing, and a reader before us may have kept the first (RFC 8259 §4). Whether it is
 * JSON at all is the parser's to say.
 * @param deepest how many objects and lists may stand inside one another
 */
export function jsonProblem(json: string, deepest: number): JsonProblem | null {
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < json.length; at += 1) {
    const letter = json[at]
    if (letter === '{' || letter === '[') {
      if (open.push(letter === '{' ? new Set() : null) > deepest) return 'too-deep'
    } else if (letter === '}' || letter === ']') open.pop()
    else if (letter === '"') {
      const end = endOfText(json, at)
      if (end < 0) return null
      const names = open.at(-1)
      if (names && isName(json, end)) {
        const name = nameIn(json.slice(at, end + 1))
        if (names.has(name)) return 'said-twice'
        names.add(name)
      }
      at = end
    }
  }
  return null
}
