import { choosing, column, fact, facts, type FormDefinition, say, table, text, wideFact } from '../form.ts'
import { commonHeader } from './header.ts'
import { signers } from './signatures.ts'

/** Intake registration, the application for service (F01; ). */
export const f01: FormDefinition = {
  id: 'F01',
  title: say(
    '接案登记表（服务申请表）',
    'Intake registration (application)',
    'Карта первичного обращения (заявление)',
  ),
  standard: say('初步接洽', 'First contact', 'Первичный контакт'),
  header: commonHeader,
  sections: [
    {
      key: 'contact',
      title: say('一、接待', '1. Reception', '1. Обращение'),
      rows: [
        facts(
          fact('received_at', 'receivedAt', say('接待时间', 'Received at', 'Время обращения'), 'moment'),
          choosing(
            'contactChannel',
            wideFact('channel', 'channel', say('接收渠道', 'Channel', 'Канал обращения')),
          ),
          choosing(
            'caseSource',
            wideFact('source', 'source', say('个案来源', 'Case source', 'Источник случая')),
          ),
          fact(
            'referrer_name',
            'referrerName',
            say('转介/介绍人或机构', 'Referrer', 'Направивший (лицо/организация)'),
          ),
          fact(
            'referrer_contact',
            'referrerContact',
            say('转介方联系方式', 'Referrer contact', 'Контакт направившего'),
          ),
          choosing(
            'helpSeekingType',
            wideFact('help_type', 'helpType', say('求助类型', 'Help-seeking type', 'Тип обращения')),
          ),
          choosing(
            'clientKind',
            wideFact('client_type', 'clientType', say('服务对象类型', 'Client type', 'Тип клиента')),
          ),
          choosing(
            'potentialClientKind',
            wideFact(
              'potential',
              'potential',
              say('是否潜在服务对象', 'Potential client?', 'Потенциальный клиент?'),
            ),
          ),
        ),
      ],
    },
    {
      key: 'person',
      title: say('二、服务对象', '2. The client', '2. Клиент'),
      rows: [
        facts(
          fact('name', 'client.name', say('姓名', 'Name', 'ФИО')),
          fact('former_name', 'client.otherNames', say('曾用名/别名', 'Other names', 'Другие имена')),
          choosing('sex', wideFact('sex', 'client.sex', say('性别', 'Sex', 'Пол'))),
          fact('birth_date', 'client.birthDate', say('出生日期', 'Birth date', 'Дата рождения'), 'date'),
          fact('native_place', 'client.nativePlace', say('籍贯', 'Native place', 'Место происхождения')),
          choosing(
            'identityDocumentKind',
            wideFact('id_type', 'client.idType', say('证件类型', 'ID document type', 'Тип документа')),
          ),
          fact('id_no', 'client.idNumber', say('证件号码', 'ID number', 'Номер документа')),
          fact('ethnic', 'client.ethnicGroup', say('民族', 'Ethnic group', 'Национальность')),
          wideFact(
            'household_addr',
            'client.registeredAddress',
            say('户籍地址', 'Registered address', 'Адрес регистрации'),
          ),
          wideFact('address', 'client.address', say('现住址', 'Current address', 'Адрес проживания')),
          fact('phone', 'client.phone', say('联系电话', 'Phone', 'Телефон')),
          fact(
            'safe_contact',
            'client.safeContact',
            say('安全联系方式说明', 'Safe way to contact', 'Безопасный способ связи'),
          ),
          fact('education', 'client.education', say('文化程度', 'Education', 'Образование')),
          fact('marital', 'client.maritalStatus', say('婚姻状况', 'Marital status', 'Семейное положение')),
          fact('occupation', 'client.occupation', say('职业', 'Occupation', 'Занятость/профессия')),
          fact('income', 'client.income', say('收入', 'Income', 'Доход')),
          fact('living', 'client.livingSituation', say('居住状况', 'Living situation', 'Жилищная ситуация')),
          fact('benefits', 'client.benefits', say('救助/优惠身份', 'Benefit status', 'Льготная категория')),
          choosing(
            'legalCapacity',
            wideFact(
              'capacity',
              'client.legalCapacity',
              say('民事行为能力', 'Legal capacity', 'Дееспособность'),
            ),
          ),
        ),
        table(
          'emergency_contact',
          'client.emergencyContacts',
          say('紧急联系人', 'Emergency contact', 'Контакт на экстренный случай'),
          [
            column('name', 40, say('姓名', 'Name', 'ФИО')),
            column('relation', 25, say('关系', 'Relation', 'Кем приходится')),
            column('phone', 35, say('电话', 'Phone', 'Телефон')),
          ],
        ),
        table('guardian', 'client.guardians', say('监护人', 'Guardian', 'Законный представитель'), [
          column('name', 22, say('姓名', 'Name', 'ФИО')),
          column('relation', 15, say('关系', 'Relation', 'Кем приходится')),
          column('idNumber', 25, say('证件号码', 'ID number', 'Номер документа')),
          column('phone', 20, say('电话', 'Phone', 'Телефон')),
          column('proof', 18, say('证明', 'Proof', 'Подтверждение')),
        ]),
      ],
    },
    {
      key: 'request',
      title: say('三、求助', '3. The request', '3. Просьба о помощи'),
      rows: [
        facts(
          text('problem', 'problem', say('求助问题', 'Presenting problem', 'Суть обращения')),
          choosing(
            'willingness',
            wideFact('willingness', 'willingness', say('求助意愿', 'Willingness', 'Желание получить помощь')),
          ),
        ),
        table(
          'previous_help',
          'previousHelp',
          say('既往求助经历', 'Previous help-seeking', 'Прежние обращения за помощью'),
          [
            column('askedWhom', 22, say('向谁', 'Whom', 'К кому')),
            column('askedWhen', 14, say('何时', 'When', 'Когда')),
            column('help', 26, say('得到的帮助', 'Help', 'Помощь')),
            column('ownEffort', 20, say('自己的努力', 'Own effort', 'Собственные усилия')),
            column('result', 18, say('结果', 'Result', 'Результат')),
          ],
        ),
        facts(
          text(
            'emotional_support',
            'emotionalSupport',
            say('情绪安抚记录', 'Initial emotional support', 'Первичная эмоциональная поддержка'),
          ),
          choosing(
            'toldItem',
            wideFact(
              'told_items',
              'toldItems',
              say('告知事项', 'Information given', 'О чём проинформирован'),
            ),
          ),
          wideFact(
            'notice_told',
            'noticeTold',
            say('信息用途告知', 'Use of information told', 'Уведомление об использовании сведений'),
          ),
          choosing(
            'yes-no',
            wideFact(
              'emergency',
              'emergency',
              say('是否需要紧急介入', 'Emergency intervention?', 'Нужно экстренное вмешательство?'),
            ),
          ),
          wideFact(
            'emergency_reason',
            'emergencyReason',
            say('紧急介入的理由', 'Reason if so', 'Если да – почему'),
          ),
          choosing('intakeDecision', wideFact('outcome', 'outcome', say('处理结果', 'Outcome', 'Результат'))),
        ),
        {
          kind: 'signatures',
          from: 'signatures',
          dateLabel: say('签署日期', 'Date signed', 'Дата подписи'),
          signers: [signers.client, signers.guardian, signers.worker],
        },
      ],
    },
  ],
}
