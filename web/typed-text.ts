const comments = /\/\*[\s\S]*?\*\/|(^|[^:])\/\/[^\n]*/g
/** A file that sends something, or holds fields of a form. */
const writes =
  /\buseMutation\b|<(?:Sheet|TextField|LongTextField|NumberField|DateField|MomentField|RowsField)\b/u
const states = /const \[\s*\{?\s*(\w+)[^\]]*\] = useState\b/gu
/** What the form library holds is typed text, wherever its fields are drawn. */
const libraryForms = /const (\w+) = useForm\b/gu
/** Open or closed, nothing yet, a number, a code, an empty list, an id or the present moment: nobody typed that. */
const untyped = [
  /^$/u,
  /^(?:true|false|null|\d+|\[\])$/u,
  /^'[^']+'$/u,
  /^(?:\(\) => )?(?:crypto\.randomUUID|Date\.now|todayHere)\(\)$/u,
  /^(?:is|has)[A-Z]\w*$|\.matches$|^(?:\(\) => )?[^?]*(?:===|!==)[^?]*$/u,
]

/**
 * The states of a component that may hold what a person typed, by name: text, or a value of which one does not see that it is
 * none. A choice of one and a state that is only opened and closed are left out; so is a file that sends nothing and has no
 * fields. A scan, not a parser.
 */
export function typedStates(source: string): string[] {
  const code = source.replaceAll(comments, '$1')
  const held = [...code.matchAll(libraryForms)].map(([, name = '']) => name)
  if (!writes.test(code)) return held
  const own = [...code.matchAll(states)].flatMap((found) => {
    const name = found[1] ?? ''
    const begins = startOf(code, found.index + found[0].length)
    return isTyped(code, name, begins) ? [name] : []
  })
  return [...held, ...own]
}

function isTyped(code: string, name: string, begins: string): boolean {
  const isChoice = new RegExp(`<ChoiceField\\b[^<]*\\bvalue=\\{${name}\\}`, 'u').test(code)
  if (isChoice && !begins.includes("''")) return false
  const isField = new RegExp(`<(?!ChoiceField|CheckField)\\w+Field\\b[^<]*\\bvalue=\\{${name}\\}`, 'u').test(
    code,
  )
  return isField || !untyped.some((form) => form.test(begins))
}

/** What a state begins with: what stands between the brackets of the call at `from`, after its types. */
function startOf(code: string, from: number): string {
  const types = code[from] === '<' ? inside(code, from, '<', '>') : ''
  const call = from + (types === '' ? 0 : types.length + 2)
  return inside(code, call, '(', ')').trim().replace(/,$/u, '')
}

function inside(code: string, from: number, open: string, close: string): string {
  let depth = 0
  for (let at = from; at < code.length; at++) {
    if (code[at] === open) depth++
    // The head of an arrow closes no types.
    if (code[at] === close && code[at - 1] !== '=') depth--
    if (depth === 0) return code.slice(from + 1, at)
  }
  return ''
}
