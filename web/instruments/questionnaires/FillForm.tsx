import type { ReactNode } from 'react'
import { FormProvider, useFormContext, useFormState } from 'react-hook-form'
import type { Answers, Occasion, Questionnaire } from '#contract/questionnaires/index.ts'
import { isReadOnly, said, silentTypes } from '#contract/questionnaires/index.ts'
import type { Language } from '#contract/language.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, Notice, Sheet, Written } from '#web/ui/index.ts'
import { answeringWords, wrongWord } from './answering.words.ts'
import { Fill } from './Fill.tsx'
import { type Place, standingAt } from './filling.ts'
import { type WrongField, wrongFields } from './resolver.ts'
import { useFill } from './useFill.ts'

type FillFormProps = {
  sheet: Questionnaire
  occasion: Occasion
  /** In which it is read out. */
  language: Language
  /** What stands in it at first. */
  start: Answers
  /** Told with every letter: whoever draws the form keeps it. */
  onTyped: (answers: Answers) => void
  /** Told what was typed, once nothing in it is wrong. */
  onWhole: (answers: Answers) => void
  sayWrong: (count: number) => string
  actions: ReactNode
  /** What stands above the questions. */
  head?: ReactNode
  /** What stands below them. */
  children?: ReactNode
}

/** A questionnaire as a form, wherever it is answered: what is wrong is listed at its end, and the first of it is gone to. */
export function FillForm({
  sheet,
  language,
  onWhole,
  sayWrong,
  actions,
  head,
  children,
  ...rest
}: FillFormProps) {
  const { form, place } = useFill({ sheet, ...rest })
  const submit = form.handleSubmit(onWhole, (errors) => {
    const first = wrongFields(errors).find(({ field }) => isField(place, field))
    if (first) form.setFocus(first.field)
  })
  return (
    <FormProvider {...form}>
      <Sheet label={sheet.title} onSubmit={() => void submit()} actions={actions}>
        {head}
        <div className="fill" lang={language}>
          <Fill nodes={sheet.nodes} place={place} />
        </div>
        <WrongFields place={place} sayWrong={sayWrong} />
        {children}
      </Sheet>
    </FormProvider>
  )
}

/** Whether somebody types there; what is calculated can be wrong as well. */
function isField(place: Place, field: string): boolean {
  const { node, scope } = standingAt(place, field)
  return node?.kind === 'question' && !silentTypes.has(node.type) && !isReadOnly(place.asked, node, scope)
}

/** How much is wrong, said at once; and below, where a reader goes at their own pace, what it is and the way there. */
function WrongFields({ place, sayWrong }: { place: Place; sayWrong: (count: number) => string }) {
  const t = useWords(answeringWords)
  const { errors } = useFormState()
  const wrong = wrongFields(errors)
  if (wrong.length === 0) return null
  return (
    <div className="fill-wrong">
      <Notice tone="warn">
        <p>{sayWrong(wrong.length)}</p>
      </Notice>
      <ul aria-label={t('wrongList')}>
        {wrong.map((one) => (
          <li key={one.field}>
            <WrongLine place={place} wrong={one} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function WrongLine({ place, wrong: { field, type, message } }: { place: Place; wrong: WrongField }) {
  const t = useWords(answeringWords)
  const { setFocus } = useFormContext()
  const { name, node, scope, rounds } = standingAt(place, field)
  const called = said(place.asked, node?.label, scope) || name
  const label = [...rounds.map((index) => t('round', { number: index + 1 })), called].join(' · ')
  return (
    <>
      {isField(place, field) ? (
        <Button look="quiet" onClick={() => setFocus(field)}>
          <Written>{label}</Written>
        </Button>
      ) : (
        <strong>
          <Written>{label}</Written>
        </strong>
      )}{' '}
      <span>{message || t(wrongWord(type))}</span>
    </>
  )
}
