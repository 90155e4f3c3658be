import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { codeWordsQuery } from './code-words.api.ts'
import { meQuery } from './me.api.ts'
import { isOpenPath } from './open-pages.ts'
import { queries, somebodyIsIn } from './queries.ts'
import { router } from './router.tsx'

/** After that something is drawn, whoever is there. */
const patience = 1_500

/** Draws the product. */
export async function start() {
  // Who is asking decides what is shown, so it is asked before anything is drawn.
  if (!isOpenPath(location.pathname))
    await Promise.race([
      Promise.all([askWhoIsThere(), router.load()]),
      new Promise((late) => setTimeout(late, patience)),
    ])
  const place = document.querySelector('#app')
  if (!place) return
  const root = createRoot(place)
  // Drawn in small pieces: a slow telephone answers a finger between them.
  startTransition(() =>
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  )
}

/** Who is there, and how their agency calls things: what is drawn without them is drawn anew, in one piece, when they come. */
async function askWhoIsThere() {
  await queries.prefetchQuery(meQuery)
  if (somebodyIsIn()) await queries.prefetchQuery(codeWordsQuery)
}
