// Property tests ask the same questions in every run, so that a run tells of the change it is run for. FUZZ_SEED=random asks
// new ones, FUZZ_SEED=17 those of a run that failed with that seed.
import fc from 'fast-check'

const { FUZZ_SEED: seed = '1' } = process.env
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
