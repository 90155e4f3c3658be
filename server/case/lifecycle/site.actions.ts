import type { MoveCaseToSite } from '#contract/case/site.ts'
import { nameIn } from '#contract/settings/index.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { siteNameOn } from '#server/agencies/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { lookToChange } from './lifecycle.repository.ts'
import { refuseUnlessOpen } from './lifecycle.ts'
import { refuseUnlessSite } from './opening.repository.ts'
import { moveToSite } from './site.repository.ts'

/** Moves a case that is worked on to another site, with the reason; it keeps its workflow, its people and its work. */
export async function moveCaseToSite(tx: Transaction, caseId: string, { siteId, reason }: MoveCaseToSite) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'case.move-to-site') // 403
  refuseUnlessOpen(caseFile) // 409
  if (caseFile.siteId === siteId) throw new Refusal('case-site/there-already') // 409
  const today = dayOf(tx.now)
  await refuseUnlessSite(tx, today, siteId) // 422
  refuseIfStale(tx, caseFile.version) // 412
  await moveToSite(tx, caseId, { siteId, reason })
  const name = await siteNameOn(tx, today, siteId)
  const said = name && {
    siteZh: nameIn(name, 'zh-CN'),
    siteEn: nameIn(name, 'en'),
    siteRu: nameIn(name, 'ru'),
  }
  await tellStory(tx, { caseId }, 'case-moved-to-site', said ?? { wholeAgency: true })
}
