import { sql } from 'kysely'
import { z } from 'zod'
import type { Routes } from './routes.ts'

/** Whether the server can do its work now: it can when its database answers. */
export const healthRoutes: Routes = async (app, { platform }) => {
  app.get('/healthz', {
    config: { operation: 'public' },
    // Load balancers like to ask with HEAD.
    exposeHeadRoute: true,
    schema: { summary: 'Ready when it answers 200', response: { 200: z.object({ ready: z.literal(true) }) } },
    handler: async () => {
      await sql`select 1`.execute(platform.database.db)
      return { ready: true as const }
    },
  })
}
