import { z } from 'zod'
import {
  BreakGlassLine,
  BreakGlassOpened,
  BreakGlassPage,
  BreakGlassQuery,
  BreakGlassReview,
  OpenBreakGlass,
} from '#contract/break-glass.ts'
import { Id } from '#contract/ids.ts'
import type { Routes } from '#server/entrance/index.ts'
import { closeBreakGlass, openBreakGlass, reviewBreakGlass } from './break-glass.actions.ts'
import { breakGlassLine, breakGlassPage } from './break-glass.queries.ts'

const params = z.strictObject({ openingId: Id })

/** Emergencies: opening a case that one may not see, giving it back, and its review. Numbers travel in a body. */
export const breakGlassRoutes: Routes = async (app, { enter }) => {
  app.get('/break-glass-openings', {
    config: { operation: 'break-glass.list' },
    schema: {
      summary:
        'What was opened by break-glass, newest first: for whoever answers for the case, and by reference for the inspector',
      querystring: BreakGlassQuery,
      response: { 200: BreakGlassPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => breakGlassPage(tx, request.query)),
  })

  app.post('/break-glass-openings', {
    config: { operation: 'break-glass.open', act: 'break-glass', creates: true },
    schema: {
      summary: 'Open one case in an emergency, for an hour at most',
      body: OpenBreakGlass,
      response: { 201: BreakGlassOpened },
    },
    handler: (request, reply) => enter(request, reply, (tx) => openBreakGlass(tx, request.body)),
  })

  app.put('/break-glass-openings/:openingId/closure', {
    config: { operation: 'break-glass.close', versioned: false },
    schema: {
      summary: 'Give a case back before its time',
      params,
      body: z.strictObject({}),
      response: { 200: z.object({ closed: z.literal(true) }) },
    },
    handler: (request, reply) => enter(request, reply, (tx) => closeBreakGlass(tx, request.params.openingId)),
  })

  app.put('/break-glass-openings/:openingId/review', {
    config: { operation: 'break-glass.review', versioned: false },
    schema: {
      summary: 'Say what one thinks of an opening, as another who answers for the case',
      params,
      body: BreakGlassReview,
      response: { 200: BreakGlassLine },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await reviewBreakGlass(tx, request.params.openingId, request.body)
        return breakGlassLine(tx, request.params.openingId)
      }),
  })
}
