import { defineWords } from '#web/app/words.ts'

/** Why somebody may be the same person; the keys are the contract's reasons. */
export const duplicateWords = defineWords({
  'zh-CN': {
    'same-id-number': '身份证号码相同',
    'same-name-and-birth-date': '姓名和出生日期相同',
    'same-name-and-phone': '姓名和电话相同',
    'same-phone': '电话相同',
    'same-name': '姓名相同',
    'similar-name-and-birth-date': '姓名读音相同，出生日期相同',
    'similar-name': '姓名读音相同',
  },
  en: {
    'same-id-number': 'same identity number',
    'same-name-and-birth-date': 'same name and birth date',
    'same-name-and-phone': 'same name and phone',
    'same-phone': 'same phone',
    'same-name': 'same name',
    'similar-name-and-birth-date': 'name sounds the same, same birth date',
    'similar-name': 'name sounds the same',
  },
  ru: {
    'same-id-number': 'тот же номер удостоверения',
    'same-name-and-birth-date': 'те же имя и дата рождения',
    'same-name-and-phone': 'те же имя и телефон',
    'same-phone': 'тот же телефон',
    'same-name': 'то же имя',
    'similar-name-and-birth-date': 'имя звучит так же, дата рождения та же',
    'similar-name': 'имя звучит так же',
  },
})
