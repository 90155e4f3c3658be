import { z } from 'zod'
import { StoryPage } from '#contract/case/timeline.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import { lookAtCase } from '#server/case/lifecycle/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { storyPage } from './timeline.queries.ts'

/** The story of a case. */
export const timelineRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/timeline', {
    config: { operation: 'case.timeline' },
    schema: {
      summary: 'What happened in a case and the first contact before it, newest first',
      params: z.strictObject({ caseId: Id }),
      querystring: PageQuery,
      response: { 200: StoryPage },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) =>
        storyPage(tx, await lookAtCase(tx, request.params.caseId), request.query),
      ),
  })
}
