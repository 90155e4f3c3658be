import {
  addSource,
  recordContact,
  recordFinding,
  settleContradiction,
  tellNotice,
} from '#server/case/assessment/evidence/evidence.actions.ts'
import type { Act, Scene } from './scene.ts'
import type { Collected, Said } from './story.ts'

/** After the interview of that day, which began the case in its room. */
const minutesAfter = 160

/** Tells what was collected before the assessment: the notice, visits, findings, and what contradicted itself. */
export function tellEvidence(scene: Scene): readonly Act[] {
  const { story, go, pass, act, id, caseId, calendar } = scene
  const { collected } = story
  if (!collected) return scene.acts
  const day = calendar.day(collected.day)
  go(collected.day)
  pass(minutesAfter)
  act('notice told', 'evidence.record', async (tx) =>
    tellNotice(tx, await caseId(tx), {
      id: id('collection-notice'),
      personId: id('client'),
      toldOn: day,
      limitsTold: true,
      note: '',
      ...collected.notice,
    }),
  )
  for (const [at, visit] of collected.visits.entries())
    act(`visit ${at} recorded`, 'evidence.record', async (tx) =>
      recordContact(tx, await caseId(tx), {
        id: id('collection-contact', String(at)),
        heldOn: day,
        place: '',
        sensitiveKinds: [],
        profession: '',
        question: '',
        named: false,
        receiverKind: null,
        ...visit,
      }),
    )
  for (const [at, finding] of collected.findings.entries()) tellFinding(scene, { at, finding, day })
  return scene.acts
}

type Found = Readonly<{ at: number; finding: Collected['findings'][number]; day: string }>

function tellFinding({ act, id, caseId }: Scene, { at, finding, day }: Found) {
  const { said, otherwise, settled, kinds = [], ...about } = finding
  const findingId = id('finding', String(at))
  const sourceOf = (one: Said, name: string) => ({
    id: id('source', String(at), name),
    learnedOn: day,
    contactId: null,
    ...one,
  })
  act(`finding ${at} recorded`, 'evidence.record', async (tx) =>
    recordFinding(tx, await caseId(tx), {
      id: findingId,
      ...about,
      sensitiveKinds: [...kinds],
      source: sourceOf(said, 'first'),
    }),
  )
  if (otherwise)
    act(`finding ${at} contradicted`, 'evidence.record', async (tx) =>
      addSource(
        tx,
        { caseId: await caseId(tx), findingId },
        { ...sourceOf(otherwise, 'second'), stance: 'contradicts' },
      ),
    )
  if (settled !== undefined)
    act(`finding ${at} settled`, 'evidence.record', async (tx) =>
      settleContradiction(tx, { caseId: await caseId(tx), findingId }, { note: settled }),
    )
}
