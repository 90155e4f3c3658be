import { expect, test } from 'vitest'
import { stage } from '#contract/codes/index.ts'
import { StoryLine } from '#contract/case/timeline.ts'
import { addWorker } from '#server/agencies/workers.actions.ts'
import { testWorld, type World } from '#server/testing/world.ts'
import { demoAgencies } from './agencies.ts'
import { calendarFrom } from './calendar.ts'
import { demoId } from './demo-id.ts'
import { actsTold } from './demo.repository.ts'
import { foundDemoAgency } from './founding.ts'
import { seedDemo } from './index.ts'
import { storiesOf } from './stories/index.ts'
import { actsOf } from './tell.ts'

const password = 'walk alongside, step by step'
const patience = 120_000

/** What a start may not change: everything but the passwords, which every start sets anew. */
async function kept(world: World) {
  const counts = Object.entries(await world.counts())
  return Object.fromEntries(counts.filter(([name]) => !name.startsWith('passwords')))
}

const distinct = async (world: World, text: string) =>
  (await world.rows<{ one: string }>(text)).map(({ one }) => one)

test(
  'a first start that is killed is carried on, and a later one adds nothing but the password',
  { timeout: patience },
  async () => {
    const world = await testWorld()
    await expect(seedDemo(dyingAfter(world, 300), { password })).rejects.toThrow('killed')
    const begun = await world.rows('select id from inquiries')
    expect(begun.length).toBeGreaterThan(0)
    expect(await seedDemo(world.platform, { password })).toHaveLength(13)

    const calendar = calendarFrom(world.now())
    for (const agency of demoAgencies) {
      const acts = storiesOf(agency.key).flatMap((story) => actsOf(story, agency, calendar))
      const done = await actsTold(world.platform.database, demoId('agency', agency.key))
      expect(acts.filter(({ name }) => !done.has(name))).toEqual([])
    }

    expect(await distinct(world, 'select distinct state as one from inquiries order by 1')).toEqual([
      'assessed',
      'concluded',
      'draft',
      'registered',
      'waiting',
    ])
    expect(
      await distinct(
        world,
        'select distinct decision as one from inquiries where decision is not null order by 1',
      ),
    ).toEqual(['accept', 'information-only', 'not-accepted', 'not-now', 'refer', 'wait'])
    expect((await distinct(world, 'select distinct stage as one from cases')).toSorted()).toEqual(
      stage.codes.toSorted(),
    )
    // A newcomer finds of each kind a link that is still open.
    expect(
      await distinct(
        world,
        `select distinct purpose as one from secure_links
         where purpose <> 'referral' and ended_at is null and expires_at > '${world.now().toISOString()}' order by 1`,
      ),
    ).toEqual(['confirmation', 'questionnaire', 'scale'])
    expect(await distinct(world, 'select distinct state as one from cases order by 1')).toEqual([
      'archived',
      'closed',
      'open',
    ])
    const clients = await distinct(
      world,
      'select distinct client_id as one from inquiries where client_id is not null',
    )
    expect(clients.length).toBeGreaterThanOrEqual(57)

    // A print is made when somebody prints, a circle is narrowed when a team has a reason, files are brought by whoever
    // tries the demo, as copies of a file are made and handed over; no act of today writes a preliminary assessment into the story.
    const unsaid = [
      'document-printed',
      'preliminary-assessment-written',
      'confidentiality-changed',
      'attachment-added',
      'attachment-taken-away',
      'break-glass-opened',
      'appointment-changed',
      'file-copy-refused',
      'file-copy-made',
      'file-copy-fetched',
      'file-copy-handed-over',
    ]
    const told = await distinct(world, 'select distinct what as one from timeline')
    expect(
      StoryLine.options.filter((line) => !told.includes(line)).filter((line) => !unsaid.includes(line)),
    ).toEqual([])
    expect(await world.rows('select id from timeline where at > $1', [world.now()])).toEqual([])

    const before = await kept(world)
    const later = new Date(world.now().getTime() + 40 * 86_400_000)
    world.at(later.toISOString())
    await seedDemo(world.platform, { password })
    expect(await kept(world)).toEqual(before)
    const signedIn = await world
      .as(null)
      .post('/sign-ins', { email: 'okafor@alongside.example', password, as: 'program' })
    expect(signedIn).toMatchObject({ status: 201, body: { worker: { name: 'Grace Okafor' }, demo: true } })
  },
)

/** The platform of a server that is killed after so many transactions. */
function dyingAfter(world: World, acts: number) {
  const { database } = world.platform
  let left = acts
  const onOneConnection: typeof database.onOneConnection = (work) => {
    left -= 1
    if (left < 0) throw new Error('killed')
    return database.onOneConnection(work)
  }
  return { ...world.platform, database: { ...database, onOneConnection } }
}

test('everybody in the demo has a name in the script of their agency', () => {
  const script = {
    'zh-CN': /^[\p{Script=Han}]{2,4}$/u,
    ru: /^[\p{Script=Cyrillic}\- ]+$/u,
    en: /^[\p{Script=Latin}\- ]+$/u,
  }
  for (const { key, language, workers } of demoAgencies) {
    const people = storiesOf(key).flatMap(({ client, companions = [] }) => [
      ...(client ? [client] : []),
      ...companions,
    ])
    for (const { name } of [...workers, ...people]) expect(name).toMatch(script[language])
    const keys = storiesOf(key).map((story) => story.key)
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('what is told of a demo worker is refused to them as to anybody', async () => {
  const world = await testWorld()
  const [agency] = demoAgencies
  if (!agency) throw new Error('no agency')
  const { tellers } = await foundDemoAgency(world.platform, agency, 'none')
  const before = await kept(world)
  const colleague = {
    id: '00000000-0000-4000-8000-000000000001',
    name: '某人',
    email: 'somebody@alongside.example',
    role: 'worker' as const,
    level: 4 as const,
    language: 'zh-CN' as const,
    supervisorId: null,
    password,
  }
  const act = tellers.get('ma.xiaoyan')?.at(world.now(), 'worker.add', (tx) => addWorker(tx, colleague))
  await expect(act).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await kept(world)).toEqual(before)
})
