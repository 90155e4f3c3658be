import { z } from 'zod'
import { GivePlanConfirmation, OpenPlan, PlanPage, PlanSheet, PlanView } from '#contract/case/plan.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import {
  activatePlan,
  changePlan,
  confirmPlan,
  cosignPlan,
  openPlan,
  type PlanPlace,
  signPlan,
} from './plan.actions.ts'
import { viewPlan, viewPlans } from './plan.view.ts'

const caseParams = z.strictObject({ caseId: Id })
const params = z.strictObject({ caseId: Id, planId: Id })
const nothing = z.strictObject({})

/** The plan stage: written with the client, signed, confirmed by client and guardian, and only then active. */
export const planRoutes: Routes = async (app, options) => {
  await editions(app, options)
  await changes(app, options)
}

const editions: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/plans', {
    config: { operation: 'plan.read' },
    schema: {
      summary: 'The plans of a case, newest first',
      params: caseParams,
      querystring: PageQuery,
      response: { 200: PlanPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewPlans(tx, request.params.caseId, request.query)),
  })

  app.post('/cases/:caseId/plans', {
    config: { operation: 'plan.write', creates: true },
    schema: {
      summary: 'Begin the plan, or its next edition',
      params: caseParams,
      body: OpenPlan,
      response: { 201: PlanView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await openPlan(tx, request.params.caseId, request.body)
        return viewPlan(tx, request.params.caseId, request.body.id)
      }),
  })

  app.get('/cases/:caseId/plans/:planId', {
    config: { operation: 'plan.read' },
    schema: { summary: 'One plan', params, response: { 200: PlanView } },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewPlan(tx, request.params.caseId, request.params.planId)),
  })

  app.post('/cases/:caseId/plans/:planId/confirmations', {
    config: { operation: 'plan.confirm', creates: true },
    schema: {
      summary: 'Record that the client or a guardian confirmed the plan',
      params,
      body: GivePlanConfirmation,
      response: { 201: PlanView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await confirmPlan(tx, request.params, request.body)
        return viewPlan(tx, request.params.caseId, request.params.planId)
      }),
  })
}

const changes: Routes = async (app, { enter }) => {
  /** Every change of one plan: its noun, what it takes, and the act. */
  const change = <Body extends z.ZodType>(
    noun: string,
    operation: 'plan.write' | 'plan.sign' | 'plan.cosign' | 'plan.activate',
    summary: string,
    body: Body,
    act: (tx: Transaction, place: PlanPlace, input: z.output<Body>) => Promise<unknown>,
  ) =>
    app.put(`/cases/:caseId/plans/:planId${noun}`, {
      config: { operation },
      schema: { summary, params, body, response: { 200: PlanView } },
      handler: (request, reply) => {
        const { caseId, planId } = request.params
        const current = (tx: Transaction) => viewPlan(tx, caseId, planId)
        const work = async (tx: Transaction) => {
          await act(tx, { caseId, planId }, body.parse(request.body))
          return current(tx)
        }
        return enter(request, reply, work, { current })
      },
    })

  change('', 'plan.write', 'Save the plan as it stands', PlanSheet, changePlan)
  change('/signature', 'plan.sign', 'Sign the plan: everything it needs is whole', nothing, signPlan)
  change('/cosignature', 'plan.cosign', 'Sign beside a colleague of level 4', nothing, cosignPlan)
  change(
    '/activation',
    'plan.activate',
    'Begin the work: client and guardian have confirmed',
    nothing,
    activatePlan,
  )
}
