/** So many of the last lines of a case's audit are read for the column beside its page. */
export const looksAsked = 100
