import '#web/app/checking.ts'
import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#web/app/App.tsx'
import { chosenLook, showLook } from '#web/app/look.ts'
import { meQuery } from '#web/app/me.api.ts'
import { isOpenPath } from '#web/app/open-pages.ts'
import { queries } from '#web/app/queries.ts'
import '#web/ui/ui.css'
import '#web/app/app.css'

showLook(chosenLook())
// Who is asking decides what is shown, so it is asked before anything is drawn.
if (!isOpenPath(location.pathname)) void queries.prefetchQuery(meQuery)
const place = document.querySelector('#app')
if (place) {
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
