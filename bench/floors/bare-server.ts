// The floor that a product could not have: Fastify and pg with the same statements, and nobody asked who they are.
// A child of bench.ts, which sends the pieces of work and reads the port.
import Fastify, { type FastifyReply } from 'fastify'
import pg from 'pg'
import { again, optionsFor, type Piece, type Plans } from './pieces.ts'
import { plainLooks } from './plain.ts'

type Order = Readonly<{
  url: string
  agencyId: string
  pieces: Readonly<Record<string, Piece>>
  bytes: Readonly<Record<string, number>>
}>

type Asked = { Params: { key: string }; Body: { sample: Record<string, string>; writes: boolean } }

process.once('message', (order: Order) => void serve(order))

async function serve({ url, agencyId, pieces, bytes }: Order) {
  const poolWith = (plans: Plans) =>
    new pg.Pool({ connectionString: url, max: 10, pipeline: true, options: optionsFor(agencyId, plans) })
  const pools = { auto: poolWith('auto'), force_generic_plan: poolWith('force_generic_plan') }
  const constants = Object.fromEntries(
    Object.entries(bytes).map(([key, size]) => [
      key,
      JSON.stringify({ text: 'x'.repeat(Math.max(0, size - 11)) }),
    ]),
  )
  const app = Fastify()
  app.get<{ Params: { key: string } }>('/constant/:key', (request, reply) =>
    reply.type('application/json').send(constants[request.params.key]),
  )
  const onOneClient = async (
    key: string,
    plans: Plans | undefined,
    reply: FastifyReply,
    work: (client: pg.PoolClient, piece: Piece) => Promise<unknown>,
  ) => {
    const piece = pieces[key]
    if (!piece) return reply.code(404).send()
    const client = await pools[plans ?? 'auto'].connect()
    try {
      return { answers: await work(client, piece) }
    } finally {
      client.release()
    }
  }
  // As who writes a bare route would: rows to JavaScript to JSON.
  app.post<Asked>('/bare/:key', (request, reply) =>
    onOneClient(request.params.key, 'auto', reply, async (client, piece) => {
      const plain = plainLooks[request.params.key]
      return plain
        ? together(client, plain(agencyId, request.body.sample))
        : doAgain(client, piece, request.body)
    }),
  )
  // The very statements of the product, also where they answer JSON that PostgreSQL wrote.
  app.post<Asked>('/same/:key', (request, reply) =>
    onOneClient(request.params.key, pieces[request.params.key]?.plans, reply, (client, piece) =>
      doAgain(client, piece, request.body),
    ),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
}

/** Statements of one flight, and the rows of each. */
const together = async (client: pg.PoolClient, statements: readonly pg.QueryConfig[]) =>
  (await Promise.all(statements.map((statement) => client.query(statement)))).map(({ rows }) => rows)

/** Reads go in one flight; writes one after the other in one transaction, as whoever writes a bare route would. */
async function doAgain(
  client: pg.PoolClient,
  piece: Piece,
  { sample, writes }: { sample: Record<string, string>; writes: boolean },
) {
  const statements = again(piece, sample)
  if (!writes) return together(client, statements)
  await client.query('begin')
  const answers: unknown[] = []
  for (const statement of statements) answers.push((await client.query(statement)).rows)
  await client.query('commit')
  return answers
}
