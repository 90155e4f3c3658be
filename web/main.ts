import '#web/app/checking.ts'
import '#web/ui/ui.css'
import '#web/app/app.css'
// Of the door, which everybody may meet: one look less to wait for.
import '#web/access/access.css'
import { fetchFirstPage } from '#web/app/first-page.ts'
import { chosenLook, showLook } from '#web/app/look.ts'

// Small, so that it is there first: who is asking and what they will see are fetched beside the program, not after it.
showLook(chosenLook())
void fetchFirstPage(location.pathname)
void import('#web/app/start.tsx').then(({ start }) => start())
