import { useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, LongTextField } from '#web/ui/index.ts'
import type { LineAnswer } from './client-answer.ts'
import { clientViewWords } from './client-view.words.ts'

/** How lines are answered where somebody answers them one by one. */
export type Answering = Readonly<{
  lines: Readonly<Record<string, LineAnswer>>
  say: (line: string, answer: LineAnswer) => void
}>

/** Under one line: whether it is right, and how it should read. On paper the same as boxes to tick. */
export function LineAnswered({ line, answering }: { line: string; answering: Answering | undefined }) {
  const t = useWords(clientViewWords)
  const said = answering?.lines[line]
  return (
    <>
      <p className="plain-boxes" aria-hidden="true">
        {t('boxes')}
      </p>
      {answering && (
        <div className="plain-answer">
          <ChoiceField
            label={t('lineQuestion')}
            choices={[
              { value: 'right', label: t('right') },
              { value: 'wrong', label: t('wrong') },
            ]}
            value={said === undefined ? null : said.right ? 'right' : 'wrong'}
            onChange={(chosen) => answering.say(line, { right: chosen === 'right', says: said?.says ?? '' })}
          />
          {said?.right === false && (
            <LongTextField
              label={t('howItIs')}
              required
              rows={2}
              value={said.says}
              onChange={(says) => answering.say(line, { right: false, says })}
            />
          )}
        </div>
      )}
    </>
  )
}
