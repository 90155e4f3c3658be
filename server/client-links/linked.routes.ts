import { AnsweredPaper, LinkedPaperView, PaperAnswer } from '#contract/client-links.ts'
import type { Routes } from '#server/entrance/index.ts'
import { answerPaper, viewPaper } from './linked.actions.ts'

/** What a client reads and answers by a secure link. */
export const linkedPaperRoutes: Routes = async (app, { enter }) => {
  app.get('/link/paper', {
    config: { operation: 'linked-paper.read', link: true },
    schema: {
      summary: 'What one’s secure link asks: an assessment to confirm, a scale or a questionnaire',
      response: { 200: LinkedPaperView },
    },
    handler: (request, reply) => enter(request, reply, viewPaper),
  })

  app.put('/link/paper/answer', {
    config: { operation: 'linked-paper.answer', link: true, secret: true },
    schema: {
      summary: 'Answer what one’s secure link asks, once',
      body: PaperAnswer,
      response: { 200: AnsweredPaper },
    },
    handler: (request, reply) => enter(request, reply, (tx) => answerPaper(tx, request.body)),
  })
}
