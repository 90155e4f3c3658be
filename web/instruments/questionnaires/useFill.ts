import { useEffect, useEffectEvent, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import {
  type Answers,
  type Occasion,
  type Questionnaire,
  settle,
  wholeScope,
} from '#contract/questionnaires/index.ts'
import { answersIn, type Place, type Values, valuesOf } from './filling.ts'
import { resolverOf } from './resolver.ts'

type Filling = Readonly<{
  sheet: Questionnaire
  occasion: Occasion
  /** What stands in it at first. */
  start: Answers
  /** Told with every letter: whoever draws the form keeps it. */
  onTyped: (answers: Answers) => void
}>

/**
 * A questionnaire that is being filled in. The form library holds what is typed, the fields that are wrong and where they
 * are; the one engine says with every letter what applies, what is calculated and, once somebody tried to send it, what is
 * wrong everywhere: an answer may mend or spoil another.
 */
export function useFill({ sheet, occasion, start, onTyped }: Filling) {
  const [defaultValues] = useState(() => valuesOf(sheet.nodes, start))
  const form = useForm<Values, unknown, Answers>({
    defaultValues,
    resolver: resolverOf(sheet, occasion),
    // The library would ask of the changed field alone, and go to the field that was drawn first.
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const typed = useWatch({
    control: form.control,
    compute: (values: Values) => answersIn(sheet.nodes, values),
  })
  const { isSubmitted } = form.formState
  const tell = useEffectEvent(onTyped)
  const askAnew = useEffectEvent((..._about: readonly unknown[]) => {
    if (isSubmitted) void form.trigger()
  })
  useEffect(() => tell(typed), [typed])
  const { language, now } = occasion
  useEffect(() => askAnew(typed, language, now), [typed, language, now])
  const place: Place = {
    asked: { questionnaire: sheet, occasion },
    scope: wholeScope(settle(sheet, typed, occasion)),
    field: '',
  }
  return { form, place }
}
