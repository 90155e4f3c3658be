import { defineWords } from '#web/app/words.ts'

/** What is added to a signed record. */
export const addendaWords = defineWords({
  'zh-CN': {
    title: '补充说明',
    none: '还没有补充说明。',
    add: '添加补充说明',
    dialogTitle: '给已签名的记录补充说明',
    dialogLead: '原来的内容不会改变。补充会连同您的姓名和时间附在后面，同样不能再修改。',
    readText: '补充',
    readReason: '原因',
    text: '补充内容',
    reason: '为什么要补充',
    reasonHint: '例如：家访后了解到新的情况；时间写错了。',
    keep: '附在记录后面',
    cancel: '返回',
    by: '{name} 补充于 {when}',
  },
  en: {
    title: 'Addenda',
    none: 'Nothing has been added.',
    add: 'Add an addendum',
    dialogTitle: 'Add to a signed record',
    dialogLead:
      'The record itself stays as it is. What you add stands below it with your name and the time, and cannot be changed either.',
    readText: 'Added',
    readReason: 'Reason',
    text: 'What to add',
    reason: 'Why it is added',
    reasonHint: 'For example: learned at a home visit; the time was written wrongly.',
    keep: 'Add to the record',
    cancel: 'Back',
    by: 'Added by {name}, {when}',
  },
  ru: {
    title: 'Дополнения',
    none: 'Дополнений нет.',
    add: 'Добавить дополнение',
    dialogTitle: 'Дополнение к подписанной записи',
    dialogLead:
      'Сама запись останется прежней. Дополнение появится под ней с вашим именем и временем, и его тоже нельзя будет изменить.',
    readText: 'Дополнение',
    readReason: 'Причина',
    text: 'Что дополнить',
    reason: 'Почему это нужно',
    reasonHint: 'Например: стало известно при визите на дом; неверно указано время.',
    keep: 'Добавить к записи',
    cancel: 'Назад',
    by: 'Дополнение: {name}, {when}',
  },
})
