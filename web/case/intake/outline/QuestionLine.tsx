import { useState } from 'react'
import type { OutlineAnswer } from '#contract/case/interview.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { LongTextField } from '#web/ui/index.ts'
import { outlineWords } from './outline.words.ts'

type QuestionLineProps = {
  line: OutlineAnswer
  change: (part: Partial<OutlineAnswer>) => void
  remove: () => void
}

/** One question: ticked when it was asked; the place for its answer opens with it. */
export function QuestionLine({ line, change, remove }: QuestionLineProps) {
  const t = useWords(outlineWords)
  const [opened, open] = useState(false)
  const writes = opened || line.asked || line.answer !== ''
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={line.asked}
          onChange={(event) => change({ asked: event.target.checked })}
        />
        <span dir="auto">{line.question}</span>
      </label>
      {writes ? (
        <LongTextField
          label={t('answer')}
          rows={2}
          value={line.answer}
          onChange={(answer) => change({ answer })}
        />
      ) : (
        <p className="question-acts">
          <button type="button" className="button button-quiet" onClick={() => open(true)}>
            {t('write')}
          </button>
          <button type="button" className="button button-quiet" onClick={remove}>
            {t('remove')}
          </button>
        </p>
      )}
    </li>
  )
}
