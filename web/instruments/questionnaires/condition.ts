/** How an answer is compared in a condition that is put together on screen. */
export const comparisons = ['is', 'is-not', 'chosen', 'not-chosen', 'more', 'less', 'answered'] as const
export type Comparison = (typeof comparisons)[number]

/** One condition: which question, compared how, with what. */
export type Condition = Readonly<{ name: string; comparison: Comparison; value: string }>

const quoted = (value: string) => (value.includes("'") ? `"${value.replaceAll('"', '')}"` : `'${value}'`)
const numbered = (value: string) => (Number.isFinite(Number(value)) && value.trim() !== '' ? value : '0')

/** A condition as XLSForm writes it. */
export function expressionOf({ name, comparison, value }: Condition): string {
  const it = `\${${name}}`
  switch (comparison) {
    case 'is':
      return `${it} = ${quoted(value)}`
    case 'is-not':
      return `${it} != ${quoted(value)}`
    case 'chosen':
      return `selected(${it}, ${quoted(value)})`
    case 'not-chosen':
      return `not(selected(${it}, ${quoted(value)}))`
    case 'more':
      return `${it} > ${numbered(value)}`
    case 'less':
      return `${it} < ${numbered(value)}`
    default:
      return `${it} != ''`
  }
}

const shapes: readonly (readonly [Comparison, RegExp])[] = [
  ['answered', /^\$\{([^{}\s]+)\} != ''$/u],
  ['is', /^\$\{([^{}\s]+)\} = (?:'([^']*)'|"([^"]*)")$/u],
  ['is-not', /^\$\{([^{}\s]+)\} != (?:'([^']*)'|"([^"]*)")$/u],
  ['chosen', /^selected\(\$\{([^{}\s]+)\}, (?:'([^']*)'|"([^"]*)")\)$/u],
  ['not-chosen', /^not\(selected\(\$\{([^{}\s]+)\}, (?:'([^']*)'|"([^"]*)")\)\)$/u],
  ['more', /^\$\{([^{}\s]+)\} > (-?[\d.]+)$/u],
  ['less', /^\$\{([^{}\s]+)\} < (-?[\d.]+)$/u],
]

/** The condition that an expression says, where it is one that can be put together on screen; else null. */
export function conditionIn(expression: string): Condition | null {
  for (const [comparison, shape] of shapes) {
    const [whole, name = '', one, other] = shape.exec(expression.trim()) ?? []
    if (whole !== undefined) return { name, comparison, value: one ?? other ?? '' }
  }
  return null
}
