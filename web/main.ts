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
void import('#web/app/start.tsx').then(({ start }) => start(), sayThatItDidNotCome)

/** Over a bad line the words themselves may be what is missing: those of the page stand in all three languages. */
function sayThatItDidNotCome() {
  const said = document.querySelector<HTMLTemplateElement>('#did-not-come')
  const waiting = document.querySelector('main[aria-busy]')
  if (said) waiting?.replaceChildren(said.content)
  waiting?.removeAttribute('aria-busy')
}
