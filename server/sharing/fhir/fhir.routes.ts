import '@fastify/rate-limit'
import type { Resource } from '@medplum/fhirtypes'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  AnsweredTask,
  FhirBundle,
  FhirCapabilityStatement,
  FhirServiceRequest,
  FhirTask,
  TaskSearch,
} from '#contract/fhir.ts'
import { Id } from '#contract/ids.ts'
import type { RouteOptions, Routes } from '#server/entrance/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { acceptJsonAs } from '#server/platform/http/json.ts'
import { statusOfRefusal, toRefusal } from '#server/platform/http/refusals.ts'
import { capabilityOf } from './capability.ts'
import { answerTask, viewSent } from './fhir.actions.ts'
import { outcomeOf } from './outcome.ts'
import { bundleOf, searchsetOf, serviceRequestOf } from './referral-bundle.ts'
import { taskOf } from './task.ts'
import { viewSentPage, viewStanding } from './fhir.view.ts'

const fhirJson = 'application/fhir+json'
const place = '/fhir/R4'
const params = z.strictObject({ referralId: Id })

/** So often a minute one credential may ask; a program that waits for news asks far less. */
const perCredential = {
  max: 120,
  timeWindow: '1 minute',
  keyGenerator: ({ actor, ip }: FastifyRequest) => actor?.signInId ?? ip,
}
const perAddress = { max: 60, timeWindow: '1 minute' }

const answers = (summary: string, schema: z.ZodType) => ({
  summary,
  produces: [fhirJson],
  response: { 200: schema },
})

const baseOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}/api${place}`

/** Sends a resource with its version. */
function sent<Kind extends Resource>(reply: FastifyReply, resource: Kind) {
  const version = resource.meta?.versionId
  if (version !== undefined) reply.header('etag', `W/"${version}"`)
  reply.type(fhirJson)
  return { ...resource }
}

/** Referrals as FHIR R4, for the programs of partners (R-073, R-077; interop-privacy, E2). */
export const fhirRoutes: Routes = async (app, options) => {
  await app.register(
    async (plain) => {
      const fhir = plain.withTypeProvider<ZodTypeProvider>()
      acceptJsonAs(fhir, fhirJson)
      fhir.setErrorHandler((error: FastifyError | Refusal, request, reply): FastifyReply => {
        const refusal = toRefusal(error)
        if (refusal.code === 'fault') request.log.error({ err: error }, 'fault')
        return refuse(reply, refusal)
      })
      fhir.setNotFoundHandler((_request, reply) => refuse(reply, new Refusal('not-found')))
      await lookingRoutes(fhir, options)
      await answeringRoutes(fhir, options)
    },
    { prefix: place },
  )
}

/** Tells a refusal as FHIR does. */
function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const status = statusOfRefusal(refusal.code)
  const { seconds } = refusal.facts
  if (seconds !== undefined) reply.header('retry-after', String(seconds))
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(status)
    .type(fhirJson)
    .send(JSON.stringify(outcomeOf(refusal)))
}

const lookingRoutes: Routes = async (app, { enter }: RouteOptions) => {
  const reading = { operation: 'partner-referral.read', partner: true, rateLimit: perCredential } as const

  app.get('/metadata', {
    config: { operation: 'public', rateLimit: perAddress },
    schema: answers('What the FHIR interface for partners can do', FhirCapabilityStatement),
    handler: async (request, reply) => sent(reply, capabilityOf(baseOf(request))),
  })

  app.get('/Task', {
    config: { operation: 'partner-referral.list', partner: true, rateLimit: perCredential },
    schema: {
      ...answers('The referrals sent to the partner who asks, as tasks, newest first', FhirBundle),
      querystring: TaskSearch,
    },
    handler: async (request, reply) => {
      const base = baseOf(request)
      const { next, standings } = await enter(request, reply, (tx) => viewSentPage(tx, request.query))
      const address = (after: string | undefined) => addressOf(`${base}/Task`, { ...request.query, after })
      const links = { base, self: address(request.query.after), next: next === null ? null : address(next) }
      return sent(reply, searchsetOf(standings, links))
    },
  })

  app.get('/Task/:referralId', {
    config: reading,
    schema: { ...answers('How one referral stands, as a task', FhirTask), params },
    handler: async (request, reply) => {
      const { standing } = await enter(request, reply, (tx) => viewStanding(tx, request.params.referralId))
      return sent(reply, taskOf(standing))
    },
  })

  app.get('/ServiceRequest/:referralId', {
    config: reading,
    schema: { ...answers('What is asked of the partner', FhirServiceRequest), params },
    handler: async (request, reply) => {
      const one = await enter(request, reply, (tx) => viewSent(tx, request.params.referralId))
      return sent(reply, serviceRequestOf(one.standing, one.sent))
    },
  })

  app.get('/Bundle/:referralId', {
    config: reading,
    schema: { ...answers('One referral whole, with exactly what was shared', FhirBundle), params },
    handler: async (request, reply) => {
      const one = await enter(request, reply, (tx) => viewSent(tx, request.params.referralId))
      return sent(reply, bundleOf(one.standing, one.sent, baseOf(request)))
    },
  })
}

const answeringRoutes: Routes = async (app, { enter }) => {
  app.put('/Task/:referralId', {
    config: {
      operation: 'partner-referral.answer',
      partner: true,
      secret: true,
      rateLimit: perCredential,
    },
    schema: {
      ...answers('Answer a referral: the same steps as by a link or on the screen', FhirTask),
      consumes: [fhirJson],
      params,
      body: AnsweredTask,
    },
    handler: async (request, reply) => {
      const { referralId } = request.params
      const { standing } = await enter(request, reply, async (tx) => ({
        standing: await answerTask(tx, referralId, request.body),
      }))
      return sent(reply, taskOf(standing))
    },
  })
}

/** An address with what was asked in it; nothing of it is about a person. */
function addressOf(path: string, asked: Readonly<Record<string, string | number | undefined>>) {
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  return `${path}?${query}`
}
