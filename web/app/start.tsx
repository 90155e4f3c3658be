import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { meQuery } from './me.api.ts'
import { isOpenPath } from './open-pages.ts'
import { queries } from './queries.ts'

/** Draws the product. */
export function start() {
  // Who is asking decides what is shown, so it is asked before anything is drawn.
  if (!isOpenPath(location.pathname)) void queries.prefetchQuery(meQuery)
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
