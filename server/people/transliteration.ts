/**
 * The Latin spellings under which a lower-case Cyrillic word is met: passports (ICAO 9303), English usage
 * with and without "ye", everyday endings (-sky, -ia) and the European one (j, h, c).
 */
export function latinSpellings(word: string): readonly string[] {
  const softened = word.replace(/(?<=^|[аеёиоуыэюя])е/gu, 'йе')
  const spellings = [
    spell(word, passport),
    spell(word, english),
    spell(softened, english),
    spell(word, { ...english, х: 'h' }),
    spell(word, european),
  ]
  return [...new Set(spellings.flatMap((spelling) => [spelling, everyday(spelling)]))]
}

type Letters = Readonly<Record<string, string>>

const cyrillic = Array.from('абвгдежзиклмнопрстуфчшыэьъіїєґқәөүұңғһ')
const latin = 'a b v g d e zh z i k l m n o p r s t u f ch sh y e   i i e g k a o u u n g h'.split(' ')
/** Russian letters on which all agree, then Ukrainian and Kazakh ones; ь and ъ leave nothing. */
const sameEverywhere: Letters = Object.fromEntries(cyrillic.map((letter, at) => [letter, latin[at] ?? '']))
const passport: Letters = { ё: 'e', й: 'i', х: 'kh', ц: 'ts', щ: 'shch', ъ: 'ie', ю: 'iu', я: 'ia' }
const english: Letters = { ё: 'yo', й: 'y', х: 'kh', ц: 'ts', щ: 'shch', ю: 'yu', я: 'ya' }
const european: Letters = { ё: 'jo', й: 'j', х: 'h', ц: 'c', щ: 'sch', ю: 'ju', я: 'ja' }

function spell(word: string, letters: Letters): string {
  return Array.from(word, (letter) => letters[letter] ?? sameEverywhere[letter] ?? letter).join('')
}

function everyday(spelling: string): string {
  return spelling.replace(/iy$/, 'y').replace(/iya$/, 'ia')
}
