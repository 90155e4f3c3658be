import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#web/app/App.tsx'
import { chosenLook, showLook } from '#web/app/look.ts'
import '#web/ui/ui.css'
import '#web/app/app.css'

showLook(chosenLook())
const place = document.querySelector('#app')
if (place)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
