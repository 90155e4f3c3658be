import type { FastifyReply } from 'fastify'

/**
 * Sends JSON that is written already, most of it by PostgreSQL, as it is: nothing here reads or checks it again. The route still
 * declares what it answers, and its test holds the text against that.
 */
export const sendWritten = (reply: FastifyReply, json: string) =>
  reply.type('application/json; charset=utf-8').send(json)
