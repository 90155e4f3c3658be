import { isUnsteady, namesIn, problemOf } from './expression/evaluate.ts'
import type { QuestionnaireNode } from './questionnaire.ts'

type Leanings = Map<string, Set<string>>

/**
 * The questions whose answer leans on itself, each with the way back: `['a', 'b']` where a is worked out from b, and b from a
 * or asked only when a says so. ODK Validate refuses such forms; here they cannot be published.
 */
export function circlesIn(nodes: readonly QuestionnaireNode[]): string[][] {
  const left: Leanings = new Map()
  gather(nodes, [], left)
  const circles: string[][] = []
  for (;;) {
    leaveOutFree(left)
    const [first] = left.keys()
    if (first === undefined) return circles
    const circle = circleFrom(first, left)
    circles.push(circle)
    for (const name of circle) left.delete(name)
  }
}

/** Which questions each question looks at: by what it is worked out from, and by when it and what is around it applies. */
function gather(nodes: readonly QuestionnaireNode[], around: readonly string[], found: Leanings) {
  for (const node of nodes) {
    const conditions = [...around, ...readable(node.relevant)]
    if (node.kind === 'question') {
      const isAskedAnew = node.calculation !== undefined && node.triggers === undefined
      const steady = readable(node.calculation).filter((source) => isAskedAnew && !isUnsteady(source))
      const known = found.get(node.name) ?? []
      found.set(node.name, new Set([...known, ...[...conditions, ...steady].flatMap(namesIn)]))
    } else gather(node.nodes, conditions, found)
  }
}

const readable = (source: string | undefined) => (source === undefined || problemOf(source) ? [] : [source])

/** What leans on nothing that is left cannot be in a circle. */
function leaveOutFree(left: Leanings) {
  const free = [...left].filter(([, names]) => ![...names].some((name) => left.has(name)))
  for (const [name] of free) left.delete(name)
  if (free.length > 0) leaveOutFree(left)
}

/** Goes from one to the next until a name comes back; everyone who is left leans on somebody who is. */
function circleFrom(first: string, left: Leanings): string[] {
  const way = [first]
  for (;;) {
    const next = [...(left.get(way.at(-1) ?? '') ?? [])].find((name) => left.has(name)) ?? first
    const begun = way.indexOf(next)
    if (begun >= 0) return way.slice(begun)
    way.push(next)
  }
}

/** A circle in one line: `a → b → a`. */
export const circleShown = (circle: readonly string[]) => [...circle, ...circle.slice(0, 1)].join(' → ')
