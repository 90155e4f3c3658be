/** The address at which a reset ends. The token stands after #: a browser sends that part to nobody, so no log ever has it. */
export const resetLink = (token: string) => `${window.location.origin}/reset#${token}`

/** The token of the link that was followed, or nothing. */
export const tokenInLink = () => window.location.hash.slice(1)
