import { defineWords } from '#web/app/words.ts'

/** What waits for a supervisor's or head's signature. */
export const reviewsWords = defineWords(
  {
    'zh-CN': {
      title: '审核',
      lead: '同事的这些记录等待您会签或审批。',
      what: '待办',
      who: '服务对象',
      manager: '个案管理者',
      due: '期限',
      none: '没有等待您审核的记录。',
      noneLead: '同事提交需要会签或审批的记录后，会出现在这里。',
    },
    en: {
      title: 'Reviews',
      lead: 'These records of your colleagues wait for your co-signature or approval.',
      what: 'What',
      who: 'Client',
      manager: 'Case manager',
      due: 'Due',
      none: 'Nothing waits for you.',
      noneLead: 'What colleagues hand in for co-signature or approval appears here.',
    },
    ru: {
      title: 'На утверждение',
      lead: 'Эти записи коллег ждут вашей подписи или решения.',
      what: 'Что',
      who: 'Клиент',
      manager: 'Куратор случая',
      due: 'Срок',
      none: 'Ничто не ждёт вашей подписи.',
      noneLead: 'Здесь появится то, что коллеги передадут вам на подпись или утверждение.',
    },
  },
  { manager: 'case_manager' },
)
