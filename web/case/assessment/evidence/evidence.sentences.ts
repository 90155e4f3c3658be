import type { Wording } from '#contract/language.ts'

/** What we tell people when collecting data says no. */
export const evidenceSentences = {
  'evidence/notice-not-told': {
    'zh-CN': '请先告知服务对象为什么收集资料以及保密的例外，再收集。',
    en: 'First tell the client why data is collected and what is not kept confidential; then collect it.',
    ru: 'Сначала объясните клиенту, зачем собирают сведения и о чём нельзя умолчать, затем собирайте.',
  },
  'evidence/not-contradicted': {
    'zh-CN': '这条资料没有需要核实的矛盾。',
    en: 'Nothing contradicts this finding.',
    ru: 'Этому сведению ничто не противоречит.',
  },
  'evidence/taken-back': {
    'zh-CN': '这条来源已经撤销。',
    en: 'This source was taken back already.',
    ru: 'Этот источник уже отозван.',
  },
  'evidence/no-such-source': {
    'zh-CN': '这条来源不属于这条资料。',
    en: 'This source does not belong to this finding.',
    ru: 'Этот источник не относится к данному сведению.',
  },
  'evidence/no-such-contact': {
    'zh-CN': '这次走访或咨询不属于本案。',
    en: 'This visit or consultation is not of this case.',
    ru: 'Этот визит или консультация не относится к данному случаю.',
  },
  'evidence/in-the-future': {
    'zh-CN': '这一天还没有到。',
    en: 'This day has not come yet.',
    ru: 'Этот день ещё не наступил.',
  },
  'evidence/not-consented': {
    'zh-CN': '没有有效的同意，不能向对方透露服务对象是谁。请先取得同意，或不透露身份地咨询。',
    en: 'No consent in force lets you name the client to them. Ask for consent first, or consult without naming the client.',
    ru: 'Нет действующего согласия, чтобы назвать им клиента. Сначала получите согласие или консультируйтесь, не называя клиента.',
  },
  'evidence/not-client-or-guardian': {
    'zh-CN': '请选择服务对象本人或监护人。',
    en: 'Please choose the client or a guardian.',
    ru: 'Выберите клиента или законного представителя.',
  },
} as const satisfies Record<string, Wording>
