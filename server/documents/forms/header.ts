import { fact, type Field, type Labels, say } from '../form.ts'

/** HDR: printed on every form, filled by the record. */
export const commonHeader: readonly Field[] = [
  fact('agency', 'header.agency', say('机构', 'Agency', 'Организация')),
  fact('site', 'header.site', say('服务点', 'Service site', 'Место обслуживания')),
  fact('case_no', 'header.caseNumber', say('个案编号', 'Case number', 'Номер случая')),
  fact('client', 'header.client', say('服务对象姓名', 'Client', 'Клиент (ФИО)')),
  fact('worker', 'header.caseManager', say('个案管理者', 'Case manager', 'Куратор случая')),
  fact('supervisor', 'header.supervisor', say('督导者', 'Supervisor', 'Супервизор')),
  fact('form_date', 'header.formDate', say('填表日期', 'Date of the form', 'Дата заполнения'), 'date'),
  fact(
    'restricted',
    'header.confidentiality',
    say('保密级别', 'Confidentiality', 'Уровень конфиденциальности'),
  ),
]

/** Where a form comes from: an appendix of the standard, of which only the title is public. */
export const appendix = (letter: string): Labels =>
  say(
    `DB62/T 4986-2024 附录${letter}（重建）`,
    `DB62/T 4986-2024, appendix ${letter} (reconstructed)`,
    `DB62/T 4986-2024, приложение ${letter} (реконструкция)`,
  )
