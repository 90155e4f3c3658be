/**
 * What a spreadsheet program would take for the beginning of a formula or a command: = + - @ and their full-width
 * forms, also behind blanks and invisible signs; a tab or a line break first of all (OWASP, CSV injection).
 */
const live = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@|%＝＋－＠])/u

/** A text as a cell that stays a text wherever it is opened: an apostrophe before it says so. */
export const inert = (text: string) => (live.test(text) ? `'${text}` : text)
