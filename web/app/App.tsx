import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { UiProvider, type UiLinkProps } from '#web/ui/index.ts'
import { RefusedByServer } from './api.ts'
import { LanguageProvider, useWords } from './LanguageContext.tsx'
import { Link } from './navigation.tsx'
import { router } from './router.tsx'
import { uiWords, uiWordsFrom } from './ui.words.ts'

/** Reads are tried again when the server is away, never when it said no. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => !(error instanceof RefusedByServer) && failures < 2,
      staleTime: 5_000,
    },
  },
})

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
