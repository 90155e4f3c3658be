/** The sign by which the data of a case are known anywhere. */
export const canaryOf = (agency: string, place: string, level: string) =>
  `CNRY-${agency}-${place}-${level}-END`

/** What stands in the safe address of a case: a canary of its own, for fewer may know it than see the case. */
export const hidingOf = (canary: string) => canary.replace(/-END$/u, 'hidden-END')

/** What stands in the identity of whoever reported it: known to fewer than see the first contact. */
export const reporterOf = (canary: string) => canary.replace(/-END$/u, 'reporter-END')

/** Every canary in a text. */
export const canariesIn = (text: string) => new Set(text.match(/CNRY-[AB]-[a-z]+-[a-z]+-END/gu))
