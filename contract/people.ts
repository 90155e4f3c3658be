/** What the people module may say no with. */
export const peopleRefusals = {} as const
