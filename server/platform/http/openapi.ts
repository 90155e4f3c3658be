import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

const Described = z.object({
  headers: z.object({
    properties: z.record(z.string(), z.unknown()),
    required: z.array(z.string()).default([]),
  }),
})

/** The headers of every write, beside those that a route asks for itself. */
function withOwn(schema: unknown, headers: Readonly<Record<string, object>>) {
  const { properties = {}, required = [] } = Described.safeParse(schema).data?.headers ?? {}
  return { type: 'object', properties: { ...properties, ...headers }, required }
}

/** Describes every route from the same schemas that check it, at /api/openapi.json. */
export async function describeApi(app: FastifyInstance) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Alongside',
        version: '0.1.0',
        description: 'Social-work case management. See docs/api.md.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
    transform: (input) => {
      const transformed = jsonSchemaTransform(input)
      const { config, method } = input.route
      const headers = {
        ...((config?.versioned ?? method === 'PUT')
          ? { 'if-match': { type: 'string', description: 'The version you saw, as the ETag gave it: "3"' } }
          : {}),
        ...(method === 'GET'
          ? {}
          : { 'idempotency-key': { type: 'string', format: 'uuid', description: 'Repeat safely' } }),
      }
      return Object.keys(headers).length === 0
        ? transformed
        : {
            ...transformed,
            schema: { ...transformed.schema, headers: withOwn(transformed.schema, headers) },
          }
    },
  })
  app.get('/api/openapi.json', { config: { operation: 'public' }, schema: { hide: true } }, async () =>
    app.swagger(),
  )
}
