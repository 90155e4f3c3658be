import { type Column, column, fact, facts, type FormDefinition, say, table, text, wideFact } from '../form.ts'
import { appendix, commonHeader } from './header.ts'
import { signatureSection, signers } from './signatures.ts'

const step = column('step', 34, say('步骤', 'Step', 'Шаг'))
const deadline = column('deadline', 18, say('期限', 'Deadline', 'Срок'), 'date')
const outcome = column('outcome', 22, say('成效', 'Outcome', 'Результат'))
const by = (width: number): Column => column('by', width, say('负责人', 'Who', 'Кто'))
const clientColumns = [
  step,
  column('instruction', 26, say('说明', 'Instruction', 'Указание')),
  deadline,
  outcome,
]
const stepColumns = [step, by(26), deadline, outcome]

/**
 * Appendix C: the goal plan form. With its sections it is also the written plan of
 * basic information, needs, goals, strategy, steps, timetable, rights and duties, evaluation.
 */
export const f09: FormDefinition = {
  id: 'F09',
  title: say('个案管理目标计划表', 'Case management goal plan form', 'План целей'),
  standard: appendix('C'),
  header: commonHeader,
  sections: [
    {
      key: 'basic',
      title: say('一、服务对象基本信息', '1. The client', '1. Сведения о клиенте'),
      rows: [
        facts(
          fact('sex', 'client.sex', say('性别', 'Sex', 'Пол')),
          fact('birth_date', 'client.birthDate', say('出生日期', 'Birth date', 'Дата рождения'), 'date'),
          fact('phone', 'client.phone', say('联系电话', 'Phone', 'Телефон')),
          fact('capacity', 'client.legalCapacity', say('民事行为能力', 'Legal capacity', 'Дееспособность')),
        ),
      ],
    },
    {
      key: 'needs',
      title: say('二、需求评估概要', '2. Needs in short', '2. Потребности кратко'),
      rows: [
        facts(
          text('needs_summary', 'assessment.summary', say('评估摘要', 'Assessment summary', 'Резюме оценки')),
        ),
      ],
    },
    {
      key: 'goals',
      title: say('三、服务目标 {n}', '3. Goal {n}', '3. Цель {n}'),
      each: 'plan.goals',
      rows: [
        facts(
          fact('order', 'priority', say('优先次序', 'Priority', 'Приоритет')),
          fact('start_due', 'period', say('起止时间', 'Start – due', 'Сроки'), 'date'),
          wideFact('need', 'need', say('需求/问题', 'Need or problem', 'Потребность или проблема')),
          wideFact('long_goal', 'longTermGoal', say('长期目标', 'Long-term goal', 'Долгосрочная цель')),
          wideFact(
            'mid_goal',
            'intermediateGoal',
            say('阶段目标', 'Intermediate goal', 'Промежуточная цель'),
          ),
          wideFact('short_goal', 'shortTermGoal', say('短期目标', 'Short-term goal', 'Краткосрочная цель')),
          wideFact('indicator', 'indicator', say('衡量指标', 'Indicator', 'Показатель')),
          fact('baseline', 'baseline', say('基线', 'Baseline', 'Исходный уровень')),
          fact('target', 'target', say('目标值', 'Target', 'Целевое значение')),
          wideFact('smart', 'smart', say('SMART原则', 'SMART checks', 'Критерии SMART')),
          fact('monitor', 'monitoring', say('跟进频率', 'Monitoring', 'Контроль')),
          fact('review_date', 'reviewOn', say('检讨日期', 'Review date', 'Дата пересмотра'), 'date'),
          fact('result', 'result', say('完成情况', 'Result', 'Результат')),
          fact('result_on', 'resultOn', say('完成日期', 'Result on', 'Дата результата'), 'date'),
          fact('weight', 'weight', say('GAS权重', 'GAS weight', 'Вес GAS')),
        ),
        table('gas', 'levels', say('目标达成量表', 'Goal attainment scale', 'Шкала достижения цели'), [
          column('level', 12, say('等级', 'Level', 'Уровень'), 'level'),
          column('description', 88, say('描述', 'Description', 'Описание')),
        ]),
        table('services', 'services', say('服务/资源', 'Services and resources', 'Услуги и ресурсы'), [
          column('service', 28, say('服务', 'Service', 'Услуга')),
          column('provider', 24, say('提供者', 'Provider', 'Исполнитель')),
          column('contact', 18, say('联系方式', 'Contact', 'Контакт')),
          column('form', 14, say('形式', 'Form', 'Форма')),
          column('frequency', 16, say('频率', 'Frequency', 'Частота')),
        ]),
        table(
          'client_steps',
          'clientSteps',
          say('服务对象任务', 'Client’s steps', 'Шаги клиента'),
          clientColumns,
        ),
        table(
          'worker_steps',
          'workerSteps',
          say('社工任务', 'Worker’s steps', 'Шаги специалиста'),
          stepColumns,
        ),
        table(
          'other_steps',
          'otherSteps',
          say('其他机构任务', 'Other agencies’ steps', 'Шаги других организаций'),
          stepColumns,
        ),
      ],
    },
    {
      key: 'strategy',
      title: say('四、服务策略与方法', '4. Strategy and methods', '4. Стратегия и методы'),
      rows: [
        facts(
          text('strategy', 'plan.strategy', say('服务策略', 'Strategy', 'Стратегия')),
          wideFact('methods', 'plan.methods', say('方法', 'Methods', 'Методы')),
        ),
      ],
    },
    {
      key: 'timetable',
      title: say('五、实施步骤与时间安排', '5. Steps and timetable', '5. Шаги и график'),
      rows: [
        facts(
          wideFact('plan_period', 'plan.period', say('计划期限', 'Period of the plan', 'Срок плана'), 'date'),
        ),
        table('timetable', 'plan.timetable', say('时间安排', 'Timetable', 'График'), [
          column('due', 18, say('期限', 'Deadline', 'Срок'), 'date'),
          column('step', 36, say('步骤', 'Step', 'Шаг')),
          by(18),
          column('goal', 28, say('目标', 'Goal', 'Цель')),
        ]),
      ],
    },
    {
      key: 'rights',
      title: say(
        '六、双方权责与参与',
        '6. Rights and duties, participation',
        '6. Права, обязанности, участие',
      ),
      rows: [
        facts(
          text(
            'client_duties',
            'plan.clientRightsAndDuties',
            say('服务对象权利与责任', 'Client’s rights and duties', 'Права и обязанности клиента'),
          ),
          text(
            'worker_duties',
            'plan.workerRightsAndDuties',
            say(
              '社工/机构权利与责任',
              'Worker’s and agency’s rights and duties',
              'Права и обязанности специалиста и организации',
            ),
          ),
          text(
            'participation',
            'plan.participation',
            say('服务对象参与情况', 'Client’s participation', 'Участие клиента'),
          ),
        ),
      ],
    },
    {
      key: 'evaluation',
      title: say('七、评估方式', '7. Way of evaluation', '7. Способ оценки'),
      rows: [
        facts(
          text(
            'evaluation_way',
            'plan.evaluationMethod',
            say('评估方式', 'Way of evaluation', 'Способ оценки'),
          ),
        ),
      ],
    },
    signatureSection('signatures.plan', [
      signers.client,
      signers.guardian,
      signers.worker,
      signers.supervisor,
    ]),
  ],
}
