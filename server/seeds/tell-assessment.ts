import type { AssessmentSheet } from '#contract/case/assessment.ts'
import { explainedItem } from '#contract/codes/index.ts'
import {
  changeAssessment,
  cosignAssessment,
  giveClientView,
  openAssessment,
  signAssessment,
} from '#server/case/assessment/assessment.actions.ts'
import { phrases } from './phrases.ts'
import type { Scene } from './scene.ts'
import type { Assessing } from './story.ts'

/** The id of a need of the assessment, by its place. */
export const needIdOf = ({ id }: Scene, place: number) => id('need', String(place))

/** Tells the assessment: written, signed, perhaps co-signed, and what the client said to it. */
export function tellAssessment(scene: Scene, assessing: Assessing) {
  const { id, act, go, caseId, story } = scene
  const assessmentId = id('assessment')
  const place = async (tx: Parameters<typeof caseId>[0]) => ({ caseId: await caseId(tx), assessmentId })
  go(assessing.day)
  const sheet = sheetOf(scene, assessing)
  act('assessment opened', 'assessment.write', async (tx) =>
    openAssessment(tx, await caseId(tx), { id: assessmentId, kind: 'comprehensive' }),
  )
  act('assessment written', 'assessment.write', async (tx) => changeAssessment(tx, await place(tx), sheet))
  if (assessing.draft) return
  act('assessment signed', 'assessment.sign', async (tx) => signAssessment(tx, await place(tx)))
  const { cosigned, confirmed } = assessing
  if (cosigned) {
    go(cosigned.day)
    act(
      'assessment co-signed',
      'assessment.cosign',
      async (tx) => cosignAssessment(tx, await place(tx)),
      cosigned.by,
    )
  }
  if (!confirmed) return
  const givenAt = go(confirmed.day).toISOString()
  const { corrections: inWords = '', refused = '', putRight = [] } = confirmed
  const corrections = putRight.map(([list, at, says]) => ({
    line: `${list}.${id(wordFor[list], String(at))}`,
    says,
  }))
  const guardian = story.companions?.findIndex((companion) => companion.guardian) ?? -1
  const personId = confirmed.by === 'guardian' ? id('companion', String(guardian)) : id('client')
  const agreed = inWords === '' && putRight.length === 0 ? ('confirmed' as const) : ('corrected' as const)
  const view = refused === '' ? agreed : ('not-confirmed' as const)
  const given = {
    view,
    text: inWords + refused,
    way: 'signature' as const,
    personId,
    givenAt,
    language: scene.language,
    corrections,
  }
  act('assessment confirmed', 'assessment.confirm', async (tx) => giveClientView(tx, await place(tx), given))
}

const wordFor = { strengths: 'strength', problems: 'problem', needs: 'need' } as const

function sheetOf(scene: Scene, assessing: Assessing): AssessmentSheet {
  const { story, calendar, language } = scene
  const said = phrases[language]
  const { presenting, summary, problems, strengths, needs } = assessing
  return {
    heldOn: calendar.day(assessing.day),
    place: story.client?.address ?? '',
    methods: ['asking', 'home-visit', 'observation'],
    informants: assessing.informants ?? (story.companions ?? []).map(({ name }) => name).join(said.and),
    explainedItems: [...explainedItem.codes],
    presenting,
    strengths: strengths.map(([level, description], at) => ({
      id: scene.id('strength', String(at)),
      level,
      description,
    })),
    physical: assessing.physical ?? '',
    psychological: assessing.psychological ?? '',
    social: assessing.social ?? '',
    behaviour: '',
    behaviourAgreed: '',
    microSystem: '',
    mezzoSystem: '',
    macroSystem: '',
    ...assessing.analysis,
    theoryNote: assessing.analysis?.theoryNote ?? '',
    helpNeeded: [...(assessing.analysis?.helpNeeded ?? [])],
    plainWords: assessing.analysis?.plainWords ?? '',
    limits: '',
    risks: assessing.risks ?? said.noSign,
    problems: problemsOf(scene, problems, said.factors),
    needs: needs.map(({ of, ...need }, at) => ({
      clientWords: '',
      priority: at === 0 ? ('high' as const) : ('medium' as const),
      ...need,
      id: needIdOf(scene, at),
      problemIds: of.map((one) => scene.id('problem', String(one))),
    })),
    theories: ['ecological-systems', 'strengths'],
    needsCaseManagement: problems.length > 1,
    caseManagementReason: problems.length > 1 ? said.severalNeeded : said.oneIsEnough,
    sensitiveKinds: ['health'],
    summary,
    suggestion: said.agreement,
  }
}

const problemsOf = ({ id }: Scene, problems: Assessing['problems'], factors: string) =>
  problems.map((problem, at) => ({
    nature: 'situational' as const,
    degree: 'moderate' as const,
    factors,
    since: '',
    clientRank: at + 1,
    workerRank: at + 1,
    difficulty: 'moderate' as const,
    ...problem,
    id: id('problem', String(at)),
  }))
