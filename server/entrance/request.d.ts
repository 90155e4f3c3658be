import type { Act } from '#server/audit/index.ts'
import type { Actor, Operation } from '#server/access/index.ts'
import type { Remembered } from './remembered.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null until recognised, and on public routes. */
    actor: Actor | null
    /** Who asks, as it was a moment ago; the entrance has it confirmed as the act begins. Null where it was asked anew. */
    remembered: Remembered | null
  }
  interface FastifyContextConfig {
    /** What this route does, by the table in access/operations.ts; `public` for whoever has not signed in. */
    operation?: Operation | 'public'
    /** Whether a write names the version it saw (If-Match). Every PUT does unless it says no. */
    versioned?: boolean
    /** Whether its body holds a secret: then nothing of it is kept, not even a fingerprint. */
    secret?: boolean
    /** Whether it is for receivers of secure links, who have no account, and for nobody else. */
    link?: boolean
    /** Whether it is for programs of partners, who have a credential and no account, and for nobody else. */
    partner?: boolean
    /** Whether it answers 201. */
    creates?: boolean
    /** Whether its body is a file that may come slowly; every other request has little time. */
    slow?: boolean
    /** Whether its handler needs to know who asks before it enters. */
    anew?: boolean
    /** How the audit calls it, where the method does not say. */
    act?: Act
  }
}
