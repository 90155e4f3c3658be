import type { Transaction } from '#server/access/index.ts'
import { giveConsent, recordException, withdrawConsent } from '#server/consent/consents.actions.ts'
import { whoGives } from '#server/consent/giver.ts'
import { dayOf } from '#server/kernel/days.ts'
import { capacityFactsOf, guardiansOf, lookAtPerson } from '#server/people/index.ts'
import type { Act, Scene } from './scene.ts'
import type { Consented, Excepted } from './story.ts'

/** After the interview of that day, which began the case in its room. */
const minutesAfter = 150

/** Tells who consented to what, what was withdrawn, and what was done without, on a clock of its own beside the case. */
export function tellConsents(scene: Scene): readonly Act[] {
  const { story, go, pass, act, id } = scene
  const told = [
    ...(story.consents ?? []).flatMap((consent, at) => {
      const consentId = id('consent', String(at))
      const { withdrawn } = consent
      const given = {
        day: consent.day,
        tell: () =>
          act(`consent ${at} given`, 'consent.give', (tx) => giveOne(tx, scene, { consent, consentId })),
      }
      if (!withdrawn) return [given]
      const taken = {
        day: withdrawn.day,
        tell: () =>
          act(`consent ${at} withdrawn`, 'consent.withdraw', (tx) =>
            withdrawConsent(tx, id('client'), consentId, { reason: withdrawn.reason }),
          ),
      }
      return [given, taken]
    }),
    ...(story.exceptions ?? []).map((exception, at) => ({
      day: exception.day,
      tell: () =>
        act(`exception ${at} recorded`, 'consent.except', (tx) => exceptOne(tx, scene, { exception, at })),
    })),
  ]
  let day: number | null = null
  for (const one of told.toSorted((earlier, later) => earlier.day - later.day)) {
    go(one.day)
    if (day !== one.day) pass(minutesAfter)
    day = one.day
    one.tell()
  }
  return scene.acts
}

type Told = Readonly<{ consent: Consented; consentId: string }>

/** Who gives follows from the age on that day, whenever the demo is begun. */
async function giveOne(
  tx: Transaction,
  { id, calendar, language, caseId }: Scene,
  { consent, consentId }: Told,
) {
  const { day, until, withdrawn: _withdrawn, heard, ...said } = consent
  const personId = id('client')
  const { sheet } = await lookAtPerson(tx, personId)
  const { giver, under14 } = whoGives(dayOf(tx.now), capacityFactsOf(sheet))
  const [guardian] = giver === 'guardian' ? await guardiansOf(tx, personId) : []
  await giveConsent(tx, personId, {
    id: consentId,
    caseId: await caseId(tx),
    inquiryId: null,
    sensitiveKind: under14 ? 'under-fourteen' : null,
    sections: [],
    receivers: [],
    details: '',
    way: 'written',
    witness: '',
    ...said,
    giver,
    guardianId: guardian?.id ?? null,
    heard: giver === 'guardian' ? heard : '',
    validFrom: calendar.day(day),
    validUntil: calendar.day(until),
    noticeVersion: 1,
    noticeLanguage: language,
  })
}

async function exceptOne(
  tx: Transaction,
  { id, caseId }: Scene,
  { exception: { day: _day, ...said }, at }: Readonly<{ exception: Excepted; at: number }>,
) {
  const place = { id: id('exception', String(at)), caseId: await caseId(tx), inquiryId: null }
  await recordException(tx, id('client'), { ...place, sections: ['identity'], ...said })
}
