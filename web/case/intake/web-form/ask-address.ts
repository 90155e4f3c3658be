/** The address of an agency's public page. */
export const askAddress = (origin: string, agencyId: string) => `${origin}/ask/${agencyId}`
