import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, which its size does not tell: begun first, so that nothing long is left over at the end. */
const heavy = /server\/(?:testing\/(?:matrix|twice|drill|list-plans|input|every-route)|backup|main\.test)/u

const { sort: usual } = BaseSequencer.prototype

class HeavyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted: TestSpecification[] = await Reflect.apply(usual, this, [files])
    const isHeavy = ({ moduleId }: TestSpecification) => heavy.test(moduleId)
    return [...sorted.filter(isHeavy), ...sorted.filter((file) => !isHeavy(file))]
  }
}

/** Unit and database tests. One throw-away PostgreSQL serves all; each test file works on databases of its own. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['{contract,server,web,tools}/**/*.test.{ts,tsx,mjs}'],
    globalSetup: 'server/testing/global-setup.ts',
    pool: 'forks',
    maxWorkers: 3,
    sequence: { sequencer: HeavyFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
