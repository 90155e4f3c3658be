import type { Choice, Question, QuestionnaireNode, Texts } from '#contract/questionnaires/index.ts'

type Naming = Readonly<{ free: (name: string) => string; put: (node: QuestionnaireNode) => void }>

/** A loop of old forms: its rows once for each choice of a list, with `%(name)s` and `%(label)s` filled in. */
export function loopGroups(
  nodes: readonly QuestionnaireNode[],
  choices: readonly Choice[],
  naming: Naming,
): QuestionnaireNode[] {
  return choices.map((choice) => {
    const group = {
      kind: 'group' as const,
      name: naming.free(plainName(choice.name)),
      ...(choice.label && { label: choice.label }),
      nodes: [] as QuestionnaireNode[],
    }
    naming.put(group)
    const names = new Map(
      namesOf(nodes).map((name) => [name, naming.free(`${name}_${plainName(choice.name)}`)] as const),
    )
    group.nodes = nodes.map((node) => copyOf(node, choice, names, naming))
    return group
  })
}

const plainName = (name: string) => {
  const plain = name.replaceAll(/[^\p{L}\p{N}_.-]/gu, '_').slice(0, 60)
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`
}

const namesOf = (nodes: readonly QuestionnaireNode[]): string[] =>
  nodes.flatMap((node) => [node.name, ...(node.kind === 'question' ? [] : namesOf(node.nodes))])

function copyOf(
  node: QuestionnaireNode,
  choice: Choice,
  names: ReadonlyMap<string, string>,
  naming: Naming,
): QuestionnaireNode {
  const filled: QuestionnaireNode = JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'nodes' ? undefined : value)),
    (_, value: unknown) => (typeof value === 'string' ? renamed(value, names) : value),
  )
  const texts = (given: Texts | undefined) => given && filledTexts(given, choice)
  const [label, hint] = [texts(filled.label), texts(filled.hint)]
  const shown = { name: names.get(node.name) ?? node.name, ...(label && { label }), ...(hint && { hint }) }
  const copy: QuestionnaireNode =
    node.kind === 'question'
      ? { ...(filled as Question), ...shown }
      : {
          ...(filled as Exclude<QuestionnaireNode, Question>),
          ...shown,
          nodes: node.nodes.map((one) => copyOf(one, choice, names, naming)),
        }
  naming.put(copy)
  return copy
}

const renamed = (text: string, names: ReadonlyMap<string, string>) =>
  text.replaceAll(/\$\{\s*([^{}\s]+)\s*\}/gu, (whole, name: string) =>
    names.has(name) ? `\${${names.get(name)}}` : whole,
  )

function filledTexts(texts: Texts, { name, label }: Choice): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [
      language,
      text
        .replaceAll('%(name)s', () => name)
        .replaceAll('%(label)s', () => label?.[language] ?? Object.values(label ?? {})[0] ?? name),
    ]),
  )
}
