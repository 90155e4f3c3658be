import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { vi } from 'vitest'
import type { Language } from '#contract/language.ts'
import { UiProvider } from '#web/ui/index.ts'
import { LanguageProvider } from '#web/app/LanguageContext.tsx'
import { uiWords, uiWordsFrom } from '#web/app/ui.words.ts'
import { wordsIn } from '#web/app/words.ts'

/** A part of a screen as it is first drawn for somebody who reads this language, without a browser. */
export function markupIn(language: Language, part: ReactNode): string {
  vi.stubGlobal('navigator', { languages: [language] })
  try {
    return renderToStaticMarkup(
      <LanguageProvider>
        <UiProvider words={uiWordsFrom(wordsIn(uiWords, language))} drawLink={({ children }) => children}>
          {part}
        </UiProvider>
      </LanguageProvider>,
    )
  } finally {
    vi.unstubAllGlobals()
  }
}

const signs: Readonly<Record<string, string>> = { '#x27': "'", quot: '"', lt: '<', gt: '>', amp: '&' }

/** The words of a drawn part, each element on lines of its own. */
export const wordsOf = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/gu, '\n')
    .replaceAll(/&(#x27|quot|lt|gt|amp);/gu, (_, sign: string) => signs[sign] ?? '')
