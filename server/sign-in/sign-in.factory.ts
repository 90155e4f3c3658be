import { TOTP, URI } from 'otpauth'
import type { SecondFactorFor } from '#contract/account.ts'
import type { Role } from '#contract/codes/index.ts'
import { hashPassword } from '#server/access/passwords.ts'
import { foundAgency } from '#server/access/sign-in.repository.ts'
import { passingKeys } from '#server/platform/keys/index.ts'
import type { Platform } from '#server/platform/platform.ts'
import { caller } from '#server/testing/caller.ts'
import { testWorld } from '#server/testing/world.ts'

export const email = 'Li.Na@example.org'
export const password = '慢慢走,比较快,雨天也要出门去家访'
export const anotherPassword = '山路弯弯,小船慢慢地渡过河去看月亮'

// Hashing takes its time on purpose, so it is done once.
const hash = hashPassword(password)

type Given = Readonly<{ secondFactorFor?: SecondFactorFor; role?: Role }>

/** An agency with one worker who has a password. */
export async function anAccount(
  { secondFactorFor = 'nobody', role = 'worker' }: Given = {},
  platform: Partial<Platform> = {},
) {
  // An app for each: how many sign in at once is counted for the whole of it.
  const world = await testWorld({ keys: passingKeys(), ...platform })
  const agencyId = crypto.randomUUID()
  const workerId = crypto.randomUUID()
  const agency = { agencyId, agencyName: '安宁社工站', language: 'zh-CN', prefix: 'AN', demo: false }
  await foundAgency(world.platform.database.db, {
    ...agency,
    workerId,
    name: '李娜',
    email,
    hash: await hash,
  })
  await world.rows('update agencies set second_factor_for = $1 where agency_id = $2', [
    secondFactorFor,
    agencyId,
  ])
  await world.rows('update workers set role = $1 where id = $2', [role, workerId])
  const door = world.as(null)
  const signIn = (but: object = {}) => door.post('/sign-ins', { email, password, as: 'program', ...but })
  /** Signed in as a program, and able to call. */
  const signedIn = async () => {
    const { body } = await signIn()
    const token = String(body['token'])
    return { token, api: caller(world.app, token) }
  }
  return { world, agencyId, workerId, door, signIn, signedIn }
}

export type AnAccount = Awaited<ReturnType<typeof anAccount>>

/** What an authenticator app shows for this address at this moment. */
export function codeFor(uri: string, now: Date): string {
  const totp = URI.parse(uri)
  if (!(totp instanceof TOTP)) throw new Error('This is no time-based factor.')
  return totp.generate({ timestamp: now.getTime() })
}

/** The account with an authenticator app and recovery codes; the code of the present step is used. */
export async function anAccountWithFactor(given: Given = {}) {
  const account = await anAccount(given)
  const { world } = account
  const { api, token } = await account.signedIn()
  const { body: enrolment } = await api.post('/me/second-factor-enrolments', {})
  const uri = String(enrolment['uri'])
  const { body } = await api.put('/me/second-factor', { code: codeFor(uri, world.now()) })
  const recoveryCodes: readonly string[] = body['recoveryCodes'] ?? []
  /** Half a minute later there is another code. */
  const nextCode = () => {
    world.at(new Date(world.now().getTime() + 30_000).toISOString())
    return codeFor(uri, world.now())
  }
  /** Gives the password and answers the token for the second step. */
  const pending = async () => String((await account.signIn()).body['pending'])
  return { ...account, api, token, uri, recoveryCodes, nextCode, pending }
}
