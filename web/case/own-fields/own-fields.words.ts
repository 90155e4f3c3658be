import { defineWords } from '#web/app/words.ts'

/** The agency's own fields under a record, and its own work. */
export const ownFieldsWords = defineWords({
  'zh-CN': {
    title: '本机构的字段',
    lead: '由本机构增加。签名时与记录一起固定。',
    save: '保存这些内容',
    saved: '已保存。',
    unsaved: '还有改动没有保存。',
    yes: '是',
    no: '否',
    done: '已完成',
    none: '未填写',
    masked: '不显示（敏感信息）',
  },
  en: {
    title: 'Fields of this agency',
    lead: 'The agency added these. They are signed together with the record.',
    save: 'Save these answers',
    saved: 'Saved.',
    unsaved: 'Some answers are not saved yet.',
    yes: 'Yes',
    no: 'No',
    done: 'Done',
    none: 'Not answered',
    masked: 'Not shown (sensitive)',
  },
  ru: {
    title: 'Поля этой организации',
    lead: 'Их добавила организация. Они подписываются вместе с записью.',
    save: 'Сохранить ответы',
    saved: 'Сохранено.',
    unsaved: 'Есть несохранённые ответы.',
    yes: 'Да',
    no: 'Нет',
    done: 'Сделано',
    none: 'Нет ответа',
    masked: 'Не показано (чувствительно)',
  },
})
