import { moveCaseToSite } from '#server/case/lifecycle/site.actions.ts'
import { demoId } from './demo-id.ts'
import type { Scene } from './scene.ts'
import type { MovedToSite } from './story.ts'

/** Tells that the case moved to another site of its agency. */
export function tellMove({ act, go, caseId }: Scene, agency: string, { day, site, by, reason }: MovedToSite) {
  go(day)
  const to = { siteId: demoId(agency, site), reason }
  act('moved to a site', 'case.move-to-site', async (tx) => moveCaseToSite(tx, await caseId(tx), to), by)
}
