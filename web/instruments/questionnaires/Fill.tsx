import {
  type Answers,
  type AnswerValue,
  beginNodes,
  isRelevant,
  mostRounds,
  type Repeat,
  type QuestionnaireNode,
  roundsIn,
  roundsWanted,
  said,
  type Wrong,
} from '#contract/questionnaires/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Written } from '#web/ui/index.ts'
import { answeringWords } from './answering.words.ts'
import { FillQuestion } from './FillQuestion.tsx'
import { type Place, typedRounds, withAnswer } from './filling.ts'

type FillProps = {
  nodes: readonly QuestionnaireNode[]
  place: Place
  /** Everything that was typed: changes are made to the whole. */
  whole: Answers
  wrong: readonly Wrong[]
  onChange: (whole: Answers) => void
}

/** A questionnaire as it is answered: only what applies is shown, by the same rules as on the server. */
export function Fill({ nodes, place, ...rest }: FillProps) {
  return (
    <>
      {nodes
        .filter((node) => isRelevant(place.asked, place.scope, node))
        .map((node) => (
          <FillNode key={node.name} node={node} place={place} {...rest} />
        ))}
    </>
  )
}

type NodeProps<Node> = Omit<FillProps, 'nodes'> & { node: Node }

function FillNode({ node, ...rest }: NodeProps<QuestionnaireNode>) {
  const { place, whole, wrong, onChange } = rest
  if (node.kind === 'repeat') return <FillRepeat node={node} {...rest} />
  if (node.kind === 'question') {
    const path = `${place.path}${node.name}`
    const answer = (value: AnswerValue | undefined) =>
      onChange(withAnswer(whole, place.steps, node.name, value))
    return (
      <FillQuestion
        question={node}
        place={place}
        wrong={wrong.find((one) => one.path === path)}
        onAnswer={answer}
      />
    )
  }
  const title = said(place.asked, node.label, place.scope)
  return (
    <section className="fill-group" aria-label={title || node.name}>
      {title !== '' && (
        <h3>
          <Written>{title}</Written>
        </h3>
      )}
      <Hint node={node} place={place} />
      <Fill nodes={node.nodes} {...rest} />
    </section>
  )
}

function Hint({ node, place }: { node: QuestionnaireNode; place: Place }) {
  const hint = said(place.asked, node.hint, place.scope)
  return hint === '' ? null : <p className="fill-hint">{hint}</p>
}

function FillRepeat({ node, ...rest }: NodeProps<Repeat>) {
  const t = useWords(answeringWords)
  const { place, whole, onChange } = rest
  const { asked, scope, steps, typed } = place
  const settled = roundsIn(scope.answers, node.name)
  const wanted = roundsWanted(asked, scope, node)
  const title = said(asked, node.label, scope) || node.name
  const all = typedRounds(typed, node.name, settled.length)
  const put = (rounds: readonly Answers[]) => onChange(withAnswer(whole, steps, node.name, rounds))
  return (
    <section className="fill-group" aria-label={title}>
      <h3>
        <Written>{title}</Written>
      </h3>
      <Hint node={node} place={place} />
      {settled.map((answers, index) => (
        <fieldset key={index} className="fill-round">
          <legend>{t('round', { number: index + 1 })}</legend>
          <Fill
            {...rest}
            nodes={node.nodes}
            place={{
              asked,
              scope: { answers, repeat: node.name, index, parent: scope },
              typed: all[index] ?? {},
              steps: [...steps, { repeat: node.name, index }],
              path: `${place.path}${node.name}[${index}].`,
            }}
          />
          {wanted === null && (
            <Button look="quiet" onClick={() => put(all.filter((_, at) => at !== index))}>
              {t('removeRound', { number: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {wanted === null && settled.length < mostRounds && (
        <Button onClick={() => put([...all, beginNodes(asked.questionnaire, asked.occasion, node.nodes)])}>
          {t('addRound', { title })}
        </Button>
      )}
    </section>
  )
}
