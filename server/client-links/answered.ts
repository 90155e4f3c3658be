import { z } from 'zod'
import { Asked, PaperAnswer } from '#contract/client-links.ts'
import { Moment } from '#contract/dates.ts'

/** What a paper asked, as it is kept beside the answer; which assessment and which record is said by the link. */
export const AskedByPaper = z.discriminatedUnion('purpose', [
  Asked.options[0].omit({ assessmentId: true }),
  Asked.options[1],
  Asked.options[2],
])
export type AskedByPaper = z.infer<typeof AskedByPaper>

/** An answer with the moment at which it came. */
export type GivenAnswer = PaperAnswer & Readonly<{ givenAt: string }>

/** An answer as it lies sealed until it is taken into the case. */
export const KeptAnswer = z.object({
  asked: AskedByPaper,
  answer: z.discriminatedUnion('purpose', [
    PaperAnswer.options[0].extend({ givenAt: Moment }),
    PaperAnswer.options[1].extend({ givenAt: Moment }),
    PaperAnswer.options[2].extend({ givenAt: Moment }),
  ]),
})
export type KeptAnswer = z.infer<typeof KeptAnswer>
