/** The codes of genograms and ecomaps; their words stand beside the pictures, in `drawing/`. */
export const personStatuses = [
  'living',
  'deceased',
  'stillborn',
  'miscarriage',
  'abortion',
  'pregnancy',
] as const

export const genders = ['male', 'female', 'unknown'] as const

export const unionTypes = [
  'marriage',
  'cohabitation',
  'committed',
  'affair',
  'secret-affair',
  'other',
] as const

/** In the order in which a child belongs: a child of two couples hangs from the first, and is tied to the second. */
export const childKinds = ['biological', 'adopted', 'foster', 'step'] as const

export const tieKinds = [
  'close',
  'fused',
  'distant',
  'conflict',
  'close-hostile',
  'fused-hostile',
  'cut-off',
  'cut-off-repaired',
  'focused-on',
  'caretaker',
  'physical-abuse',
  'emotional-abuse',
  'sexual-abuse',
  'spiritual',
] as const

/** What is marked on a symbol: misuse below, illness at the left, letters at the corner, a wave above. */
export const personMarks = [
  'misuse',
  'misuse-suspected',
  'misuse-in-recovery',
  'illness',
  'illness-in-remission',
  'smoker',
  'obesity',
  'language-problem',
  'immigration',
  'secret',
] as const

/** The domains in the order in which they stand around the middle, clockwise from twelve o’clock. */
export const systemDomains = [
  'family',
  'friends',
  'neighbours',
  'work',
  'school',
  'health',
  'services',
  'community',
  'faith',
  'leisure',
  'justice',
  'finance',
  'housing',
] as const

export const linkStrengths = ['strong', 'moderate', 'ordinary', 'tenuous', 'none', 'broken'] as const

export const linkFlows = ['in', 'out', 'both', 'none'] as const
