/** What the closing stage may say no with. */
export const closingRefusals = {} as const
