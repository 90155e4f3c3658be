import { choosing, column, fact, facts, type FormDefinition, say, table, text, wideFact } from '../form.ts'
import { commonHeader } from './header.ts'
import { signers } from './signatures.ts'

const yesNo = (key: string, from: string, label: ReturnType<typeof say>) =>
  choosing('yes-no', fact(key, from, label))

/** Preliminary assessment: the five questions, and what was decided on them (F02; ). */
export const f02: FormDefinition = {
  id: 'F02',
  title: say('初步评估（筛选）表', 'Preliminary assessment (screening)', 'Первичная оценка (скрининг)'),
  standard: say('五个问题与接案决定', 'The five questions and the decision', 'Пять вопросов и решение'),
  header: commonHeader,
  sections: [
    {
      key: 'questions',
      title: say('一、五个问题', '1. The five questions', '1. Пять вопросов'),
      rows: [
        facts(
          choosing(
            'willingness',
            wideFact(
              'q1_willing',
              'willing',
              say('1 求助意愿：主动/被动', '1 Willingness active/passive', '1 Желание: активное/вынужденное'),
            ),
          ),
          wideFact('q1_note', 'willingNote', say('说明', 'Note', 'Пояснение')),
        ),
        table('q2_problem', 'problems', say('2a 主要问题', '2a Main problems', '2а Основные проблемы'), [
          column('problem', 45, say('问题', 'Problem', 'Проблема')),
          column('arose', 35, say('怎样发生', 'How it arose', 'Как возникла')),
          column('level', 20, say('程度', 'Level', 'Степень')),
        ]),
        facts(
          text(
            'q2_expect',
            'expectation',
            say('2b 期望与结果', '2b Expectation and wanted result', '2б Ожидания и желаемый результат'),
          ),
        ),
        table(
          'q3_history',
          'history',
          say('3 曾寻求的帮助和努力', '3 Help sought, efforts made', '3 Прежняя помощь и усилия'),
          [
            column('askedWhom', 22, say('向谁', 'Whom', 'К кому')),
            column('askedWhen', 14, say('何时', 'When', 'Когда')),
            column('help', 26, say('得到的帮助', 'Help', 'Помощь')),
            column('ownEffort', 20, say('自己的努力', 'Own effort', 'Собственные усилия')),
            column('result', 18, say('结果', 'Result', 'Результат')),
          ],
        ),
        facts(
          choosing(
            'sufficiency',
            wideFact(
              'q4_resources',
              'resources',
              say(
                '4a 机构资源能否满足',
                '4a Agency resources sufficient?',
                '4а Достаточно ли ресурсов организации',
              ),
            ),
          ),
          choosing(
            'ability',
            wideFact(
              'q4_ability',
              'ability',
              say('4b 社工能力是否足够', '4b Worker ability sufficient?', '4б Достаточно ли компетенции'),
            ),
          ),
          yesNo(
            'q5_match',
            'match',
            say('5 要求能否协调一致', '5 Requirements reconcilable?', '5 Согласуемы ли требования'),
          ),
          fact('q5_note', 'matchNote', say('说明', 'Note', 'Пояснение')),
        ),
      ],
    },
    {
      key: 'screening',
      title: say('二、筛选', '2. Screening', '2. Скрининг'),
      rows: [
        facts(
          yesNo('scope_ok', 'scopeOk', say('属服务范围', 'Within scope', 'В пределах профиля')),
          yesNo('area_ok', 'areaOk', say('属服务区域', 'Within area', 'В пределах территории')),
          yesNo(
            'capacity_ok',
            'capacityOk',
            say('有服务容量', 'Capacity available', 'Есть возможность принять'),
          ),
          yesNo(
            'emergency',
            'emergency',
            say('紧急介入判断', 'Emergency decision', 'Решение об экстренности'),
          ),
          choosing(
            'dangerKind',
            wideFact(
              'emergency_danger',
              'dangerKinds',
              say('生命或安全的危险', 'Danger to life or safety', 'Опасность для жизни или безопасности'),
            ),
          ),
        ),
        table('problem_order', 'problemOrder', say('问题优先次序', 'Problem priority', 'Приоритет проблем'), [
          column('problem', 49, say('问题', 'Problem', 'Проблема')),
          column('clientRank', 17, say('服务对象排序', 'Client order', 'Порядок клиента')),
          column('workerRank', 17, say('社工排序', 'Worker order', 'Порядок специалиста')),
          column('difficulty', 17, say('难度', 'Difficulty', 'Сложность')),
        ]),
        facts(
          choosing(
            'riskLevel',
            wideFact('risk_level', 'riskLevel', say('风险等级', 'Risk level', 'Уровень риска')),
          ),
        ),
      ],
    },
    {
      key: 'decision',
      title: say('三、分享与决定', '3. Sharing and decision', '3. Обсуждение и решение'),
      rows: [
        facts(
          yesNo(
            'shared',
            'shared',
            say('已与求助者分享', 'Shared with the person', 'Обсуждено с обратившимся'),
          ),
          yesNo('shared_agrees', 'agrees', say('求助者同意', 'The person agrees', 'Обратившийся согласен')),
          wideFact('shared_corrections', 'corrections', say('更正', 'Corrections', 'Поправки')),
          yesNo(
            'client_wish',
            'clientWish',
            say(
              '服务对象愿意建立专业关系',
              'Client wishes the relationship',
              'Клиент согласен на сотрудничество',
            ),
          ),
          fact('assigned', 'assigned', say('指派社工', 'Assigned worker', 'Назначенный специалист')),
          choosing(
            'intakeDecision',
            wideFact('decision', 'decision', say('接案决定', 'Decision', 'Решение')),
          ),
          text('reason', 'reason', say('理由', 'Reason', 'Обоснование')),
        ),
        {
          kind: 'signatures',
          from: 'signatures',
          dateLabel: say('签署日期', 'Date signed', 'Дата подписи'),
          signers: [signers.client, signers.worker, signers.supervisor],
        },
      ],
    },
  ],
}
