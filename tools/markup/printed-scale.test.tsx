import { expect, test } from 'vitest'
import { translationStatus } from '#contract/codes/index.ts'
import { ownInstrument } from '#contract/instruments.ts'
import { languages } from '#contract/language.ts'
import { shippedInstruments } from '#server/instruments/shipped/index.ts'
import { markupIn, wordsOf } from './markup.tsx'
import { wordsIn } from '#web/app/words.ts'
import { PrintedScale } from '#web/instruments/PrintedScale.tsx'
import { scaleWords } from '#web/instruments/scales.words.ts'
import { inWords } from '#web/instruments/wording.ts'

test('the blank sheet of every scale holds its items, answers, licence and source, all in the language of who fills it in', () => {
  for (const instrument of shippedInstruments)
    for (const language of languages) {
      const t = wordsIn(scaleWords, language)
      const paper = wordsOf(markupIn('zh-CN', <PrintedScale instrument={instrument} language={language} />))
      const { titles, instruction, items, options, licence, citation, translations } = instrument
      const said = [
        ...[titles, instruction, ...items.map(({ words }) => words)].map((each) => inWords(each, language)),
        t('nameLine'),
        t('screening'),
        t('licence'),
        t('citation'),
        licence,
        citation === ownInstrument ? t('ownSource') : citation,
        translationStatus.label(translations[language], language),
      ]
      for (const words of said) expect(paper, `${instrument.id} in ${language}`).toContain(words)
      let boxes = 0
      for (const item of items) {
        if (item.kind === 'text') continue
        const choices = item.kind === 'count' ? item.choices : (options[item.options] ?? [])
        for (const { words } of choices) expect(paper).toContain(`☐ ${inWords(words, language)}`)
        boxes +=
          item.kind === 'count'
            ? choices.length + 1
            : choices.length * (item.kind === 'parts' ? item.parts.length : 1)
      }
      expect(paper.match(/☐/gu) ?? []).toHaveLength(boxes)
    }
})
