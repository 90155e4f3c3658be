import { z } from 'zod'
import { role } from '#contract/codes/agencies.ts'
import { Password } from '#contract/account.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'

/** What a screen may offer: it is yours to do now, it is not yours to do, or its time has not come. */
export const Ability = z.enum(['yes', 'not-you', 'not-now'])
export type Ability = z.infer<typeof Ability>

/** Occupational level: 4 is the first, 1 the highest. */
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Level = z.infer<typeof Level>

/** A colleague, as shown beside what they did. */
export const WorkerRef = z.object({ id: Id, name: z.string() })
export type WorkerRef = z.infer<typeof WorkerRef>

/** Signing in. `program` answers with a bearer token instead of a cookie. */
export const SignIn = z.strictObject({
  email: z.string().min(3).max(254),
  password: Password,
  as: z.enum(['browser', 'program']).default('browser'),
})
export type SignIn = z.input<typeof SignIn>

/** The signed-in worker, their agency, and what their role and level let them reach. */
export const Me = z.object({
  worker: z.object({
    id: Id,
    name: z.string(),
    role: role.schema,
    level: Level,
    language: Language,
  }),
  agency: z.object({ id: Id, name: z.string() }),
  demo: z.boolean(),
  abilities: z.object({
    receive: Ability,
    caseload: Ability,
    people: Ability,
    directory: Ability,
    writeDirectory: Ability,
    importDirectory: Ability,
    review: Ability,
    /** To design questionnaires; who only answers them finds them in the case. */
    questionnaires: Ability,
    loadDivisions: Ability,
    administer: Ability,
    agency: Ability,
    inspect: Ability,
    breakGlass: Ability,
  }),
})
export type Me = z.infer<typeof Me>

/** What signing in answers. The token is there only for programs, recovery codes only after an enrolment on the way in. */
/** By this header a page says for which worker it was drawn; what it asks is never done as somebody else. */
export const drawnFor = 'x-drawn-for'

export const SignedIn = Me.extend({
  token: z.string().optional(),
  recoveryCodes: z.array(z.string()).optional(),
})
export type SignedIn = z.infer<typeof SignedIn>

/** First run of a production server: founds the first agency with its administrator. */
export const SetUp = z.strictObject({
  token: z.string().min(1).max(200),
  agencyName: z.string().min(1).max(200),
  language: Language,
  name: z.string().min(1).max(200),
  email: z.email().max(254),
  password: Password,
})
export type SetUp = z.infer<typeof SetUp>
