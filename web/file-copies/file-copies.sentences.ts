import type { Wording } from '#contract/language.ts'

/** What we tell people when requests for a copy say no. */
export const fileCopySentences = {
  'file-copies/guardian-asks': {
    'zh-CN': '此人不能自己申请，须由监护人申请。',
    en: 'This person cannot ask alone; a guardian asks.',
    ru: 'Этот человек не может запросить копию сам: её запрашивает законный представитель.',
  },
  'file-copies/client-asks': {
    'zh-CN': '成年且有完全行为能力的人，档案副本只能由本人申请。',
    en: 'For an adult in full capacity, only they themselves ask for their file.',
    ru: 'Копию дела дееспособного взрослого может запросить только он сам.',
  },
  'file-copies/no-such-guardian': {
    'zh-CN': '请选择目前登记的监护人。',
    en: 'Please choose somebody who is recorded as a guardian now.',
    ru: 'Выберите того, кто сейчас записан законным представителем.',
  },
  'file-copies/not-yet': {
    'zh-CN': '这一天还没有到。',
    en: 'This day has not come yet.',
    ru: 'Этот день ещё не наступил.',
  },
  'file-copies/before-it-was-asked': {
    'zh-CN': '交付日期不能早于申请日期。',
    en: 'It cannot be handed over before it was asked for.',
    ru: 'Копию нельзя передать раньше, чем её запросили.',
  },
  'file-copies/nothing-left': {
    'zh-CN': '这样就什么也不剩了。如果确实不能提供，请决定“不予提供”并写明理由。',
    en: 'Nothing would be left. If no copy can be given, decide so and say why.',
    ru: 'Тогда ничего не останется. Если копию выдать нельзя, примите такое решение и объясните причину.',
  },
  'file-copies/not-now': {
    'zh-CN': '这份申请现在不能这样办理，请看它的最新状态。',
    en: 'This cannot be done with the request now. Please look at how far it is.',
    ru: 'Сейчас с этим запросом так поступить нельзя. Посмотрите, на каком он шаге.',
  },
  'file-copies/attachment-gone': {
    'zh-CN': '制作副本之后有附件被撤下。请督导或机构负责人重新决定，再重新制作副本。',
    en: 'An attachment was taken away since the copy was made. Let a supervisor or the head decide anew; then make the copy again.',
    ru: 'После изготовления копии одно из вложений удалили. Пусть супервизор или руководитель решит заново; затем сделайте копию ещё раз.',
  },
} as const satisfies Record<string, Wording>
