import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { UiProvider, type UiLinkProps } from '#web/ui/index.ts'
import { LanguageProvider, useWords } from './LanguageContext.tsx'
import { Link } from './navigation.tsx'
import { queries } from './queries.ts'
import { router } from './router.tsx'
import { uiWords, uiWordsFrom } from './ui.words.ts'

/** The whole web app. */
export function App() {
  return (
    <LanguageProvider>
      <QueryClientProvider client={queries}>
        <UiInLanguage>
          <RouterProvider router={router} />
        </UiInLanguage>
      </QueryClientProvider>
    </LanguageProvider>
  )
}

const drawLink = (link: UiLinkProps) => <Link {...link} />

/** The design system, speaking the reader's language and linking through the router. */
export function UiInLanguage({ children }: { children: ReactNode }) {
  const t = useWords(uiWords)
  const words = useMemo(() => uiWordsFrom(t), [t])
  return (
    <UiProvider words={words} drawLink={drawLink}>
      {children}
    </UiProvider>
  )
}
