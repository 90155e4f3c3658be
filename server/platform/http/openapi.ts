import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

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
            schema: { ...transformed.schema, headers: { type: 'object', properties: headers } },
          }
    },
  })
  app.get('/api/openapi.json', { config: { operation: 'public' }, schema: { hide: true } }, async () =>
    app.swagger(),
  )
}
