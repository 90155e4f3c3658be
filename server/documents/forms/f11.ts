import { column, fact, facts, type FormDefinition, say, table, text, wideFact } from '../form.ts'
import { appendix, commonHeader } from './header.ts'
import { signatureRows, signers } from './signatures.ts'

/** Appendix D: the process record form, one sheet of paper per contact. */
export const f11: FormDefinition = {
  id: 'F11',
  title: say('个案过程记录表', 'Process record form', 'Протокол работы по случаю'),
  standard: appendix('D'),
  header: commonHeader,
  sections: [
    {
      key: 'record',
      title: say('服务过程', 'The contact', 'Встреча'),
      each: 'records',
      newPage: true,
      rows: [
        facts(
          fact('seq', 'number', say('次序', 'No.', '№')),
          fact('time', 'time', say('服务时间', 'Time', 'Время'), 'moment'),
          fact('place', 'place', say('地点', 'Place', 'Место')),
          fact('mode', 'mode', say('服务方式', 'Mode', 'Форма')),
          fact('target', 'personsSeen', say('服务/访视对象', 'Person seen', 'С кем')),
          fact('seen', 'clientSeen', say('是否见到本人', 'Client seen?', 'Клиент присутствовал?')),
          wideFact(
            'not_seen',
            'notSeenReason',
            say('未见到的原因', 'Reason if not seen', 'Причина отсутствия'),
          ),
          wideFact('purpose', 'purpose', say('本次目标', 'Aim of this contact', 'Цель встречи')),
          wideFact('issues', 'issues', say('问题分类', 'Issue types', 'Типы проблем')),
          text(
            'performance',
            'performance',
            say('服务对象表现', 'Client’s performance', 'Проявления клиента'),
          ),
          text('interaction', 'interaction', say('互动过程', 'Interaction process', 'Ход взаимодействия')),
          text('intervention', 'intervention', say('介入措施', 'Interventions', 'Вмешательства')),
          wideFact('activities', 'activities', say('服务内容', 'Activities', 'Виды помощи')),
          text('progress', 'progress', say('取得的进展', 'Progress', 'Достигнутый прогресс')),
          text('difficulty', 'difficulty', say('遇到的困难', 'Difficulties', 'Трудности')),
          text('solution', 'solution', say('解决方案', 'Solutions', 'Решения')),
          text('judgement', 'analysis', say('社工分析与反思', 'Worker’s analysis', 'Анализ специалиста')),
        ),
        table('resources', 'resources', say('链接资源', 'Resources linked', 'Подключённые ресурсы'), [
          column('resource', 45, say('资源', 'Resource', 'Ресурс')),
          column('purpose', 55, say('用途', 'What for', 'Для чего')),
        ]),
        facts(
          text(
            'next_goal',
            'nextAim',
            say('下次服务目标/计划', 'Next aim or plan', 'Следующая цель или план'),
          ),
          fact('next_date', 'nextAt', say('下次时间', 'Next date', 'Следующая дата'), 'moment'),
          fact('recorded_at', 'recordedAt', say('记录时间', 'Recorded at', 'Время записи'), 'moment'),
          fact('late', 'late', say('是否补记（迟写）', 'Written late', 'Записано с опозданием')),
        ),
        ...signatureRows('signatures', [signers.worker, signers.supervisor]),
      ],
    },
  ],
}
