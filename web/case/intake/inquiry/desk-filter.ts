import type { InquiryQuery } from '#contract/case/intake.ts'

/** What of the desk's open list is shown, and in which order. */
export type DeskFilter = Pick<InquiryQuery, 'order'> &
  Readonly<{
    state: NonNullable<InquiryQuery['state']> | null
    source: NonNullable<InquiryQuery['source']> | null
    taken: NonNullable<InquiryQuery['taken']> | null
  }>

/** All of it, what is most urgent first. */
export const everything: DeskFilter = { order: 'urgency', state: null, source: null, taken: null }

/** The filter as it is asked; what is not chosen is not said. */
export const askedAs = (filter: DeskFilter): string =>
  Object.entries(filter)
    .flatMap(([name, value]) => (value === null ? [] : [`&${name}=${value}`]))
    .join('')
