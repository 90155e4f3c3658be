import { createHash, randomUUID } from 'node:crypto'
import { type AskForHelp, puzzleBits } from '#contract/case/web-form.ts'
import type { TestWorker, World } from '#server/testing/world.ts'
import { leadsWithNoughts } from './puzzle.ts'

/** The answer to a puzzle, found as a page finds it. */
export function answerTo(puzzle: string): string {
  for (let tried = 0; ; tried += 1) {
    const digest = createHash('sha256').update(`${puzzle}.${tried}`).digest()
    if (leadsWithNoughts(digest, puzzleBits)) return String(tried)
  }
}

/** Opens the form of the head's agency. */
export const openTheForm = (world: World, head: TestWorker) =>
  world
    .as(head)
    .put(
      '/agency/web-form',
      { open: true, emergencyNumbers: '110 · 120 · 12338', leaveTo: 'https://www.example.com/' },
      { version: 0 },
    )

const later = (world: World, milliseconds: number) =>
  world.at(new Date(world.now().getTime() + milliseconds).toISOString())

/** Opens the page, takes time over it, solves its puzzle, and sends what is to be sent. */
export async function askFromOutside(
  world: World,
  agencyId: string,
  but: Partial<AskForHelp> = {},
  milliseconds = 20_000,
) {
  const nobody = world.as(null)
  const page = await nobody.get(`/web-forms/${agencyId}`)
  const puzzle = String(page.body['puzzle'])
  const body: AskForHelp = {
    id: randomUUID(),
    language: 'zh-CN',
    name: '阿梅',
    reach: '13900001111，白天打，不要留言',
    message: '丈夫打我，我想带孩子离开。',
    website: '',
    puzzle,
    answer: answerTo(puzzle),
    ...but,
  }
  later(world, milliseconds)
  const send = () => nobody.post(`/web-forms/${agencyId}/requests`, body)
  return { page, body, send, answer: await send() }
}
