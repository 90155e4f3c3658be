import type { FastifyInstance } from 'fastify'
import { operations } from '#server/access/index.ts'

/** A route as it was declared. */
export type DeclaredRoute = Readonly<{ method: string; url: string; operation: string }>

/**
 * Collects every route of the app and stops the start of the server when one does not say which operation it is:
 * a route nobody thought about is a leak nobody thought about.
 */
export function declaredRoutes(app: FastifyInstance): DeclaredRoute[] {
  const declared: DeclaredRoute[] = []
  app.addHook('onRoute', ({ method, url, config }) => {
    const operation = config?.operation
    if (operation === undefined || (operation !== 'public' && !(operation in operations))) {
      throw new Error(`Route ${String(method)} ${url} does not declare its operation.`)
    }
    for (const each of [method].flat()) declared.push({ method: each, url, operation })
  })
  return declared
}
