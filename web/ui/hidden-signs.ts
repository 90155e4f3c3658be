/** A piece of a text: what is read, or one sign that nobody sees. */
export type Piece = Readonly<{ text: string; hidden: boolean }>

// Letters of these scripts, and parts of one picture, are joined and parted by U+200C and U+200D: there they belong.
const joining =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Tamil}\\p{Script=Sinhala}\\p{M}\\p{Extended_Pictographic}\\uFE0F]'
// Directions of writing, zero-width spaces and joiners, soft hyphens: they turn a text round or hide in it.
const signs = '[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]'
const hiddenSign = new RegExp(
  `(${signs}|(?<!${joining})[\\u200C\\u200D]|[\\u200C\\u200D](?!${joining}))`,
  'u',
)

/** A text in pieces, so that what cannot be seen in it can be shown. Nothing is lost: the pieces joined are the text. */
export const piecesOf = (text: string): Piece[] =>
  text
    .split(hiddenSign)
    .map((piece, at) => ({ text: piece, hidden: at % 2 === 1 }))
    .filter((piece) => piece.text !== '')

/** The name of a sign as people can look it up: U+202E. */
export const codeOf = (sign: string) =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
