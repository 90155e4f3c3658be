import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import { DuePage, NoticePage, ReviewPage } from '#contract/workday.ts'
import type { Routes } from '#server/entrance/index.ts'
import { seeNotice } from './notices.actions.ts'
import { noticePage } from './notices.queries.ts'
import { duePage, reviewPage } from './today.queries.ts'

/** A worker's day: what is due, what one must be told, what waits for one's signature. */
export const workdayRoutes: Routes = async (app, { enter }) => {
  app.get('/today', {
    config: { operation: 'today.read' },
    schema: {
      summary: 'What is due for me, emergencies on top',
      querystring: PageQuery,
      response: { 200: DuePage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => duePage(tx, request.query)),
  })

  app.get('/reviews', {
    config: { operation: 'review.list' },
    schema: {
      summary: 'What waits for my co-signature or approval',
      querystring: PageQuery,
      response: { 200: ReviewPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => reviewPage(tx, request.query)),
  })

  app.get('/notices', {
    config: { operation: 'notice.see' },
    schema: {
      summary: 'What I was told and have not seen',
      querystring: PageQuery,
      response: { 200: NoticePage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => noticePage(tx, request.query)),
  })

  app.put('/notices/:noticeId/sight', {
    config: { operation: 'notice.see', versioned: false },
    schema: {
      summary: 'I have seen this notice',
      params: z.strictObject({ noticeId: Id }),
      body: z.strictObject({}),
      response: { 200: z.object({ seen: z.literal(true) }) },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await seeNotice(tx, request.params.noticeId)
        return { seen: true as const }
      }),
  })
}
