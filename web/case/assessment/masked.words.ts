import { defineWords } from '#web/app/words.ts'

/** What is said in the place of what a reader need not know. */
export const maskedWords = defineWords({
  'zh-CN': {
    title: '部分内容不显示',
    why: '属于敏感信息（{kinds}），只有负责本案的人员和督导者可以看。评估何时进行、是否签名和确认，照常显示。',
    ask: '工作上需要了解时，请与负责本案的人员联系：{names}。',
    notShown: '不显示（敏感信息）',
  },
  en: {
    title: 'Part of this is not shown',
    why: 'It is sensitive ({kinds}): only those who work on the case and supervisors read it. When it was done, and whether it is signed and confirmed, is shown as always.',
    ask: 'What you need to know of it, ask those who work on the case: {names}.',
    notShown: 'Not shown (sensitive)',
  },
  ru: {
    title: 'Часть не показана',
    why: 'Это чувствительные сведения ({kinds}): их видят только те, кто ведёт случай, и супервизоры. Когда проведена оценка, подписана ли она и подтверждена ли, видно как обычно.',
    ask: 'Если что-то нужно знать для работы, спросите тех, кто ведёт случай: {names}.',
    notShown: 'Не показано (чувствительно)',
  },
})
