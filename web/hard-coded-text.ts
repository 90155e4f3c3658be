const comments = /\/\*[\s\S]*?\*\/|(^|[^:])\/\/[^\n]*/g
const moduleLines = /^(?:import|export)\b[^'"]*?(?:from )?'[^']*'$/gm
const spoken =
  /\s(?:aria-label|aria-description|title|placeholder|alt|label|hint|lead|caption|text)=(?:"([^"]*)"|'([^']*)'|\{\s*['"`]([^'"`$]*)['"`]\s*\})/g
/** Text right after a tag's end or an expression, up to the next tag or expression. */
const between = /(?:<\/?[A-Za-z][\w.]*(?:\s[^<>]*?)?\/?>|<\/?>|\})([^<>{}=;()]*)(?=<\/?[A-Za-z>]|\{)/g
const quoted = /(?<!Error\(\s*)(['"`])((?:(?!\1)[^\n\\])*)\1/g
const hasLetters = /\p{L}/u
/** Chinese or Russian letters, or an English phrase that begins like a sentence. */
const looksSpoken = /[\p{Script=Han}\p{Script=Cyrillic}]|^[A-Z][a-z]+ [a-z]+/u

/**
 * Visible text written into a component's source (TSX) instead of coming from its words file.
 * A scan, not a parser: text between tags, the attributes people read or hear, and quoted phrases anywhere.
 */
export function hardCodedText(source: string): string[] {
  const code = source.replaceAll(comments, '$1').replaceAll(moduleLines, '').replaceAll('=>', '= ')
  const shown = [...code.matchAll(between)]
    .map(([, text]) => text ?? '')
    .filter((text) => !isCode(text.trim()))
  const read = [...code.matchAll(spoken)].map(
    ([, double, single, braced]) => double ?? single ?? braced ?? '',
  )
  const phrases = [...code.matchAll(quoted)]
    .map(([, , text]) => text ?? '')
    .filter((text) => looksSpoken.test(text))
  const found = [...shown, ...read, ...phrases].map((text) => text.trim())
  return [...new Set(found)].filter((text) => hasLetters.test(text))
}

/** What follows a closing brace or a type argument of code rather than an expression or a tag. */
const isCode = (text: string): boolean =>
  /^(?:[,.?:|&[\]]|\w+\??: |[^`]*`|(?:export|import|const|let|return|function|else|type|if|catch|finally|while|for|as|satisfies|async)\b)/.test(
    text,
  )
