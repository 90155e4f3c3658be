import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/**
 * A character as it is compared: 劉 and 刘 are one for whoever looks for a name. Character by character, never by
 * phrase, so that any part of a name folds as the whole does. Only search keys are folded; names are kept as written.
 */
export const simplified = (characters: readonly string[]): string[] =>
  characters.map((character) => convert(character))
