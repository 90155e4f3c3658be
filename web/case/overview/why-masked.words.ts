import { defineWords } from '#web/app/words.ts'

/** What is said in the place of what a reader need not know: what stays behind, who reads it, what is shown all the same. */
export const whyMaskedWords = defineWords({
  'zh-CN': {
    title: '部分内容不显示',
    interview: '不显示：服务对象在面谈中讲述的内容和情绪。照常显示：时间、方式、完成的任务和下一步。',
    record: '不显示：这次联系中谈到和观察到的内容。照常显示：时间、方式、见到的人和活动。',
    plan: '不显示：计划中来自评估的内容（理由、风险、目标的起点、服务对象的原话）。照常显示：目标、服务、步骤和期限。',
    answers: '不显示：问卷的回答。照常显示：哪份问卷、填写的时间和录入人。',
    ecomap: '不显示：生态图，它说明信仰、疾病、司法等情况。',
    who: '这些属于敏感信息，只有负责本案的人员和督导者可以看；能填写和修改的是负责本案的人员。',
    ask: '工作上需要了解或修改时，请与负责本案的人员联系：{names}。',
  },
  en: {
    title: 'Part of this is not shown',
    interview:
      'Not shown: what the client told in the interview and how they felt. Shown as always: when and how they met, which tasks were done, and the next step.',
    record:
      'Not shown: what was said and seen at this contact. Shown as always: when and how it was, who was met, and the activities.',
    plan: 'Not shown: what the plan takes from the assessment (its reasons and risks, where the goals start, the client’s own words). Shown as always: goals, services, steps and days.',
    answers:
      'Not shown: what was answered. Shown as always: which questionnaire it was, when it was answered, and who entered it.',
    ecomap: 'Not shown: the ecomap, for it tells of faith, illness, offence and the like.',
    who: 'It is sensitive: only those who work on the case and supervisors read it. Those who work on the case write and change it.',
    ask: 'What you need to know or to change of it, ask those who work on the case: {names}.',
  },
  ru: {
    title: 'Часть не показана',
    interview:
      'Не показано: что клиент рассказал на беседе и что он чувствовал. Видно как обычно: когда и как встречались, какие задачи выполнены и что дальше.',
    record:
      'Не показано: что сказано и замечено при этом контакте. Видно как обычно: когда и как он прошёл, с кем встретились и что делали.',
    plan: 'Не показано: то, что план берёт из оценки (обоснование, риски, исходное положение целей, слова клиента). Видно как обычно: цели, услуги, шаги и сроки.',
    answers: 'Не показано: ответы на вопросы. Видно как обычно: какая анкета, когда её заполнили и кто внёс.',
    ecomap: 'Не показано: экокарта, она говорит о вере, болезнях, правонарушениях.',
    who: 'Это чувствительные сведения: их видят только те, кто ведёт случай, и супервизоры. Записывают и меняют их те, кто ведёт случай.',
    ask: 'Если что-то нужно узнать или изменить, обратитесь к тем, кто ведёт случай: {names}.',
  },
})
