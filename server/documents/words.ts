import { type Labels, say } from './form.ts'

/** The few words of a sheet that belong to no field. */
export const words = {
  yes: say('是', 'Yes', 'Да'),
  no: say('否', 'No', 'Нет'),
  ownFields: say('机构自定项目', 'Fields of the agency', 'Поля организации'),
  pictures: say('家庭与支持系统图示', 'Family and support in pictures', 'Семья и поддержка в схемах'),
  genogram: say('家系图', 'Genogram', 'Генограмма'),
  ecomap: say('生态图', 'Ecomap', 'Экокарта'),
  noneRecorded: say('无记录', 'None recorded', 'Записей нет'),
  page: say('第 {page} 页，共 {pages} 页', 'Page {page} of {pages}', 'Стр. {page} из {pages}'),
  printed: say('打印时间：{moment}', 'Printed {moment}', 'Напечатано {moment}'),
  note: say(
    '版式为重建稿，标签可由机构修改。',
    'Reconstructed layout; the agency can change the labels.',
    'Форма реконструирована; организация может изменить надписи.',
  ),
  between: say('、', ', ', ', '),
  aside: say('{text}（{note}）', '{text} ({note})', '{text} ({note})'),
} as const satisfies Record<string, Labels>

/** Puts values in the places marked {name}. Values are put in as they are, never read for places again. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}
