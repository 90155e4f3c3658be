import { useSuspenseQuery } from '@tanstack/react-query'
import {
  type Answers,
  answerText,
  type AnswerValue,
  calledHere,
  type Question,
  type Questionnaire,
  type QuestionnaireNode,
  roundsIn,
  textIn,
} from '#contract/questionnaires/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { WhyMasked } from '#web/case/overview/WhyMasked.tsx'
import { type Fact, Facts } from '#web/ui/index.ts'
import { answeringWords } from './answering.words.ts'
import { answersQuery } from './questionnaires.api.ts'

/** What was answered, in the words of the version that asked it. */
export function AnswersShown({ caseId, id }: { caseId: string; id: string }) {
  const { language } = useLanguage()
  const { sheet, answers, masked } = useSuspenseQuery(answersQuery(caseId, id)).data
  if (masked) return <WhyMasked caseId={caseId} of="answers" />
  return <Place sheet={sheet} nodes={sheet.nodes} answers={answers} called={calledHere(sheet, language)} />
}

type PlaceProps = {
  sheet: Questionnaire
  nodes: readonly QuestionnaireNode[]
  answers: Answers
  called: string
}

function Place({ sheet, nodes, answers, called }: PlaceProps) {
  const t = useWords(answeringWords)
  const words = (node: QuestionnaireNode) => textIn(node.label, called, sheet.defaultLanguage) || node.name
  const facts: Fact[] = nodes.flatMap((node): Fact[] => {
    if (node.kind === 'question') {
      const value = answers[node.name]
      if (node.type === 'note' || (value === undefined && !node.label)) return []
      const told = value === undefined ? `(${t('noAnswer')})` : wordsOf(sheet, node, value, called)
      return [{ label: words(node), value: told }]
    }
    if (node.kind === 'group')
      return [
        {
          label: words(node),
          value: <Place sheet={sheet} nodes={node.nodes} answers={answers} called={called} />,
        },
      ]
    return roundsIn(answers, node.name).map((round, at) => ({
      label: `${words(node)} ${at + 1}`,
      value: <Place sheet={sheet} nodes={node.nodes} answers={round} called={called} />,
    }))
  })
  return <Facts facts={facts} />
}

function wordsOf(sheet: Questionnaire, { list, type }: Question, value: AnswerValue, called: string): string {
  if (type === 'acknowledge') return '✓'
  if (list === undefined) return answerText(value)
  const names = Array.isArray(value) ? value.map(String) : [answerText(value)]
  const choices = sheet.lists[list] ?? []
  return names
    .map((name) => {
      const choice = choices.find((one) => one.name === name)
      return textIn(choice?.label, called, sheet.defaultLanguage) || name
    })
    .join(', ')
}
