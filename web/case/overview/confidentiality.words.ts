import { defineWords } from '#web/app/words.ts'

/** Who may see a case, and how the circle is drawn. */
export const confidentialityWords = defineWords({
  'zh-CN': {
    title: '谁可以看到本案',
    normal: '个案管理者及其督导者、机构负责人，以及个案团队。',
    restricted: '个案管理者、个案团队和指定的人员。未被指定的督导者和机构负责人看不到。',
    sealed: '只有个案管理者和指定的人员。其他人搜索、列表和统计时都看不到本案。',
    changedBy: '{who} · {when}',
    change: '调整',
    level: '保密级别',
    readers: '指定可以查看的人员',
    readersLead: '至少一位督导者或机构负责人。被指定的人只能查看，不能改写。',
    reason: '调整的理由',
    reasonLead: '理由会保留在个案中，看得到本案的人都能读到。',
    save: '保存',
    stop: '取消',
  },
  en: {
    title: 'Who may see this case',
    normal: 'The case manager, their supervisor, the agency head and the case team.',
    restricted:
      'The case manager, the case team and those who are named. A supervisor or head who is not named does not see it.',
    sealed:
      'Only the case manager and those who are named. For everybody else it is in no search, list or count.',
    changedBy: '{who} · {when}',
    change: 'Change',
    level: 'Confidentiality',
    readers: 'Named to see it',
    readersLead: 'At least one supervisor or the agency head. Whoever is named may read, not write.',
    reason: 'Reason',
    reasonLead: 'It stays with the case; everybody who sees the case can read it.',
    save: 'Save',
    stop: 'Cancel',
  },
  ru: {
    title: 'Кто видит этот случай',
    normal: 'Куратор, его супервизор, руководитель организации и команда случая.',
    restricted:
      'Куратор, команда случая и те, кто назван поимённо. Супервизор и руководитель не видят случай, если не названы.',
    sealed:
      'Только куратор и те, кто назван поимённо. Для остальных случая нет ни в поиске, ни в списках, ни в подсчётах.',
    changedBy: '{who} · {when}',
    change: 'Изменить',
    level: 'Уровень конфиденциальности',
    readers: 'Кому показать поимённо',
    readersLead: 'Хотя бы один супервизор или руководитель. Названные могут читать, но не писать.',
    reason: 'Причина',
    reasonLead: 'Останется в случае; её прочтёт каждый, кто видит случай.',
    save: 'Сохранить',
    stop: 'Отмена',
  },
})
