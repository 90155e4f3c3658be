import type { EvaluationSheet } from '#contract/case/evaluation.ts'
import { satisfactionItem } from '#contract/codes/index.ts'
import {
  changeEvaluation,
  cosignAnEvaluation,
  openEvaluation,
  recordSatisfaction,
  signAnEvaluation,
} from '#server/case/evaluation/evaluation.actions.ts'
import type { Scene } from './scene.ts'
import type { Evaluating } from './story.ts'
import { goalIdOf } from './tell-plan.ts'

/** Tells the evaluation: what the client answered to the survey, what each goal reached, signed unless still being written. */
export function tellEvaluation(scene: Scene, evaluating: Evaluating) {
  const { id, act, go, caseId } = scene
  const { day, kind = 'outcome', draft, satisfaction, cosigned } = evaluating
  const evaluationId = id('evaluation')
  const place = async (tx: Parameters<typeof caseId>[0]) => ({ caseId: await caseId(tx), evaluationId })
  if (satisfaction) tellSurvey(scene, satisfaction)
  go(day)
  const sheet = sheetOf(scene, evaluating)
  act('evaluation opened', 'evaluation.write', async (tx) =>
    openEvaluation(tx, await caseId(tx), { id: evaluationId, kind }),
  )
  act('evaluation written', 'evaluation.write', async (tx) => changeEvaluation(tx, await place(tx), sheet))
  if (draft) return
  act('evaluation signed', 'evaluation.sign', async (tx) => signAnEvaluation(tx, await place(tx)))
  if (!cosigned) return
  go(cosigned.day)
  act(
    'evaluation co-signed',
    'evaluation.cosign',
    async (tx) => cosignAnEvaluation(tx, await place(tx)),
    cosigned.by,
  )
}

function tellSurvey(
  { id, act, go, caseId, calendar }: Scene,
  survey: NonNullable<Evaluating['satisfaction']>,
) {
  const { day, comment, answers } = survey
  go(day)
  const given = {
    id: id('survey'),
    mode: 'self' as const,
    givenOn: calendar.day(day),
    answers: Object.fromEntries(
      satisfactionItem.codes.slice(0, answers.length).map((item, at) => [item, answers[at]]),
    ),
    wouldReturn: true,
    comment,
  }
  act('satisfaction recorded', 'satisfaction.record', async (tx) =>
    recordSatisfaction(tx, await caseId(tx), given),
  )
}

const rated = (rating: number | null, evidence = '') => ({ rating, evidence })
const change = (before = '', after = '', rating: number | null = null) => ({ before, after, rating })

function sheetOf(scene: Scene, { day, draft, reached, sheet }: Evaluating): EvaluationSheet {
  const good = draft ? null : 4
  return {
    heldOn: scene.calendar.day(day),
    subjects: ['client', 'worker'],
    othersConsented: false,
    methods: ['self-statement', 'interview', 'records'],
    processRatings: {
      execution: rated(good),
      suitability: rated(good),
      participation: rated(4),
      'stage-progress': rated(good),
    },
    outcomeRatings: {
      'goal-attainment': change(),
      'problem-improvement': change(),
      'ability-improvement': change(),
      satisfaction: change(),
    },
    appraisal: { feasibility: rated(good), fit: rated(good), 'client-change': rated(good) },
    gaps: [],
    lessons: '',
    conclusion: draft ? null : 'close',
    ...sheet,
    goalRatings: reached.map(({ goal, level, client = null, evidence }) => ({
      goalId: goalIdOf(scene, goal),
      level,
      clientLevel: client,
      evidence,
    })),
  }
}
