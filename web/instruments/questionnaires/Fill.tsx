import { useRef } from 'react'
import { useFieldArray } from 'react-hook-form'
import {
  beginNodes,
  isRelevant,
  mostRounds,
  type Repeat,
  type QuestionnaireNode,
  roundsIn,
  roundsWanted,
  said,
} from '#contract/questionnaires/index.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Written } from '#web/ui/index.ts'
import { answeringWords } from './answering.words.ts'
import { FillQuestion } from './FillQuestion.tsx'
import { keyOf, type Place, valuesOf } from './filling.ts'

type FillProps = { nodes: readonly QuestionnaireNode[]; place: Place }

/** A questionnaire as it is answered: only what applies is shown, by the same rules as on the server. */
export function Fill({ nodes, place }: FillProps) {
  return (
    <>
      {nodes
        .filter((node) => isRelevant(place.asked, place.scope, node))
        .map((node) => (
          <FillNode key={node.name} node={node} place={place} />
        ))}
    </>
  )
}

type NodeProps<Node> = { node: Node; place: Place }

function FillNode({ node, place }: NodeProps<QuestionnaireNode>) {
  if (node.kind === 'repeat') return <FillRepeat node={node} place={place} />
  if (node.kind === 'question') return <FillQuestion question={node} place={place} />
  const title = said(place.asked, node.label, place.scope)
  return (
    <section className="fill-group" aria-label={title || node.name}>
      {title !== '' && (
        <h3>
          <Written>{title}</Written>
        </h3>
      )}
      <Hint node={node} place={place} />
      <Fill nodes={node.nodes} place={place} />
    </section>
  )
}

function Hint({ node, place }: NodeProps<QuestionnaireNode>) {
  const hint = said(place.asked, node.hint, place.scope)
  return hint === '' ? null : <p className="fill-hint">{hint}</p>
}

/** The rounds of a repeat: as many as it counts, or one more and one less by whoever answers. */
function FillRepeat({ node, place }: NodeProps<Repeat>) {
  const t = useWords(answeringWords)
  const section = useRef<HTMLElement>(null)
  const { asked, scope } = place
  const field = `${place.field}${keyOf(node.name)}`
  const { fields, append, remove } = useFieldArray({ name: field, keyName: 'key' })
  const isFree = roundsWanted(asked, scope, node) === null
  const rounds = roundsIn(scope.answers, node.name)
  // A round that was just added is drawn before the engine has heard of it, so that it can be gone to.
  const drawn = isFree ? fields.map(({ key }) => key) : rounds.map((_, index) => String(index))
  const title = said(asked, node.label, scope) || node.name
  const takeAway = (index: number) => {
    remove(index)
    section.current?.focus({ preventScroll: true })
  }
  return (
    <section ref={section} className="fill-group" aria-label={title} tabIndex={-1}>
      <h3>
        <Written>{title}</Written>
      </h3>
      <Hint node={node} place={place} />
      {drawn.map((key, index) => (
        <fieldset key={key} className="fill-round">
          <legend>{t('round', { number: index + 1 })}</legend>
          <Fill
            nodes={node.nodes}
            place={{
              asked,
              scope: { answers: rounds[index] ?? {}, repeat: node.name, index, parent: scope },
              field: `${field}.${index}.`,
            }}
          />
          {isFree && (
            <Button look="quiet" onClick={() => takeAway(index)}>
              {t('removeRound', { number: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      {isFree && drawn.length < mostRounds && (
        <Button
          onClick={() =>
            append(valuesOf(node.nodes, beginNodes(asked.questionnaire, asked.occasion, node.nodes)))
          }
        >
          {t('addRound', { title })}
        </Button>
      )}
    </section>
  )
}
