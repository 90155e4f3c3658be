import type { Wording } from '#contract/language.ts'
import type { Domain, Flow, Strength } from './model.ts'

export const domainWords: Readonly<Record<Domain, Wording>> = {
  family: { 'zh-CN': '亲属', en: 'extended family', ru: 'родственники' },
  friends: { 'zh-CN': '朋友', en: 'friends', ru: 'друзья' },
  neighbours: { 'zh-CN': '邻里', en: 'neighbours', ru: 'соседи' },
  work: { 'zh-CN': '工作', en: 'work', ru: 'работа' },
  school: { 'zh-CN': '学校', en: 'school', ru: 'школа' },
  health: { 'zh-CN': '医疗', en: 'health care', ru: 'медицина' },
  services: { 'zh-CN': '社会服务', en: 'social services', ru: 'социальные службы' },
  community: { 'zh-CN': '社区组织', en: 'community', ru: 'община, организации' },
  faith: { 'zh-CN': '宗教信仰', en: 'faith', ru: 'вера' },
  leisure: { 'zh-CN': '休闲', en: 'leisure', ru: 'досуг' },
  justice: { 'zh-CN': '司法', en: 'justice', ru: 'правосудие' },
  finance: { 'zh-CN': '经济与福利', en: 'money, benefits', ru: 'деньги, пособия' },
  housing: { 'zh-CN': '住房', en: 'housing', ru: 'жильё' },
}

/** The letter of a domain in its circle, so that it is told without colour. */
export const domainLetters: Readonly<Record<Domain, Wording>> = {
  family: { 'zh-CN': '亲', en: 'Fa', ru: 'Ро' },
  friends: { 'zh-CN': '友', en: 'Fr', ru: 'Др' },
  neighbours: { 'zh-CN': '邻', en: 'Ne', ru: 'Со' },
  work: { 'zh-CN': '工', en: 'Wo', ru: 'Ра' },
  school: { 'zh-CN': '学', en: 'Sc', ru: 'Шк' },
  health: { 'zh-CN': '医', en: 'He', ru: 'Ме' },
  services: { 'zh-CN': '服', en: 'Se', ru: 'Сл' },
  community: { 'zh-CN': '社', en: 'Co', ru: 'Об' },
  faith: { 'zh-CN': '信', en: 'Ft', ru: 'Ве' },
  leisure: { 'zh-CN': '闲', en: 'Le', ru: 'До' },
  justice: { 'zh-CN': '法', en: 'Ju', ru: 'Пр' },
  finance: { 'zh-CN': '财', en: 'Mo', ru: 'Де' },
  housing: { 'zh-CN': '住', en: 'Ho', ru: 'Жи' },
}

export const strengthWords: Readonly<Record<Strength, Wording>> = {
  strong: { 'zh-CN': '强', en: 'strong', ru: 'сильная' },
  moderate: { 'zh-CN': '中等', en: 'moderate', ru: 'средняя' },
  ordinary: { 'zh-CN': '一般', en: 'ordinary', ru: 'обычная' },
  tenuous: { 'zh-CN': '弱', en: 'tenuous', ru: 'слабая' },
  none: { 'zh-CN': '尚无联系,希望建立', en: 'no link yet, wished', ru: 'связи нет, желательна' },
  broken: { 'zh-CN': '中断', en: 'broken, lost', ru: 'прервана' },
}

export const flowWords: Readonly<Record<Flow, Wording>> = {
  in: { 'zh-CN': '服务对象得到支持', en: 'client receives', ru: 'клиент получает' },
  out: { 'zh-CN': '服务对象给予支持', en: 'client gives', ru: 'клиент отдаёт' },
  both: { 'zh-CN': '相互支持', en: 'mutual', ru: 'взаимно' },
  none: { 'zh-CN': '无流向', en: 'no direction', ru: 'без направления' },
}

export const ecomapWords = {
  title: { 'zh-CN': '生态图', en: 'Ecomap', ru: 'Экокарта' },
  stressful: { 'zh-CN': '压力', en: 'stressful', ru: 'напряжённая' },
  system: { 'zh-CN': '系统', en: 'systems', ru: 'системы' },
  client: { 'zh-CN': '服务对象', en: 'Client', ru: 'Клиент' },
  author: { 'zh-CN': '绘制人', en: 'Drawn by', ru: 'Составил(а)' },
  confirmed: {
    'zh-CN': '服务对象确认: ____________',
    en: 'Confirmed by the client: ____________',
    ru: 'Подтверждение клиента: ____________',
  },
  links: { 'zh-CN': '联系', en: 'Links', ru: 'Связи' },
  since: { 'zh-CN': '自', en: 'since', ru: 'с' },
} satisfies Readonly<Record<string, Wording>>
