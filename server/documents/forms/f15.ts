import { column, fact, facts, type FormDefinition, say, table, text, wideFact } from '../form.ts'
import { appendix, commonHeader } from './header.ts'
import { signatureSection, signers } from './signatures.ts'

/** Appendix E: the closing form. */
export const f15: FormDefinition = {
  id: 'F15',
  title: say('个案管理结案表', 'Case closing form', 'Карта закрытия случая'),
  standard: appendix('E'),
  header: commonHeader,
  sections: [
    {
      key: 'case',
      title: say('一、个案概况', '1. The case', '1. Сведения о случае'),
      rows: [
        facts(
          fact('opened', 'caseFile.openedOn', say('开案日期', 'Opened', 'Открыто'), 'date'),
          fact('open_close', 'caseFile.closedOn', say('结案日期', 'Closed', 'Закрыто'), 'date'),
          text('main_problem', 'closing.mainProblem', say('主要问题', 'Main problem', 'Основная проблема')),
          fact('services_sum', 'closing.serviceCount', say('服务次数', 'Number of services', 'Число услуг')),
          fact('service_hours', 'closing.serviceHours', say('服务时数', 'Hours of service', 'Часы услуг')),
          wideFact('reason', 'closing.reason', say('结案原因', 'Reason of closing', 'Причина закрытия')),
          text('reason_note', 'closing.reasonNote', say('原因说明', 'Explanation', 'Пояснение')),
        ),
      ],
    },
    {
      key: 'outcome',
      title: say('二、服务成效', '2. Outcome', '2. Результаты'),
      rows: [
        table('attain', 'evaluation.goals', say('目标达成情况', 'Goal attainment', 'Достижение целей'), [
          column('goal', 38, say('目标', 'Goal', 'Цель')),
          column('weight', 9, say('权重', 'Weight', 'Вес')),
          column('baseline', 11, say('基线等级', 'Baseline level', 'Исходный уровень'), 'level'),
          column('level', 11, say('结果等级', 'Result level', 'Итоговый уровень'), 'level'),
          column('evidence', 31, say('依据', 'Evidence', 'Подтверждение')),
        ]),
        facts(
          fact('gas_t', 'evaluation.tScore', say('GAS T分数', 'GAS T-score', 'T-балл GAS')),
          fact('satisfaction', 'evaluation.satisfaction', say('满意度', 'Satisfaction', 'Удовлетворённость')),
          fact(
            'execution',
            'evaluation.execution',
            say('计划执行（1–5）', 'Plan carried out (1–5)', 'Выполнение плана (1–5)'),
          ),
          fact(
            'suitability',
            'evaluation.suitability',
            say('方法适宜（1–5）', 'Methods suitable (1–5)', 'Уместность методов (1–5)'),
          ),
          fact(
            'participation',
            'evaluation.participation',
            say('参与度（1–5）', 'Participation (1–5)', 'Участие (1–5)'),
          ),
          text(
            'outcome',
            'closing.outcome',
            say('服务对象改变', 'Changes of the client', 'Изменения клиента'),
          ),
        ),
        table(
          'gaps',
          'evaluation.gaps',
          say('计划与结果差距', 'Gaps between plan and result', 'Расхождения плана и результата'),
          [
            column('planned', 25, say('计划', 'Planned', 'План')),
            column('actual', 25, say('实际', 'Actual', 'Факт')),
            column('cause', 25, say('原因', 'Cause', 'Причина')),
            column('measure', 25, say('改进措施', 'Improvement measure', 'Мера улучшения')),
          ],
        ),
        facts(
          text(
            'gap',
            'closing.gapsAndImprovement',
            say('差距与改进', 'Gaps and improvement', 'Расхождения и улучшения'),
          ),
          text(
            'review',
            'closing.review',
            say('成效回顾与巩固', 'Review and consolidation', 'Обзор и закрепление'),
          ),
        ),
      ],
    },
    {
      key: 'client',
      title: say(
        '三、服务对象的意见与反应',
        '3. The client’s view and reactions',
        '3. Мнение и реакция клиента',
      ),
      rows: [
        facts(
          text(
            'client_view',
            'closing.clientView',
            say('服务对象意见与评价', 'Client’s view', 'Мнение клиента'),
          ),
          wideFact(
            'notice',
            'closing.announcedOn',
            say('预告日期', 'Announced on', 'Дата предупреждения'),
            'date',
          ),
          wideFact(
            'reaction',
            'closing.reactions',
            say('结案反应', 'Reaction to closing', 'Реакция на завершение'),
          ),
          text('reaction_care', 'closing.reactionCare', say('反应处理', 'How handled', 'Как отработано')),
        ),
      ],
    },
    {
      key: 'after',
      title: say('四、结案后的安排', '4. After closing', '4. После закрытия'),
      rows: [
        facts(
          text(
            'future',
            'closing.future',
            say('未来问题与应对', 'Future problems and coping', 'Будущие трудности и как быть'),
          ),
          fact(
            'referred',
            'closing.referred',
            say('结案时是否转介', 'Referred at closing?', 'Направлен при закрытии?'),
          ),
          fact('referral', 'closing.referral', say('转介至', 'Referred to', 'Куда направлен')),
        ),
        table('follow_plan', 'closing.followUps', say('跟进计划', 'Follow-up plan', 'План сопровождения'), [
          column('date', 30, say('日期', 'Date', 'Дата'), 'date'),
          column('way', 35, say('方式', 'Way', 'Форма')),
          column('person', 35, say('负责人', 'Who', 'Кто')),
        ]),
        facts(
          wideFact(
            'no_follow',
            'closing.noFollowUpReason',
            say('不跟进的原因', 'Reason if none', 'Причина, если нет'),
          ),
        ),
        table(
          'caregiver',
          'closing.caregivers',
          say('结案后的照顾者', 'Caregivers after closing', 'Кто заботится после закрытия'),
          [
            column('name', 22, say('姓名', 'Name', 'ФИО')),
            column('relation', 18, say('关系', 'Relation', 'Родство')),
            column('address', 38, say('地址', 'Address', 'Адрес')),
            column('phone', 22, say('电话', 'Phone', 'Телефон')),
          ],
        ),
        facts(
          text(
            'lessons',
            'closing.lessons',
            say('总结与反思', 'Summary and reflection', 'Итоги и рефлексия'),
          ),
        ),
      ],
    },
    {
      key: 'archive',
      title: say('五、归档信息', '5. Archive', '5. Архив'),
      rows: [
        facts(
          fact('archive', 'caseFile.archiveNumber', say('档案号', 'File number', 'Номер дела')),
          fact('archive_class', 'caseFile.archiveClass', say('保管期限', 'Retention class', 'Срок хранения')),
          fact('archive_pages', 'caseFile.pages', say('总页数', 'Pages', 'Всего страниц')),
          fact('keep_until', 'caseFile.keepUntil', say('保管至', 'Keep until', 'Хранить до'), 'date'),
        ),
      ],
    },
    signatureSection('signatures.closing', [
      signers.client,
      signers.guardian,
      signers.worker,
      signers.supervisor,
      signers.head,
    ]),
  ],
}
