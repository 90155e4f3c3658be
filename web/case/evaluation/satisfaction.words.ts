import { defineWords } from '#web/app/words.ts'

/** The survey, in the words for the person served. */
export const satisfactionWords = defineWords({
  'zh-CN': {
    title: '您觉得我们的服务怎么样？',
    lead: '没有对错，不想回答的可以不选。您的回答不影响您得到帮助。',
    wouldReturn: '以后再遇到困难，您还愿意来找我们吗？',
    comment: '还有什么想对我们说的？',
    mode: '怎样填写的',
    send: '交回',
    thanks: '谢谢您！',
    thanksLead: '请把设备交还给社工。',
    back: '返回评估',
  },
  en: {
    title: 'How did you find our service?',
    lead: 'There is no right or wrong. Leave out what you do not want to answer. Your help does not depend on it.',
    wouldReturn: 'If things get hard again, would you come back to us?',
    comment: 'Is there anything else you want to tell us?',
    mode: 'How it was answered',
    send: 'Hand in',
    thanks: 'Thank you!',
    thanksLead: 'Please give the device back to the worker.',
    back: 'Back to the evaluation',
  },
  ru: {
    title: 'Как вам наша помощь?',
    lead: 'Здесь нет верных и неверных ответов. Можно пропустить любой вопрос. На помощь вам это не влияет.',
    wouldReturn: 'Если снова станет трудно, вы обратитесь к нам?',
    comment: 'Что ещё вы хотели бы нам сказать?',
    mode: 'Как получен ответ',
    send: 'Сдать ответы',
    thanks: 'Спасибо вам!',
    thanksLead: 'Пожалуйста, верните устройство специалисту.',
    back: 'Назад к оценке',
  },
})
