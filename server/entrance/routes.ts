import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Platform } from '#server/platform/platform.ts'
import type { Enter } from './enter.ts'

/** What a module's routes are handed: the way in, and the world outside. */
export type RouteOptions = { enter: Enter; platform: Platform }

/** The routes of one module. */
export type Routes = FastifyPluginAsyncZod<RouteOptions>
