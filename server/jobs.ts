import { remindOfAppointment } from '#server/calendar/reminding.jobs.ts'
import { tellAgainOfEmergency } from '#server/case/intake/crisis/crisis.jobs.ts'
import { takeLinkAnswer } from '#server/client-links/taking.jobs.ts'
import { takeDirectoryImport } from '#server/directory/imports.jobs.ts'
import { enterJob } from '#server/entrance/index.ts'
import { makeFileCopy } from '#server/file-copies/making.jobs.ts'
import { runJobs } from '#server/platform/jobs/run-jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { tellOfSilentReferral } from '#server/sharing/referral/silence.jobs.ts'

/** Every job of the product, by the name under which it is enqueued. */
const jobs = {
  'tell-again-of-emergency': tellAgainOfEmergency,
  'take-directory-import': takeDirectoryImport,
  'make-file-copy': makeFileCopy,
  'remind-of-appointment': remindOfAppointment,
  'tell-of-silent-referral': tellOfSilentReferral,
  'take-link-answer': takeLinkAnswer,
}

/**
 * Begins to do what was put off.
 * @param appUrl the application's own way to the database, not the owner's
 * @param byTheClock what is done every minute or hour, by its name; it acts for nobody and sees no record
 * @returns the way to stop
 */
export const startJobs = (
  platform: Platform,
  appUrl: string,
  { everyMinute = {}, everyHour = {} }: ByTheClock = {},
) =>
  runJobs(
    appUrl,
    {
      ...Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, enterJob(platform, job)])),
      ...everyMinute,
      ...everyHour,
    },
    [
      ...Object.keys(everyMinute).map((name) => once('* * * * *', name)),
      ...Object.keys(everyHour).map((name) => once('17 * * * *', name)),
    ].join('\n'),
  )

type Done = Readonly<Record<string, () => Promise<void>>>

/** What is done by the clock. */
export type ByTheClock = Readonly<{ everyMinute?: Done; everyHour?: Done }>

/** One job at a time of this name, tried once: the next time is the next try. */
const once = (when: string, name: string) => `${when} ${name} ?max=1&jobKey=${name}`
