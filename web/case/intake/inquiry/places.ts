import type { InquiryState } from '#contract/case/intake.ts'

/** The pages of one first contact, in the order in which they are filled. */
export const inquiryPlaces = (id: string) => ({
  sheet: `/inquiries/${id}`,
  assessment: `/inquiries/${id}/preliminary-assessment`,
  decision: `/inquiries/${id}/decision`,
  crisis: `/inquiries/${id}/crisis`,
  screening: `/inquiries/${id}/screening`,
  wait: `/inquiries/${id}/wait`,
})

/** Where the work on a first contact goes on. */
export function placeOfInquiry({ id, state }: { id: string; state: InquiryState }): string {
  const places = inquiryPlaces(id)
  return {
    draft: places.sheet,
    registered: places.assessment,
    assessed: places.decision,
    waiting: places.wait,
    concluded: places.sheet,
  }[state]
}
