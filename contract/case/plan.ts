/** What the plan stage may say no with. */
export const planRefusals = {} as const
