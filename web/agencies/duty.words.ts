import { defineWords } from '#web/app/words.ts'

/** Who is on duty, and what for. */
export const dutyWords = defineWords({
  'zh-CN': {
    title: '值班人员',
    lead: '有人在紧急情况下打开无权查看的个案时，系统会立即通知值班人员：谁打开、为什么、到几点；个案内容仍按原有权限。',
    who: '现在由谁值班',
    nobody: '没有指定',
    save: '保存',
    saved: '已保存。',
  },
  en: {
    title: 'Duty officer',
    lead: 'Told at once when somebody opens a case in an emergency that they may not see: who, why and until when. Of the case itself they see no more than before.',
    who: 'On duty now',
    nobody: 'Nobody named',
    save: 'Save',
    saved: 'Saved.',
  },
  ru: {
    title: 'Дежурный',
    lead: 'Сразу узнаёт, когда кто-то экстренно открывает случай, к которому у него нет доступа: кто, почему и до какого времени. Сам случай дежурный видит не больше прежнего.',
    who: 'Сейчас дежурит',
    nobody: 'Не назначен',
    save: 'Сохранить',
    saved: 'Сохранено.',
  },
})
