import type { Wording } from '#contract/language.ts'

/** What we tell people when sharing says no. */
export const sharingSentences = {
  'sharing/not-assessed': {
    'zh-CN': '须先评估问题，再转介：请先完成并签署评估，或把初步评估告诉求助者。',
    en: 'The problem is assessed before anybody is referred. Please sign an assessment first, or share the preliminary one with the caller.',
    ru: 'Сначала оценивают проблему, потом направляют. Подпишите оценку или расскажите обратившемуся о предварительной оценке.',
  },
  'sharing/not-consented': {
    'zh-CN': '服务对象没有同意把这些内容提供给该接收方。',
    en: 'The client has not consented to sharing this with that receiver.',
    ru: 'Клиент не давал согласия передать это данному получателю.',
  },
  'sharing/one-place': {
    'zh-CN': '转介须出自一个个案或一次初步接洽。',
    en: 'A referral comes out of one case or one first contact.',
    ru: 'Направление относится к одному случаю или к одному первичному контакту.',
  },
  'sharing/not-of-this-case': {
    'zh-CN': '此人不在这个个案或初步接洽里。',
    en: 'This person is not part of that case or first contact.',
    ru: 'Этот человек не относится к этому случаю или контакту.',
  },
  'sharing/no-such-agency': {
    'zh-CN': '本系统里没有这家机构。',
    en: 'No such agency works on this system.',
    ru: 'Такой организации в этой системе нет.',
  },
  'sharing/no-such-partner': {
    'zh-CN': '这家伙伴机构的系统现在不能查看转介（没有可用的凭证）。请选择其他途径。',
    en: 'The program of this partner cannot read now (it has no credential that works). Please choose another way.',
    ru: 'Программа этого партнёра сейчас не может читать направления (нет действующего ключа). Выберите другой способ.',
  },
  'sharing/reply-by-past': {
    'zh-CN': '要求答复的日期不能早于今天。',
    en: 'The day of the answer cannot lie in the past.',
    ru: 'День ответа не может быть в прошлом.',
  },
  'sharing/sent-already': {
    'zh-CN': '转介已发出，不能再修改。',
    en: 'The referral was sent; it does not change any more.',
    ru: 'Направление отправлено и больше не меняется.',
  },
  'sharing/not-that-step': {
    'zh-CN': '转介目前的状态不能这样做，请重新打开查看。',
    en: 'From where the referral stands now, this cannot be done. Please open it anew.',
    ru: 'В нынешнем состоянии направления это невозможно. Откройте его заново.',
  },
  'sharing/sight-ended': {
    'zh-CN': '转介资料已不再可见，不能再接收。',
    en: 'What was shared is no longer seen, so it cannot be accepted any more.',
    ru: 'Переданные сведения больше не видны, принять направление нельзя.',
  },
} as const satisfies Record<string, Wording>
