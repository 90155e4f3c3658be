import { enterJob } from '#server/entrance/index.ts'
import { runJobs } from '#server/platform/jobs/run-jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { tellHeadOfEmergency } from '#server/workday/workday.jobs.ts'

/** Every job of the product, by the name under which it is enqueued. */
const jobs = { 'tell-head-of-emergency': tellHeadOfEmergency }

/**
 * Begins to do what was put off.
 * @param appUrl the application's own way to the database, not the owner's
 * @param everyMinute what is done by the clock, by its name; it acts for nobody and sees no record
 * @returns the way to stop
 */
export const startJobs = (
  platform: Platform,
  appUrl: string,
  everyMinute: Readonly<Record<string, () => Promise<void>>> = {},
) =>
  runJobs(
    appUrl,
    {
      ...Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, enterJob(platform, job)])),
      ...everyMinute,
    },
    Object.keys(everyMinute).map(eachMinuteOnce).join('\n'),
  )

/** One job at a time of this name, tried once: the next minute is the next try. */
const eachMinuteOnce = (name: string) => `* * * * * ${name} ?max=1&jobKey=${name}`
