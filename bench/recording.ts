import { createSecretKey } from 'node:crypto'
import { buildApp } from '#server/app.ts'
import { openDatabase } from '#server/platform/database/database.ts'
import { installationKeys } from '#server/platform/identifier-keys/index.ts'
import { passingKeys } from '#server/platform/keys/index.ts'
import { platformOn } from '#server/platform/platform.ts'
import { hearing, type Statement } from '#server/testing/heard.ts'
import type { Plans } from './floors/pieces.ts'
import type { Asked } from './generator.ts'

/** What a piece of work sent to the database, how its plans are made, and how many bytes it was answered with. */
export type Recorded = Readonly<{ statements: readonly Statement[]; plans: Plans; bytes: number }>

/** What the entrance, the walls and the witnesses add to a piece of work: a bare route does without. */
const added =
  /^\s*(?:begin|commit|rollback)\b|set_config\(|recognise\(|audit|kept_answers|advisory|insert into "timeline"|pg_logical_emit_message|lay_down_looks/iu

/** The real application on the scratch database, with an ear on its connections. */
export async function recorder(ownerUrl: string, appPassword: string, keyFile: string) {
  const database = openDatabase({
    ownerUrl,
    appPassword,
    keys: installationKeys(keyFile),
    auditKey: createSecretKey(Buffer.alloc(32)),
    max: 1,
  })
  const heard = hearing(database.pool)
  const app = await buildApp(platformOn(database, { logLevel: 'silent', keys: passingKeys() }))
  const record = async (requests: readonly Asked[]): Promise<Recorded> => {
    heard()
    let bytes = 0
    for (const { method, path, headers, body } of requests) {
      const answer = await app.inject({
        method: method as 'GET' | 'POST' | 'PUT',
        url: path,
        headers: { 'x-requested-with': 'alongside', ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      if (answer.statusCode >= 300)
        throw new Error(`${method} ${path} answered ${answer.statusCode}: ${answer.body}`)
      bytes += answer.rawPayload.length
    }
    const sent = heard()
    const plans = sent.some(({ values }) => values.includes('force_generic_plan'))
      ? 'force_generic_plan'
      : 'auto'
    return { statements: sent.filter(({ text }) => !added.test(text)), plans, bytes }
  }
  const close = async () => {
    await app.close()
    await database.close()
  }
  return { record, close }
}
