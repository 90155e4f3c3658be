import type { AskedCopy, Consented, Excepted } from '../story.ts'

/** What the father agreed to. */
const homeConsents: readonly Consented[] = [
  { day: -76, until: 120, purpose: 'recording', heard: '' },
  {
    day: -76,
    until: 90,
    purpose: 'taking-part',
    receivers: [{ kind: 'family', name: 'Каримова Лилия Тимуровна' }],
    heard: '',
  },
  {
    day: -76,
    until: -20,
    purpose: 'sharing',
    sections: ['identity', 'family'],
    receivers: [{ kind: 'shelter', name: 'Семейный приют «Рядом»' }],
    heard: '',
  },
  {
    day: -60,
    until: 60,
    purpose: 'sharing',
    sensitiveKind: 'health',
    sections: ['assessment'],
    receivers: [{ kind: 'health', name: 'Наркологический кабинет' }],
    heard: '',
  },
]

/** What was told without asking him, and why. */
const homeExceptions: readonly Excepted[] = [
  {
    day: -76,
    ground: 'harm-to-minor',
    legalBasis: 'Закон о защите несовершеннолетних, ст. 11',
    reason: 'Дети ночевали на улице. О положении семьи сообщено в отдел опеки; отцу об этом сказано заранее.',
    receivers: [{ kind: 'protection', name: 'Отдел опеки района' }],
  },
]

/** He asks for a copy of his own file. */
const homeCopy: AskedCopy = {
  day: -8,
  wish: 'Хочет отнести копию в отдел жилья.',
  identityCheck: 'identity-card',
  decided: {
    day: -5,
    by: 'sokolova',
    reason: 'Сведения о детях и соседях не относятся к сведениям о нём самом.',
  },
}

/** What was agreed, done without, and asked for. */
export const homeAgreed = { consents: homeConsents, exceptions: homeExceptions, fileCopy: homeCopy }
