import { column, fact, facts, type FormDefinition, say, table, text, wideFact } from '../form.ts'
import { appendix, commonHeader } from './header.ts'
import { signatureSection, signers } from './signatures.ts'

/** Appendix B: the assessment form. */
export const f08: FormDefinition = {
  id: 'F08',
  title: say('个案管理评估表', 'Case management assessment form', 'Лист оценки случая'),
  standard: appendix('B'),
  header: commonHeader,
  sections: [
    {
      key: 'assessment',
      title: say('一、评估概况', '1. The assessment', '1. Сведения об оценке'),
      rows: [
        facts(
          fact('assess_type', 'assessment.type', say('评估类型', 'Assessment type', 'Вид оценки')),
          fact('dates', 'assessment.heldAt', say('评估时间', 'Held at', 'Время проведения'), 'moment'),
          wideFact('dates_place', 'assessment.place', say('评估地点', 'Place', 'Место проведения')),
          wideFact(
            'methods',
            'assessment.methods',
            say('资料收集方式', 'Methods of data collection', 'Методы сбора сведений'),
          ),
          text(
            'presenting',
            'assessment.presentingProblem',
            say(
              '求助/转介原因与问题（服务对象原话）',
              'Reason and problem (client’s words)',
              'Причина и проблема (словами клиента)',
            ),
          ),
        ),
        table('informants', 'assessment.informants', say('信息来源', 'Informants', 'Источники сведений'), [
          column('name', 45, say('姓名', 'Name', 'ФИО')),
          column('relation', 30, say('与服务对象关系', 'Relation to the client', 'Кем приходится клиенту')),
          column('date', 25, say('日期', 'Date', 'Дата'), 'date'),
        ]),
      ],
    },
    {
      key: 'person_in_environment',
      title: say('二、人与环境', '2. Person and environment', '2. Человек и окружение'),
      rows: [
        facts(
          text('physical', 'assessment.physical', say('生理层面', 'Physical level', 'Физический уровень')),
          text(
            'psychological',
            'assessment.psychological',
            say('心理层面', 'Psychological level', 'Психологический уровень'),
          ),
          text('social', 'assessment.social', say('社会层面', 'Social level', 'Социальный уровень')),
          text(
            'behaviour',
            'assessment.behaviour',
            say('行为（对己、对人）', 'Behaviour (to self and others)', 'Поведение (к себе и другим)'),
          ),
          text(
            'economy',
            'assessment.economy',
            say('经济与福利', 'Economy and benefits', 'Экономика и льготы'),
          ),
          text(
            'culture',
            'assessment.culture',
            say('文化、信仰、语言', 'Culture, faith, language', 'Культура, вера, язык'),
          ),
        ),
        table(
          'strengths',
          'assessment.strengths',
          say('优势与资源', 'Strengths and resources', 'Сильные стороны и ресурсы'),
          [
            column('strength', 50, say('优势/资源', 'Strength or resource', 'Сильная сторона или ресурс')),
            column('use', 50, say('如何运用', 'How it can help', 'Как может помочь')),
          ],
        ),
        table('weaknesses', 'assessment.weaknesses', say('限制与不足', 'Limits', 'Ограничения'), [
          column('weakness', 100, say('内容', 'Description', 'Описание')),
        ]),
      ],
    },
    {
      key: 'analysis',
      title: say('三、问题与风险分析', '3. Problems and risks', '3. Проблемы и риски'),
      rows: [
        table('problems', 'assessment.problems', say('问题分析', 'Problem analysis', 'Анализ проблем'), [
          column('problem', 20, say('问题', 'Problem', 'Проблема')),
          column('cause', 20, say('成因', 'Cause', 'Причина')),
          column('nature', 18, say('性质', 'Nature', 'Характер')),
          column('severity', 12, say('程度', 'Severity', 'Степень')),
          column('factors', 18, say('影响因素', 'Influencing factors', 'Влияющие факторы')),
          column('since', 12, say('起始时间', 'Since', 'С какого времени'), 'date'),
        ]),
        table(
          'cross_check',
          'assessment.crossChecks',
          say('交叉验证', 'Cross-validation', 'Перекрёстная проверка'),
          [
            column('statement', 24, say('事项', 'Fact', 'Сведение')),
            column('firstSource', 17, say('来源一', 'First source', 'Источник 1')),
            column('secondSource', 17, say('来源二', 'Second source', 'Источник 2')),
            column('conflict', 20, say('不一致之处', 'Conflict', 'Расхождение')),
            column('conclusion', 22, say('结论', 'Conclusion', 'Вывод')),
          ],
        ),
        table('scales', 'assessment.scales', say('量表结果', 'Scale results', 'Результаты шкал'), [
          column('instrument', 45, say('量表', 'Scale', 'Шкала')),
          column('date', 20, say('日期', 'Date', 'Дата'), 'date'),
          column('score', 10, say('得分', 'Score', 'Балл')),
          column('band', 25, say('等级', 'Band', 'Уровень')),
        ]),
        table('risk', 'assessment.risks', say('风险评估', 'Risk assessment', 'Оценка рисков'), [
          column('risk', 30, say('风险', 'Risk', 'Риск')),
          column('level', 15, say('风险等级', 'Risk level', 'Уровень риска')),
          column('note', 55, say('说明', 'Explanation', 'Пояснение')),
        ]),
        table(
          'needs',
          'assessment.needs',
          say('核心需求及次序', 'Core needs in order', 'Ключевые потребности по порядку'),
          [
            column('priority', 10, say('次序', 'Order', 'Порядок')),
            column('need', 50, say('需求', 'Need', 'Потребность')),
            column('problem', 40, say('对应问题', 'Linked problem', 'Связанная проблема')),
          ],
        ),
      ],
    },
    {
      key: 'conclusion',
      title: say('四、评估结论', '4. Conclusion', '4. Заключение'),
      rows: [
        facts(
          wideFact(
            'complexity',
            'assessment.needsCaseManagement',
            say('是否需要个案管理', 'Case management needed?', 'Нужно ли ведение случая?'),
          ),
          wideFact('theory', 'assessment.theory', say('理论视角', 'Theory used', 'Теоретический подход')),
          text('summary', 'assessment.summary', say('评估摘要', 'Summary', 'Резюме')),
          text(
            'suggestion',
            'assessment.suggestion',
            say('介入建议', 'Suggested intervention', 'Рекомендации'),
          ),
          wideFact(
            'client_view',
            'assessment.clientView',
            say('服务对象意见', 'Client’s view', 'Мнение клиента'),
          ),
          text(
            'client_words',
            'assessment.clientWords',
            say('更正或说明', 'Correction or remark', 'Уточнение или пояснение'),
          ),
        ),
      ],
    },
    signatureSection('signatures.assessment', [
      signers.client,
      signers.guardian,
      signers.worker,
      signers.supervisor,
    ]),
  ],
}
