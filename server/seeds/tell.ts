import type { Platform } from '#server/platform/platform.ts'
import type { DemoAgency } from './agencies.ts'
import { appointmentActs } from './appointments.ts'
import { type Calendar, calendarFrom } from './calendar.ts'
import { directoryActs } from './directory.ts'
import { demoId } from './demo-id.ts'
import { actsTold } from './demo.repository.ts'
import type { Cast } from './founding.ts'
import { type Act, sceneFor } from './scene.ts'
import { settingActs } from './settings.ts'
import { storiesOf } from './stories/index.ts'
import { questionnaireActs, tellQuestionnaires } from './questionnaires.ts'
import { receptionActs } from './reception.ts'
import type { Story } from './story.ts'
import { tellAssessment } from './tell-assessment.ts'
import { tellAftercare, tellClosing } from './tell-closing.ts'
import { tellConsents } from './tell-consents.ts'
import { tellDelivery } from './tell-delivery.ts'
import { tellEvidence } from './tell-evidence.ts'
import { tellEvaluation } from './tell-evaluation.ts'
import { tellContact, tellInterview } from './tell-intake.ts'
import { tellPlan } from './tell-plan.ts'
import { tellDrawings } from './tell-drawings.ts'
import { tellFileCopies } from './tell-file-copies.ts'
import { tellLinks } from './tell-links.ts'
import { tellMove } from './tell-site.ts'
import { tellScales } from './tell-scales.ts'

/** Every act of a story at its moment. */
export function actsOf(story: Story, agency: DemoAgency, calendar: Calendar): readonly Act[] {
  const scene = sceneFor(story, agency, calendar)
  tellContact(scene)
  if (story.interview) tellInterview(scene, story.interview)
  if (story.assessment) tellAssessment(scene, story.assessment)
  if (story.plan) tellPlan(scene, story.plan)
  tellDelivery(scene)
  if (story.evaluation) tellEvaluation(scene, story.evaluation)
  if (story.closing) tellClosing(scene, story.closing)
  tellAftercare(scene)
  const moving = sceneFor(story, agency, calendar)
  if (story.movedToSite) tellMove(moving, agency.key, story.movedToSite)
  return [
    ...scene.acts,
    ...moving.acts,
    ...tellConsents(sceneFor(story, agency, calendar)),
    ...tellEvidence(sceneFor(story, agency, calendar)),
    ...tellScales(sceneFor(story, agency, calendar)),
    ...tellQuestionnaires(sceneFor(story, agency, calendar), agency.key),
    ...tellLinks(sceneFor(story, agency, calendar), agency.key),
    ...tellDrawings(sceneFor(story, agency, calendar)),
    ...tellFileCopies(sceneFor(story, agency, calendar)),
  ]
}

const allIsTold = 'all is told'

/**
 * Tells the stories of an agency, act by act in the order of time, each as its worker. What was told before a start was
 * broken off is not told again; once everything is told, nothing ever is.
 */
export async function tellStories(platform: Platform, { agency, tellers }: Cast) {
  const told = await actsTold(platform.database, demoId('agency', agency.key))
  if (told.has(allIsTold)) return
  const now = platform.now()
  const calendar = calendarFrom(now)
  const stories = storiesOf(agency.key).flatMap((story) => actsOf(story, agency, calendar))
  const acts = [
    ...settingActs(agency, calendar),
    ...stories,
    ...directoryActs(agency, now),
    ...questionnaireActs(agency, now),
    ...receptionActs(agency, now),
    ...appointmentActs(agency, calendar),
  ]
  for (const { name, by, at, operation, does } of acts.toSorted(
    (one, other) => Number(one.at) - Number(other.at),
  )) {
    if (!told.has(name)) await tellerNamed(tellers, by).at(at, operation, does, name)
  }
  const [first] = agency.workers
  if (first) await tellerNamed(tellers, first.key).at(now, 'agency.read', async () => {}, allIsTold)
}

function tellerNamed(tellers: Cast['tellers'], key: string) {
  const teller = tellers.get(key)
  if (!teller) throw new Error(`Nobody called ${key} works at this agency of the demo.`)
  return teller
}
