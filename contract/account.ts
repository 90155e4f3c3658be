import { z } from 'zod'
import { Id } from '#contract/ids.ts'

const Token = z.string().min(20).max(200)
/** Six digits from an authenticator app, or one of the recovery codes, written as people write them. */
const Code = z.string().min(6).max(40)
/** The longest password that is read; how short one may be is a rule of the server. */
export const Password = z.string().min(1).max(1000)
const As = z.enum(['browser', 'program']).default('browser')

/** What still stands between a right password and being signed in. */
export const SignInStep = z.enum(['own-password', 'code', 'enrolment'])
export type SignInStep = z.infer<typeof SignInStep>

/** The password was right; one step is left. The token is for that step only and soon ends. */
export const PendingSignIn = z.object({ step: SignInStep, pending: z.string() })
export type PendingSignIn = z.infer<typeof PendingSignIn>

/** The second step: a code for the token that the first one answered. */
export const SecondStep = z.strictObject({ pending: Token, code: Code, as: As })
export type SecondStep = z.input<typeof SecondStep>

/** Choosing one's own password in place of the first one, on the way in. */
export const OwnPassword = z.strictObject({ pending: Token, password: Password, as: As })
export type OwnPassword = z.input<typeof OwnPassword>

/** Asks for a secret to put into an authenticator app, on the way in. */
export const PendingToken = z.strictObject({ pending: Token })
export type PendingToken = z.infer<typeof PendingToken>

/** A secret for an authenticator app, as text and as the address that its QR code holds. Shown until it is confirmed. */
export const Enrolment = z.object({ secret: z.string(), uri: z.string() })
export type Enrolment = z.infer<typeof Enrolment>

/** A code that proves the app has the secret. */
export const FactorCode = z.strictObject({ code: Code })
export type FactorCode = z.infer<typeof FactorCode>

/** Ten codes that each open the door once when the app is out of reach. Shown this once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

/** Whose second factor an agency asks for: nobody's; heads', administrators' and inspectors'; everybody's. */
export const SecondFactorFor = z.enum(['nobody', 'leaders', 'everybody'])
export type SecondFactorFor = z.infer<typeof SecondFactorFor>

/** What an agency asks of signing in. */
export const SignInPolicy = z.strictObject({ secondFactorFor: SecondFactorFor })
export type SignInPolicy = z.infer<typeof SignInPolicy>

/** One's own account: what protects it. */
export const AccountView = z.object({
  email: z.string(),
  passwordSince: z.iso.datetime().nullable(),
  secondFactor: z.object({ since: z.iso.datetime(), recoveryCodesLeft: z.int() }).nullable(),
  /** Whether the agency asks a second factor of this worker. */
  secondFactorRequired: z.boolean(),
  /** How many characters a new password must have. */
  shortestPassword: z.int(),
  /** Whether this sign-in was proved a short while ago, so that the account may be changed without proving it anew. */
  fresh: z.boolean(),
})
export type AccountView = z.infer<typeof AccountView>

/** Proves anew who one is: a code where there is a second factor, the password where there is none. */
export const Proof = z.strictObject({ password: Password.optional(), code: Code.optional() })
export type Proof = z.infer<typeof Proof>

/** What a proof answers; the token is there only for programs, and takes the place of the old one. */
export const Proved = z.object({ fresh: z.literal(true), token: z.string().optional() })
export type Proved = z.infer<typeof Proved>

/** Another password; the one there is has to be known, although the sign-in is fresh. */
export const PasswordChange = z.strictObject({ current: Password, password: Password })
export type PasswordChange = z.infer<typeof PasswordChange>

const SystemName = z.enum(['Windows', 'macOS', 'Linux', 'Android', 'iPhone', 'iPad', 'HarmonyOS'])
const BrowserName = z.enum([
  'Firefox',
  'Chrome',
  'Edge',
  'Safari',
  'Opera',
  'Yandex',
  'WeChat',
  'QQ',
  '360',
  'UC',
  'Samsung Internet',
  'Huawei Browser',
])

/** The device as it names itself; null where it does not say, and both null for a program. */
export const Device = z.object({ browser: BrowserName.nullable(), system: SystemName.nullable() })
export type Device = z.infer<typeof Device>

/** One place where one is signed in now. */
export const SignInLine = z.object({
  id: Id,
  device: Device,
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** The one that asks. */
  current: z.boolean(),
})
export type SignInLine = z.infer<typeof SignInLine>
export const SignInLines = z.object({ rows: z.array(SignInLine) })

/** An administrator lets a colleague choose a new password; with the factor too when their device is lost. */
export const ResetStart = z.strictObject({ withFactor: z.boolean() })
export type ResetStart = z.infer<typeof ResetStart>

/** The one-time token, shown once; its page is /reset. */
export const ResetStarted = z.object({ token: z.string(), expiresAt: z.iso.datetime() })
export type ResetStarted = z.infer<typeof ResetStarted>

/** Choosing a new password with a one-time token. */
export const Reset = z.strictObject({ token: Token, password: Password })
export type Reset = z.infer<typeof Reset>

/** How signing in and one's own account say no. */
export const accountRefusals = {
  'sign-in/wait': 'too-many',
  'sign-in/busy': 'away',
  'sign-in/wrong-code': 'who',
  'sign-in/began-too-long-ago': 'who',
  'sign-in/not-proved': 'not-you',
  'sign-in/not-fresh': 'not-you',
  'sign-in/reset-is-over': 'not-you',
  'sign-in/factor-is-required': 'not-now',
  'sign-in/no-enrolment': 'not-now',
  'sign-in/password-too-short': 'unfinished',
  'sign-in/password-is-common': 'unfinished',
  'sign-in/password-speaks-of-you': 'unfinished',
  'sign-in/password-is-the-same': 'unfinished',
} as const
