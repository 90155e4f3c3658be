import type { FormSheet, SheetBlock } from '#contract/documents.ts'
import type { DrawnPicture } from '#server/drawings/index.ts'
import { beforeSigning } from './before-signing.ts'
import type { Labels } from './form.ts'
import { maskedWords } from '#server/kernel/masked-words.ts'
import { words } from './words.ts'

/** What may stand in a form as a picture, as far as it was drawn and is for its reader. */
export type SheetPictures = Readonly<Record<'genogram' | 'ecomap', DrawnPicture | 'masked' | null>>

/** Genogram and ecomap as a section of a form, before the place to sign; a form without any stays as it is. */
export function withPictures(sheet: FormSheet, { genogram, ecomap }: SheetPictures): FormSheet {
  const { language } = sheet
  const notShown = (key: string, label: Labels): SheetBlock => ({
    kind: 'facts',
    rows: [[{ key, label: label[language], value: maskedWords[language], tall: false }]],
  })
  const pictureOf = (key: string, label: Labels, drawn: SheetPictures['ecomap']): SheetBlock[] => {
    if (drawn === 'masked') return [notShown(key, label)]
    return drawn === null
      ? []
      : [
          {
            kind: 'picture',
            key,
            label: label[language],
            svg: drawn.svg,
            width: drawn.width,
            height: drawn.height,
            told: drawn.told.map(({ heading, lines }) => `${heading}: ${lines.join('; ')}`).join('\n'),
          },
        ]
  }
  const blocks = [
    ...pictureOf('genogram', words.genogram, genogram),
    ...pictureOf('ecomap', words.ecomap, ecomap),
  ]
  return blocks.length === 0
    ? sheet
    : beforeSigning(sheet, { key: 'pictures', title: words.pictures[language], newPage: false, blocks })
}
