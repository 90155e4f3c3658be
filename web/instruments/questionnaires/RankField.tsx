import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, type Choice, FieldGroup, type FieldProps } from '#web/ui/index.ts'
import { answeringWords } from './answering.words.ts'

type RankFieldProps = FieldProps<readonly string[], string[]> & { choices: readonly Choice<string>[] }

/** Choices put in order, the first on top. They have an order only once somebody says so. */
export function RankField({ choices, value, onChange, ...frame }: RankFieldProps) {
  const t = useWords(answeringWords)
  const order = ordered(choices, value ?? [])
  const swap = (at: number, by: number) => {
    const next = [...order]
    const [one] = next.splice(at, 1)
    if (one) next.splice(at + by, 0, one)
    onChange(next.map((choice) => choice.value))
  }
  return (
    <FieldGroup {...frame}>
      <ol className="fill-rank">
        {order.map(({ value: name, label }, at) => (
          <li key={name}>
            <span>{label}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={t('rankUp', { label })}
              disabled={at === 0}
              onClick={() => swap(at, -1)}
            >
              <span aria-hidden="true">↑</span>
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('rankDown', { label })}
              disabled={at === order.length - 1}
              onClick={() => swap(at, 1)}
            >
              <span aria-hidden="true">↓</span>
            </button>
          </li>
        ))}
      </ol>
      {!value && <Button onClick={() => onChange(order.map((choice) => choice.value))}>{t('rankSo')}</Button>}
    </FieldGroup>
  )
}

const ordered = (choices: readonly Choice<string>[], names: readonly string[]) => [
  ...names.flatMap((name) => choices.find((choice) => choice.value === name) ?? []),
  ...choices.filter((choice) => !names.includes(choice.value)),
]
