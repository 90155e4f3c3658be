import { digitsOf } from './link.ts'

/** What makes blind marks: the keys of an agency. */
type Marks = Readonly<{ mark: (what: string, text: string) => string }>

/** What is kept of the answer that opens a link: a mark under the agency’s key, of this link alone. Four digits could be guessed from a hash. */
export const markOfAnswer = (keys: Marks, linkId: string, answer: string) =>
  keys.mark('link-answer', `${linkId} ${digitsOf(answer)}`)
