import type { Context } from './context.ts'
import { functions, nameIn, unsteady } from './functions.ts'
import { everyPart, parseExpression, type Tree } from './parse.ts'
import { readPattern } from './pattern.ts'
import { ExpressionProblem } from './tokens.ts'
import { compare, listOf, numberOf, textOf, truthOf, type Value } from './values.ts'

const kept = new Map<string, Tree>()

/** The tree of an expression, read once. */
export function treeOf(source: string): Tree {
  const found = kept.get(source)
  if (found) return found
  const tree = parseExpression(source)
  if (kept.size > 5000) kept.clear()
  kept.set(source, tree)
  return tree
}

/** What an expression comes to in a place. An expression was read before it was kept, so this does not throw for its form. */
export const evaluate = (source: string, context: Context): Value => valueOf(treeOf(source), context)

function valueOf(tree: Tree, context: Context): Value {
  switch (tree.is) {
    case 'text':
    case 'number':
      return tree.value
    case 'self':
      return context.self
    case 'parent':
      return ''
    case 'reference':
      return context.look(tree.name)
    case 'column':
      return context.column ? context.column(tree.name) : []
    case 'choices':
      return choicesOf(tree, context)
    case 'filtered':
      return filtered(tree, context)
    case 'minus':
      return -numberOf(valueOf(tree.of, context))
    case 'operation':
      return operated(tree, context)
    default:
      return called(tree, context)
  }
}

function operated({ operator, left, right }: Extract<Tree, { is: 'operation' }>, context: Context): Value {
  const one = valueOf(left, context)
  if (operator === 'or') return truthOf(one) || truthOf(valueOf(right, context))
  if (operator === 'and') return truthOf(one) && truthOf(valueOf(right, context))
  const other = valueOf(right, context)
  switch (operator) {
    case '+':
      return numberOf(one) + numberOf(other)
    case '-':
      return numberOf(one) - numberOf(other)
    case '*':
      return numberOf(one) * numberOf(other)
    case 'div':
      return numberOf(one) / numberOf(other)
    case 'mod':
      return numberOf(one) % numberOf(other)
    case '|':
      return [...listOf(one), ...listOf(other)]
    default:
      return compare(operator, one, other)
  }
}

/** Those that ask about places, or do not look at all their arguments, stand here; all others in `functions.ts`. */
function called({ name, arguments: given }: Extract<Tree, { is: 'call' }>, context: Context): Value {
  const at = (index: number) => given[index] ?? { is: 'text' as const, value: '' }
  if (name === 'if') return valueOf(truthOf(valueOf(at(0), context)) ? at(1) : at(2), context)
  if (name === 'once') return context.self === '' ? valueOf(at(0), context) : context.self
  if (name === 'position') return context.position
  if (name === 'indexed-repeat') return indexedRepeat(given, context)
  if (name === 'current') return context.self
  if (name === 'count' && at(0).is === 'reference') return countOf(at(0), context)
  if (name === 'jr:choice-name' && at(1).is === 'reference')
    return context.choiceLabel(nameOf(at(1)), textOf(valueOf(at(0), context)))
  const known = functions[name.toLowerCase()]
  if (!known) throw new ExpressionProblem('unknown-function', name)
  return known[2](
    given.map((one) => valueOf(one, context)),
    context,
  )
}

const nameOf = (tree: Tree) =>
  tree.is === 'reference' || tree.is === 'column' ? tree.name : tree.is === 'text' ? nameIn(tree.value) : ''

function countOf(tree: Tree, context: Context): number {
  const name = nameOf(tree)
  return context.rounds(name)?.length ?? context.look(name).length
}

/** `indexed-repeat(${name}, ${repeat}, 2)`, and the same for repeats within repeats. */
function indexedRepeat(given: readonly Tree[], context: Context): Value {
  let place: Context | undefined = context
  for (let at = 1; at + 1 < given.length; at += 2) {
    const [repeat, index] = [given[at], given[at + 1]]
    if (!repeat || !index) return ''
    place = place?.rounds(nameOf(repeat))?.[Math.trunc(numberOf(valueOf(index, context))) - 1]
  }
  return place && given[0] ? place.look(nameOf(given[0])) : ''
}

/** The answers, or the rounds of a repeat, that fulfil every condition; a number alone is a place in the list. */
function filtered({ of, where }: Extract<Tree, { is: 'filtered' }>, context: Context): Value {
  const rounds = of.is === 'reference' ? context.rounds(of.name) : null
  const all =
    rounds ?? listOf(valueOf(of, context)).map((self, at) => ({ ...context, self, position: at + 1 }))
  return fulfilling(all, where).map(({ self }) => self)
}

function fulfilling(all: readonly Context[], where: readonly Tree[]): readonly Context[] {
  let left = all
  for (const condition of where)
    left = left.filter((one, at) => {
      const value = valueOf(condition, { ...one, position: at + 1 })
      return typeof value === 'number' ? value === at + 1 : truthOf(value)
    })
  return left
}

function choicesOf({ list, where, field }: Extract<Tree, { is: 'choices' }>, context: Context): Value {
  const all = context.choices(list).map((choice) => ({ ...choice, self: context.self }))
  return fulfilling(all, where).map((one) => one.column?.(field) ?? '')
}

const placeFunctions: Readonly<Record<string, readonly [number, number]>> = {
  if: [3, 3],
  once: [1, 1],
  position: [0, 1],
  'indexed-repeat': [3, 7],
  current: [0, 0],
}

/** What cannot be asked in an expression, as a problem; null where everything is known. */
export function problemOf(source: string): ExpressionProblem | null {
  try {
    for (const part of everyPart(treeOf(source))) checkCall(part)
    return null
  } catch (problem) {
    if (problem instanceof ExpressionProblem) return problem
    throw problem
  }
}

function checkCall(tree: Tree) {
  if (tree.is !== 'call') return
  const { name, arguments: given } = tree
  const [least, most] = placeFunctions[name] ?? functions[name.toLowerCase()] ?? []
  if (least === undefined || most === undefined) throw new ExpressionProblem('unknown-function', `${name}()`)
  if (given.length < least || given.length > most)
    throw new ExpressionProblem('wrong-number-of-arguments', `${name}()`)
  const [, pattern] = given
  if (name === 'regex' && pattern?.is === 'text') readPattern(pattern.value)
}

/** The questions that an expression looks at. */
export function namesIn(source: string): string[] {
  const names = everyPart(treeOf(source)).flatMap((part) =>
    part.is === 'reference'
      ? [part.name]
      : part.is === 'call' && part.name === 'jr:choice-name' && part.arguments[1]?.is === 'text'
        ? [nameIn(part.arguments[1].value)]
        : [],
  )
  return [...new Set(names)]
}

/** Whether an expression comes to something else each time it is asked. */
export const isUnsteady = (source: string) =>
  everyPart(treeOf(source)).some((part) => part.is === 'call' && unsteady.has(part.name))

/**
 * The words that stand alone in an expression: columns in a filter, and elsewhere a text whose quotes were forgotten. Those
 * inside the conditions of `instance(…)` are columns of its list.
 */
export const columnsIn = (source: string): string[] => [
  ...new Set(
    everyPart(treeOf(source), ({ is }) => is !== 'choices').flatMap((part) =>
      part.is === 'column' ? [part.name] : [],
    ),
  ),
]
