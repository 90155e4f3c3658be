import { ExpressionProblem, type Token, tokensOf } from './tokens.ts'

export type Operator =
  | 'or'
  | 'and'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | 'div'
  | 'mod'
  | '|'

/** What an expression is, once read. */
export type Tree =
  | Readonly<{ is: 'text'; value: string }>
  | Readonly<{ is: 'number'; value: number }>
  /** The answer that is being looked at: `.` */
  | Readonly<{ is: 'self' }>
  /** The group or round in which it stands: `..` */
  | Readonly<{ is: 'parent' }>
  /** A question by its name: `${age}`, `../age`, `/data/group/age`. */
  | Readonly<{ is: 'reference'; name: string }>
  /** A word alone: a column of a choice inside a filter, nothing anywhere else. */
  | Readonly<{ is: 'column'; name: string }>
  /** Choices of a list: by `instance(…)`, under conditions, one column of each */
  | Readonly<{ is: 'choices'; list: string; where: readonly Tree[]; field: string }>
  /** The rounds of a repeat that fulfil conditions: `${member}[${age} > 5]` */
  | Readonly<{ is: 'filtered'; of: Tree; where: readonly Tree[] }>
  | Readonly<{ is: 'call'; name: string; arguments: readonly Tree[] }>
  | Readonly<{ is: 'minus'; of: Tree }>
  | Readonly<{ is: 'operation'; operator: Operator; left: Tree; right: Tree }>

const levels: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]
const deepest = 60

/** Reads an expression whole. @throws ExpressionProblem naming the place it cannot go on from */
export function parseExpression(source: string): Tree {
  const reader = new Reader(tokensOf(source))
  const tree = reader.level(0, 0)
  reader.end()
  return tree
}

class Reader {
  private at = 0
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  end() {
    const token = this.tokens[this.at]
    if (token) throw new ExpressionProblem('unreadable', token.text)
  }

  level(index: number, depth: number): Tree {
    if (depth > deepest) throw new ExpressionProblem('too-deep', 'more than 60 levels')
    const operators = levels[index]
    if (!operators) return this.signed(depth)
    let left = this.level(index + 1, depth)
    for (let operator = this.operator(operators); operator; operator = this.operator(operators))
      left = { is: 'operation', operator, left, right: this.level(index + 1, depth) }
    return left
  }

  private operator(operators: readonly Operator[]): Operator | null {
    const token = this.tokens[this.at]
    if (!token || (token.kind !== 'sign' && token.kind !== 'name')) return null
    const word = token.kind === 'name' ? token.text.toLowerCase() : token.text
    const found = operators.find((one) => one === word) ?? null
    if (found) this.at += 1
    return found
  }

  private signed(depth: number): Tree {
    if (this.take('-')) return { is: 'minus', of: this.signed(depth + 1) }
    const left = this.path(depth)
    return this.take('|') ? { is: 'operation', operator: '|', left, right: this.path(depth) } : left
  }

  /** One value, and what is said of it: its conditions, and the steps that lead from it. */
  private path(depth: number): Tree {
    let tree = this.primary(depth + 1)
    for (;;) {
      const where = this.conditions(depth + 1)
      if (where.length > 0) tree = { is: 'filtered', of: tree, where }
      if (!this.take('/') && !this.take('//')) return tree
      tree = this.step(depth)
    }
  }

  /** Of a path only where it ends matters: names are unique in a questionnaire. */
  private step(depth: number): Tree {
    if (this.take('..')) return { is: 'parent' }
    if (this.take('.')) return { is: 'self' }
    if (this.take('*')) return { is: 'parent' }
    const token = this.next()
    if (token?.kind === 'reference') return { is: 'reference', name: token.text }
    if (token?.kind !== 'name') throw new ExpressionProblem('unreadable', token?.text ?? 'the end')
    if (this.peek('(')) return this.call(token.text, depth)
    return { is: 'reference', name: token.text }
  }

  private conditions(depth: number): Tree[] {
    const where: Tree[] = []
    while (this.take('[')) {
      where.push(this.level(0, depth))
      this.must(']')
    }
    return where
  }

  private primary(depth: number): Tree {
    if (this.take('(')) {
      const tree = this.level(0, depth)
      this.must(')')
      return tree
    }
    if (this.take('..')) return { is: 'parent' }
    if (this.take('.')) return { is: 'self' }
    if (this.take('/') || this.take('//')) return this.step(depth)
    const token = this.next()
    if (!token) throw new ExpressionProblem('unreadable', 'the end')
    if (token.kind === 'number') return { is: 'number', value: Number(token.text) }
    if (token.kind === 'text') return { is: 'text', value: token.text }
    if (token.kind === 'reference') return { is: 'reference', name: token.text }
    if (token.kind !== 'name') throw new ExpressionProblem('unreadable', token.text)
    if (this.peek('(')) return this.called(token.text, depth)
    return { is: 'column', name: token.text }
  }

  /** A function; `instance(…)` goes on to the choices that are meant. */
  private called(name: string, depth: number): Tree {
    const call = this.call(name, depth)
    if (name !== 'instance' || call.is !== 'call') return call
    const [list] = call.arguments
    if (list?.is !== 'text') throw new ExpressionProblem('unreadable', 'instance(…)')
    const where: Tree[] = []
    let field = ''
    while (this.take('/')) {
      const token = this.next()
      if (token?.kind !== 'name') throw new ExpressionProblem('unreadable', token?.text ?? 'the end')
      field = token.text
      where.push(...this.conditions(depth + 1))
    }
    return {
      is: 'choices',
      list: list.value,
      where,
      field: field === 'item' || field === 'root' ? 'name' : field,
    }
  }

  private call(name: string, depth: number): Tree {
    this.must('(')
    const given: Tree[] = []
    if (!this.take(')')) {
      do given.push(this.level(0, depth + 1))
      while (this.take(','))
      this.must(')')
    }
    return { is: 'call', name, arguments: given }
  }

  private next(): Token | undefined {
    const token = this.tokens[this.at]
    this.at += 1
    return token
  }

  private peek(text: string): boolean {
    const token = this.tokens[this.at]
    return token?.kind === 'sign' && token.text === text
  }

  private take(text: string): boolean {
    const isThere = this.peek(text)
    if (isThere) this.at += 1
    return isThere
  }

  private must(text: string) {
    if (!this.take(text))
      throw new ExpressionProblem(
        'unreadable',
        this.tokens[this.at]?.text ?? `the end, where ${text} belongs`,
      )
  }
}

/** Everything in an expression, from the whole to its smallest parts; not what is inside a part that `enters` says no to. */
export function everyPart(tree: Tree, enters: (part: Tree) => boolean = () => true): Tree[] {
  return [tree, ...(enters(tree) ? partsOf(tree).flatMap((part) => everyPart(part, enters)) : [])]
}

function partsOf(tree: Tree): readonly Tree[] {
  if (tree.is === 'call') return tree.arguments
  if (tree.is === 'operation') return [tree.left, tree.right]
  if (tree.is === 'minus') return [tree.of]
  if (tree.is === 'filtered') return [tree.of, ...tree.where]
  return tree.is === 'choices' ? tree.where : []
}
