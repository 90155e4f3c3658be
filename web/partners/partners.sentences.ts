import type { Wording } from '#contract/language.ts'

/** What we tell people when partners, or whoever keeps them, are refused. */
export const partnerSentences = {
  'partners/name-taken': {
    'zh-CN': '已经有同名的伙伴机构。',
    en: 'There is a partner of this name already.',
    ru: 'Партнёр с таким названием уже есть.',
  },
  'partners/ended-already': {
    'zh-CN': '这个凭证已经收回了。',
    en: 'This credential was taken back already.',
    ru: 'Этот ключ уже отозван.',
  },
  'partners/consent-withdrawn': {
    'zh-CN': '服务对象撤回了同意，资料已不能再查看。',
    en: 'The client has withdrawn their consent, and what was shared can no longer be seen.',
    ru: 'Клиент отозвал согласие, сведения больше не видны.',
  },
  'partners/over': {
    'zh-CN': '这份转介已退回、取消或作废，资料已不能再查看。',
    en: 'This referral was declined, cancelled or entered in error, and what was shared can no longer be seen.',
    ru: 'Это направление отклонено, отменено или внесено по ошибке, сведения больше не видны.',
  },
  'partners/no-such-status': {
    'zh-CN': '接收方不能把任务设为这个状态。',
    en: 'A receiver cannot set a task to this status.',
    ru: 'Получатель не может установить такой статус.',
  },
  'partners/another-task': {
    'zh-CN': '内容与地址不是同一个任务。',
    en: 'The task in the body is not the one of the address.',
    ru: 'Задача в теле запроса не та, что в адресе.',
  },
} as const satisfies Record<string, Wording>
