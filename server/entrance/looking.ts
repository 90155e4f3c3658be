import type { FastifyRequest } from 'fastify'
import type { Actor, Glance, Transaction } from '#server/access/index.ts'
import { auditBook, linesElsewhere, sealedLines } from '#server/audit/index.ts'
import type { Platform } from '#server/platform/platform.ts'
import { actorOf, type entering, type Work } from './entering.ts'

/**
 * Looks: they write nothing but their lines of the audit, and PostgreSQL refuses them everything else. The lines are laid
 * down after the look, together with those of others who look, and only then is anything shown.
 */
export function looking(
  { database }: Pick<Platform, 'database'>,
  { entered, glanced }: ReturnType<typeof entering>,
) {
  const book = auditBook(database)

  type Looked = Pick<Transaction, 'actor' | 'operation' | 'seen'> & Readonly<{ atMicros: number }>
  const linesOf = (request: FastifyRequest, { actor, operation, seen, atMicros }: Looked) => {
    const act = { actor, operation, seen, atMicros, auditKey: database.auditKey }
    const witnessed = { act: 'look', requestId: request.id } as const
    return [...sealedLines(act, witnessed), ...linesElsewhere(act, witnessed)]
  }

  /** Nothing is shown before its lines are kept. */
  const shown = <View>(
    request: FastifyRequest,
    look: () => Promise<Looked & { view: View }>,
  ): Promise<View> =>
    book.after(actorOf(request).agencyId, async () => {
      const looked = await look()
      return { view: looked.view, lines: linesOf(request, looked) }
    })

  return {
    /** A look of as many statements as it needs. */
    entered: <View>(request: FastifyRequest, work: Work<View>, lent?: Actor): Promise<View> => {
      const look = async (tx: Transaction) => {
        const view = await work(tx)
        const { actor, operation, seen } = tx
        return { actor, operation, seen, atMicros: await tx.enteredAtMicros(), view }
      }
      return shown(request, () => entered(request, look, { lent, looksOnly: true }))
    },
    /** A look that one statement tells. */
    glanced: <View>(request: FastifyRequest, glance: Glance<View>, lent?: Actor): Promise<View> =>
      shown(request, () => glanced(request, glance, { lent })),
  }
}
