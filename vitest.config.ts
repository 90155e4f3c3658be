import { defineConfig, type TestUserConfig } from 'vitest/config'
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

/** What replaces a part of the program by another must not meet the tests that want the part itself. */
const replacing = 'server/testing/matrix/second-wall.matrix.test.ts'

const shared = {
  environment: 'node',
  setupFiles: ['tools/properties.setup.mjs'],
  pool: 'forks',
  // What a test makes and forgets is swept less often: memory is there, and processor time is not.
  execArgv: ['--max-semi-space-size=64'],
  // Long enough for two busy cores: what hangs is found out, what is slow is not called broken.
  testTimeout: 60_000,
  hookTimeout: 60_000,
} satisfies TestUserConfig

/**
 * Unit and database tests. One throw-away PostgreSQL serves all; each test works on a database of its own. Workers read the
 * program once for all their files, so no test may change what another would find.
 */
export default defineConfig({
  test: {
    globalSetup: ['tools/programs.setup.mjs', 'server/testing/global-setup.ts'],
    maxWorkers: 3,
    sequence: { sequencer: HeavyFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'alone',
          include: [replacing],
          isolate: true,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'together',
          include: ['{contract,drawing,server,web,tools}/**/*.test.{ts,tsx,mjs}'],
          exclude: [replacing],
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
    ],
  },
})
