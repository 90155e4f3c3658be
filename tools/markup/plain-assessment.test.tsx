import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { anAssessmentSheet, aNeed, aProblem } from '#server/case/assessment/assessment.factory.ts'
import { markupIn, wordsOf } from './markup.tsx'
import { wordsIn } from '#web/app/words.ts'
import { clientViewWords } from '#web/case/assessment/client-view.words.ts'
import { PlainAssessment } from '#web/case/assessment/PlainAssessment.tsx'

test('the plain page for a client, on paper too: whatever they judge, in their language, with a place to sign', () => {
  const problem = aProblem()
  const sheet = anAssessmentSheet({ problems: [problem], needs: [aNeed([problem.id])] })
  const { plainWords, presenting, strengths, problems, needs, summary, suggestion } = sheet
  const theirs = [
    plainWords,
    presenting,
    summary,
    suggestion,
    ...strengths.map(({ description }) => description),
    ...problems.flatMap(({ description, cause, since }) => [description, cause, since]),
    ...needs.flatMap(({ description, clientWords }) => [description, clientWords]),
  ].filter((words) => words !== '')
  for (const language of languages) {
    const t = wordsIn(clientViewWords, language)
    const page = wordsOf(markupIn(language, <PlainAssessment clientName="李小龙" sheet={sheet} />))
    const ours = [
      '李小龙',
      t('sheetTitle'),
      t('plainWords'),
      t('youSaid'),
      t('strengths'),
      t('problems'),
      t('needs'),
      t('summary'),
      t('suggestion'),
      t('ask'),
      t('handHere'),
      t('dateHere'),
    ]
    for (const words of [...ours, ...theirs]) expect(page).toContain(words)
    // What we think of it among ourselves is no part of it.
    for (const words of [sheet.theoryNote, sheet.behaviour].filter((one) => one !== ''))
      expect(page).not.toContain(words)
  }
})
