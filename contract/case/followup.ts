/** What the followup stage may say no with. */
export const followupRefusals = {} as const
