import type { Asked } from '#contract/client-links.ts'
import { issueClientLink } from '#server/client-links/client-links.actions.ts'
import { questionnaireIdOf } from './questionnaires.ts'
import type { Act, Scene } from './scene.ts'
import type { AskedByLink } from './story.ts'

/** At the end of the day, after what the link asks about. */
const minutesAfter = 300

const mostDays = 60

/**
 * Tells what the client was asked on their own phone, on a clock of its own beside the case. Token and code are made as for
 * anybody and kept by nobody: of the demo’s links, too, only their state is seen.
 */
export function tellLinks(
  { story, go, pass, act, acts, id, caseId, language }: Scene,
  agency: string,
): readonly Act[] {
  const phone = story.client?.phone ?? ''
  for (const [at, link] of (story.links ?? []).entries()) {
    go(link.day)
    pass(minutesAfter)
    act(`link ${at} sent`, 'client-link.issue', async (tx) =>
      issueClientLink(tx, await caseId(tx), {
        id: id('link', String(at)),
        asked: askedOf(link, { assessmentId: id('assessment'), agency }),
        receiverId: id('client'),
        language,
        ...(phone === '' ? { factor: 'code', phoneTail: '' } : { factor: 'phone-tail', phoneTail: phone }),
        days: mostDays,
      }),
    )
  }
  return acts
}

type Place = Readonly<{ assessmentId: string; agency: string }>

function askedOf({ asks }: AskedByLink, { assessmentId, agency }: Place): Asked {
  if (asks === 'confirmation') return { purpose: asks, assessmentId }
  if (asks === 'questionnaire')
    return { purpose: asks, questionnaireId: questionnaireIdOf(agency), questionnaireVersion: 1 }
  return { purpose: 'scale', instrument: asks, instrumentVersion: 1, informant: 'self' }
}
