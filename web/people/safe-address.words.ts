import { defineWords } from '#web/app/words.ts'

/** Where somebody lives who must not be found. */
export const safeAddressWords = defineWords({
  'zh-CN': {
    title: '安全住址',
    lead: '只有个案管理者和经授权的人员能看到；每次查看都会被记录。不会出现在表格和列表里。',
    none: '还没有登记安全住址。',
    show: '显示安全住址',
    hide: '隐藏',
    record: '登记安全住址',
    edit: '修改',
    address: '安全住址',
    hint: '例如庇护所或亲友家的地址；不要写在其他栏目里',
    save: '保存',
    cancel: '取消',
  },
  en: {
    title: 'Safe address',
    lead: 'Only the case manager and those who were granted it can see it, and each look is recorded. It stands in no form and no list.',
    none: 'No safe address is recorded.',
    show: 'Show safe address',
    hide: 'Hide',
    record: 'Record a safe address',
    edit: 'Edit',
    address: 'Safe address',
    hint: 'For example a shelter or a relative’s home; do not write it in any other field',
    save: 'Save',
    cancel: 'Cancel',
  },
  ru: {
    title: 'Безопасный адрес',
    lead: 'Его видят только куратор случая и те, кому дан доступ; каждый просмотр записывается. В бланках и списках его нет.',
    none: 'Безопасный адрес не записан.',
    show: 'Показать безопасный адрес',
    hide: 'Скрыть',
    record: 'Записать безопасный адрес',
    edit: 'Изменить',
    address: 'Безопасный адрес',
    hint: 'Например, адрес убежища или родственников; не пишите его в других полях',
    save: 'Сохранить',
    cancel: 'Отмена',
  },
})
