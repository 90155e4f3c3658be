import { defineWords } from '#web/app/words.ts'

/** The page where people are looked for. */
export const peoplePageWords = defineWords({
  'zh-CN': {
    people: '人员',
    lead: '查找您能看到的服务对象、家人和身边的人。',
    begin: '输入姓名开始查找',
    beginLead: '写一个字也可以；也可以写拼音、电话或证件号末四位、个案编号。',
    nobodyLead: '请换一种写法再试，或者登记新人员。',
    record: '登记新人员',
  },
  en: {
    people: 'People',
    lead: 'Find the clients, relatives and others around them whom you can see.',
    begin: 'Type a name to begin',
    beginLead:
      'One letter or character is enough; the last four digits of a phone or identity number, or a case number, work too.',
    nobodyLead: 'Try another way of writing the name, or record a new person.',
    record: 'Record a new person',
  },
  ru: {
    people: 'Люди',
    lead: 'Найдите клиентов, их родных и близких, которых вам можно видеть.',
    begin: 'Начните вводить имя',
    beginLead:
      'Достаточно одной буквы или иероглифа; можно ввести последние четыре цифры телефона или документа либо номер случая.',
    nobodyLead: 'Попробуйте написать имя иначе или запишите нового человека.',
    record: 'Записать нового человека',
  },
})
