import type { Question, Questionnaire, QuestionnaireNode, Repeat } from '../questionnaire.ts'

/** Where a node stands: the repeats around it, from the outermost in. */
export type Standing = Readonly<{ node: QuestionnaireNode; repeats: readonly string[] }>

export type Outline = ReadonlyMap<string, Standing>

const kept = new WeakMap<Questionnaire, Outline>()

/** Every name of a questionnaire and where it stands. Where a name stands twice, the first is meant. */
export function outlineOf(questionnaire: Questionnaire): Outline {
  const found = kept.get(questionnaire)
  if (found) return found
  const outline = new Map<string, Standing>()
  const enter = (nodes: readonly QuestionnaireNode[], repeats: readonly string[]) => {
    for (const node of nodes) {
      if (!outline.has(node.name)) outline.set(node.name, { node, repeats })
      if (node.kind === 'group') enter(node.nodes, repeats)
      if (node.kind === 'repeat') enter(node.nodes, [...repeats, node.name])
    }
  }
  enter(questionnaire.nodes, [])
  kept.set(questionnaire, outline)
  return outline
}

/** The questions that stand directly in a place: groups are walked through, repeats are not entered. */
export function questionsHere(nodes: readonly QuestionnaireNode[]): (Question | Repeat)[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? questionsHere(node.nodes) : [node]))
}

/** Kinds of question that nobody types an answer to. */
export const silentTypes: ReadonlySet<Question['type']> = new Set([
  'note',
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'username',
])
