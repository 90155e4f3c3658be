import { defineWords } from '#web/app/words.ts'

/** What a client reads on their own phone: plain words, no word of ours. */
export const linkedPaperWords = defineWords({
  'zh-CN': {
    from: '来自{agency}',
    greeting: '给{name}',
    confirmLead: '这是我们对情况的理解。请一条一条地看：对的点“对”，不对的请写下应该怎样。',
    scaleLead: '请按自己的情况作答。没有对错之分，不想答的可以空着。',
    questionnaireLead: '请作答。只会问到与您有关的问题。',
    disagree: '我不同意这份内容',
    why: '为什么不同意？',
    remark: '还想补充的话',
    send: '提交',
    again: '已过半小时。您写的还在，请再回答一次后四位或验证码。',
    offline: '没有连上网，还没有提交。您写的还在，连上后请再点一次“提交”。',
    keep: '您写的只保存在这个页面里，提交之前关掉页面就没有了。',
    thanks: '谢谢您',
    thanksLead: '您的答复已经送到。您的社工会与您联系。现在可以关掉这个页面了。',
    notAlone: '您写的我们看到了，您不是一个人。社工会尽快与您联系。',
    helpNow: '如果现在就需要帮助，请马上拨打：',
    helpAlways: '如果您现在很难受，或者不安全，不必等，请马上拨打：',
    shut: '这里没有要您作答的内容',
    leftItems: { other: '还有 {count} 题没有答' },
    wrongCount: { other: '有 {count} 处请再看一下' },
  },
  en: {
    from: 'From {agency}',
    greeting: 'For {name}',
    confirmLead:
      'This is how we understand the situation. Go through it line by line: say where it is right, and write how it should read where it is not.',
    scaleLead:
      'Please answer as it is for you. There is no right or wrong, and you may leave out what you would rather not say.',
    questionnaireLead: 'Please answer. You are asked only what applies to you.',
    disagree: 'I do not agree with this',
    why: 'Why do you not agree?',
    remark: 'Anything you would like to add',
    send: 'Send',
    again:
      'Half an hour has passed. What you wrote is still there; please give the last four digits or the code once more.',
    offline:
      'There is no connection, and nothing was sent yet. What you wrote is still here: press “Send” again once you are connected.',
    keep: 'What you write stays in this page alone. If you close it before you send, it is gone.',
    thanks: 'Thank you',
    thanksLead: 'Your answer has arrived. Your social worker will be in touch. You can close this page now.',
    notAlone:
      'We have seen what you wrote. You are not alone with it. A social worker will be in touch with you soon.',
    helpNow: 'If you need help now, please call:',
    helpAlways: 'If you feel very unwell or are not safe, do not wait. Please call now:',
    shut: 'Nothing is asked of you here',
    leftItems: { one: '{count} question is not answered', other: '{count} questions are not answered' },
    wrongCount: { one: 'Please look at {count} answer again', other: 'Please look at {count} answers again' },
  },
  ru: {
    from: 'От: {agency}',
    greeting: 'Для: {name}',
    confirmLead:
      'Так мы понимаем ситуацию. Прочтите строку за строкой: отметьте, что верно, а где неверно, напишите, как правильно.',
    scaleLead:
      'Ответьте так, как это есть у вас. Правильных и неправильных ответов нет; то, о чём не хочется говорить, можно пропустить.',
    questionnaireLead: 'Ответьте, пожалуйста. Спросят только о том, что вас касается.',
    disagree: 'Я с этим не согласен (не согласна)',
    why: 'Почему вы не согласны?',
    remark: 'Что ещё хочется добавить',
    send: 'Отправить',
    again:
      'Прошло полчаса. Всё, что вы написали, сохранилось; введите ещё раз последние четыре цифры или код.',
    offline:
      'Нет связи, ничего ещё не отправлено. Всё, что вы написали, осталось здесь: нажмите «Отправить» ещё раз, когда связь появится.',
    keep: 'То, что вы пишете, хранится только на этой странице. Если закрыть её, не отправив, всё пропадёт.',
    thanks: 'Спасибо',
    thanksLead: 'Ваш ответ получен. С вами свяжется социальный работник. Страницу можно закрыть.',
    notAlone: 'Мы видим, что вы написали. Вы с этим не одни. Социальный работник скоро с вами свяжется.',
    helpNow: 'Если помощь нужна прямо сейчас, позвоните:',
    helpAlways: 'Если вам очень плохо или вы в опасности, не ждите, позвоните прямо сейчас:',
    shut: 'Здесь вас ни о чём не спрашивают',
    leftItems: {
      one: 'Без ответа {count} вопрос',
      few: 'Без ответа {count} вопроса',
      many: 'Без ответа {count} вопросов',
      other: 'Без ответа {count} вопроса',
    },
    wrongCount: {
      one: 'Проверьте ещё раз {count} ответ',
      few: 'Проверьте ещё раз {count} ответа',
      many: 'Проверьте ещё раз {count} ответов',
      other: 'Проверьте ещё раз {count} ответа',
    },
  },
})
