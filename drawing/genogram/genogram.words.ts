import type { Wording } from '#contract/language.ts'
import type { ChildKind, Mark, TieKind, UnionType } from './model.ts'

export const tieWords: Readonly<Record<TieKind, Wording>> = {
  close: { 'zh-CN': '亲密', en: 'close', ru: 'близкие' },
  fused: { 'zh-CN': '融合(非常亲密)', en: 'very close, fused', ru: 'слитные (очень близкие)' },
  distant: { 'zh-CN': '疏离', en: 'distant', ru: 'отстранённые' },
  conflict: { 'zh-CN': '冲突', en: 'conflict', ru: 'конфликт' },
  'close-hostile': { 'zh-CN': '亲密而敌对', en: 'close and hostile', ru: 'близкие и враждебные' },
  'fused-hostile': { 'zh-CN': '融合而敌对', en: 'fused and hostile', ru: 'слитные и враждебные' },
  'cut-off': { 'zh-CN': '断绝', en: 'cut-off', ru: 'разрыв' },
  'cut-off-repaired': { 'zh-CN': '断绝后修复', en: 'cut-off, repaired', ru: 'разрыв преодолён' },
  'focused-on': { 'zh-CN': '过度关注', en: 'focused on', ru: 'сосредоточенность на ком-то' },
  caretaker: { 'zh-CN': '照顾', en: 'takes care of', ru: 'заботится' },
  'physical-abuse': { 'zh-CN': '身体虐待', en: 'physical abuse', ru: 'физическое насилие' },
  'emotional-abuse': { 'zh-CN': '精神虐待', en: 'emotional abuse', ru: 'эмоциональное насилие' },
  'sexual-abuse': { 'zh-CN': '性侵害', en: 'sexual abuse', ru: 'сексуальное насилие' },
  spiritual: { 'zh-CN': '精神上的联结', en: 'spiritual connection', ru: 'духовная связь' },
}

export const unionWords: Readonly<Record<UnionType, Wording>> = {
  marriage: { 'zh-CN': '婚姻', en: 'marriage', ru: 'брак' },
  cohabitation: { 'zh-CN': '同居', en: 'cohabitation', ru: 'сожительство' },
  committed: { 'zh-CN': '稳定伴侣', en: 'committed partners', ru: 'постоянная пара' },
  affair: { 'zh-CN': '婚外情', en: 'affair', ru: 'любовная связь' },
  'secret-affair': { 'zh-CN': '秘密恋情', en: 'secret affair', ru: 'тайная связь' },
  other: { 'zh-CN': '其他关系', en: 'other couple', ru: 'другая пара' },
}

export const childWords: Readonly<Record<ChildKind, Wording>> = {
  biological: { 'zh-CN': '亲生子女', en: 'child by birth', ru: 'родной ребёнок' },
  adopted: { 'zh-CN': '收养', en: 'adopted', ru: 'усыновление' },
  foster: { 'zh-CN': '寄养', en: 'foster', ru: 'приёмная (фостерная) семья' },
  step: { 'zh-CN': '继子女', en: 'step-child', ru: 'неродной ребёнок' },
}

export const markWords: Readonly<Record<Mark, Wording>> = {
  misuse: {
    'zh-CN': '酒精或药物滥用',
    en: 'alcohol or drug misuse',
    ru: 'злоупотребление алкоголем, наркотиками',
  },
  'misuse-suspected': { 'zh-CN': '疑似滥用', en: 'misuse suspected', ru: 'возможное злоупотребление' },
  'misuse-in-recovery': {
    'zh-CN': '滥用康复中',
    en: 'misuse, in recovery',
    ru: 'злоупотребление, выздоровление',
  },
  illness: {
    'zh-CN': '身体或精神疾病',
    en: 'physical or mental illness',
    ru: 'физическая или психическая болезнь',
  },
  'illness-in-remission': { 'zh-CN': '疾病缓解期', en: 'illness in remission', ru: 'болезнь в ремиссии' },
  smoker: { 'zh-CN': 'S 吸烟', en: 'S smoker', ru: 'S курит' },
  obesity: { 'zh-CN': 'O 肥胖', en: 'O obesity', ru: 'O ожирение' },
  'language-problem': { 'zh-CN': 'L 语言困难', en: 'L language problem', ru: 'L языковые трудности' },
  immigration: { 'zh-CN': '移民,多种文化', en: 'immigration, two cultures', ru: 'миграция, две культуры' },
  secret: { 'zh-CN': '家庭秘密', en: 'family secret', ru: 'семейная тайна' },
}

export const symbolWords = {
  male: { 'zh-CN': '男', en: 'male', ru: 'мужчина' },
  female: { 'zh-CN': '女', en: 'female', ru: 'женщина' },
  unknown: { 'zh-CN': '性别未知或其他', en: 'sex unknown or other', ru: 'пол неизвестен или другой' },
  trans: {
    'zh-CN': '外为性别认同,内为出生性别',
    en: 'outer: identity, inner: sex at birth',
    ru: 'снаружи — идентичность, внутри — пол при рождении',
  },
  pet: { 'zh-CN': '宠物', en: 'pet', ru: 'питомец' },
  index: { 'zh-CN': '服务对象', en: 'index person', ru: 'клиент' },
  deceased: { 'zh-CN': '已故', en: 'deceased', ru: 'умер(ла)' },
  pregnancy: { 'zh-CN': '怀孕', en: 'pregnancy', ru: 'беременность' },
  miscarriage: { 'zh-CN': '自然流产', en: 'miscarriage', ru: 'выкидыш' },
  abortion: { 'zh-CN': '人工流产', en: 'abortion', ru: 'аборт' },
  stillborn: { 'zh-CN': '死产', en: 'stillbirth', ru: 'мертворождение' },
  twins: { 'zh-CN': '双胞胎', en: 'twins', ru: 'близнецы' },
  'identical-twins': { 'zh-CN': '同卵双胞胎', en: 'identical twins', ru: 'однояйцевые близнецы' },
  separated: { 'zh-CN': '分居', en: 'separated', ru: 'раздельное проживание' },
  divorced: { 'zh-CN': '离婚', en: 'divorced', ru: 'развод' },
  reunited: { 'zh-CN': '复婚', en: 'together again', ru: 'снова вместе' },
  household: { 'zh-CN': '同住家庭', en: 'household', ru: 'живут вместе' },
} satisfies Readonly<Record<string, Wording>>

export const pictureWords = {
  title: { 'zh-CN': '家系图', en: 'Genogram', ru: 'Генограмма' },
  legend: { 'zh-CN': '图例', en: 'Legend', ru: 'Условные обозначения' },
  asOf: { 'zh-CN': '截至', en: 'As of', ru: 'На дату' },
  source: {
    'zh-CN': '信息来源: □ 服务对象 □ 社工',
    en: 'Information by: □ client □ worker',
    ru: 'Сведения: □ клиента □ специалиста',
  },
  byClient: { 'zh-CN': '信息来源: 服务对象', en: 'Information by the client', ru: 'Сведения клиента' },
  byWorker: { 'zh-CN': '信息来源: 社工', en: 'Information by the worker', ru: 'Сведения специалиста' },
  bars: {
    'zh-CN': 'm 结婚 · LT 同居 · s 分居 · d 离婚 · remar 复婚',
    en: 'm married · LT living together · s separated · d divorced · remar together again',
    ru: 'm брак · LT живут вместе · s разъехались · d развод · remar снова вместе',
  },
  born: { 'zh-CN': '生于', en: 'born', ru: 'год рождения' },
  died: { 'zh-CN': '卒于', en: 'died', ru: 'год смерти' },
  aged: { 'zh-CN': '岁', en: 'years', ru: 'лет' },
  nameless: { 'zh-CN': '姓名不详', en: 'name unknown', ru: 'имя неизвестно' },
  parents: { 'zh-CN': '父母', en: 'child of', ru: 'родители' },
  and: { 'zh-CN': '与', en: 'and', ru: 'и' },
  people: { 'zh-CN': '人员', en: 'People', ru: 'Люди' },
  couples: { 'zh-CN': '伴侣', en: 'Couples', ru: 'Пары' },
  ties: { 'zh-CN': '关系', en: 'Ties', ru: 'Отношения' },
  households: { 'zh-CN': '同住', en: 'Households', ru: 'Живут вместе' },
} satisfies Readonly<Record<string, Wording>>
