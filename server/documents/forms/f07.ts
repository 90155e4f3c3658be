import { column, fact, facts, type FormDefinition, say, table, text, wideFact } from '../form.ts'
import { appendix, commonHeader } from './header.ts'
import { signatureSection, signers } from './signatures.ts'

const supportColumns = [
  column('name', 30, say('姓名/机构', 'Person or agency', 'Лицо или организация')),
  column('support', 45, say('提供的支持', 'Support given', 'Какая поддержка')),
  column('contact', 25, say('联系方式', 'Contact', 'Контакт')),
]

/** Appendix A: the case file form. */
export const f07: FormDefinition = {
  id: 'F07',
  title: say('个案管理档案表', 'Case management file form', 'Карта случая (личное дело)'),
  standard: appendix('A'),
  header: commonHeader,
  sections: [
    {
      key: 'basic',
      title: say('一、基本信息', '1. Basic information', '1. Основные сведения'),
      rows: [
        facts(
          fact(
            'open_date',
            'caseFile.openedOn',
            say('建档/开案日期', 'File opened', 'Дата открытия'),
            'date',
          ),
          fact('case_grade', 'caseFile.grade', say('个案等级', 'Case grade', 'Уровень сложности')),
          fact('basic', 'client.name', say('姓名', 'Name', 'ФИО')),
          fact('former_name', 'client.otherNames', say('曾用名/别名', 'Other names', 'Другие имена')),
          fact('sex', 'client.sex', say('性别', 'Sex', 'Пол')),
          fact('birth_date', 'client.birthDate', say('出生日期', 'Birth date', 'Дата рождения'), 'date'),
          fact('id_type', 'client.idType', say('证件类型', 'ID document type', 'Тип документа')),
          fact('id_no', 'client.idNumber', say('证件号码', 'ID number', 'Номер документа')),
          fact('native_place', 'client.nativePlace', say('籍贯', 'Native place', 'Место происхождения')),
          fact('ethnic', 'client.ethnicGroup', say('民族', 'Ethnic group', 'Национальность')),
          fact('education', 'client.education', say('文化程度', 'Education', 'Образование')),
          fact('marital', 'client.maritalStatus', say('婚姻状况', 'Marital status', 'Семейное положение')),
          fact('occupation', 'client.occupation', say('职业', 'Occupation', 'Занятость/профессия')),
          fact('income', 'client.income', say('收入', 'Income', 'Доход')),
          fact('living', 'client.livingSituation', say('居住状况', 'Living situation', 'Жилищная ситуация')),
          fact('capacity', 'client.legalCapacity', say('民事行为能力', 'Legal capacity', 'Дееспособность')),
          wideFact(
            'benefits',
            'client.benefits',
            say('救助/优惠身份', 'Benefit status', 'Льготная категория'),
          ),
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
          wideFact('field', 'caseFile.fields', say('服务领域', 'Service field', 'Сфера обслуживания')),
          wideFact('group', 'caseFile.groups', say('服务对象类别', 'Client group', 'Категория клиента')),
        ),
        table('guardian', 'client.guardians', say('监护人', 'Guardians', 'Законные представители'), [
          column('name', 18, say('姓名', 'Name', 'ФИО')),
          column('relation', 16, say('关系', 'Relation', 'Родство')),
          column('idNumber', 24, say('证件号码', 'ID number', 'Номер документа')),
          column('phone', 18, say('电话', 'Phone', 'Телефон')),
          column('proof', 24, say('证明材料', 'Proof', 'Подтверждение')),
        ]),
        table(
          'emergency_contact',
          'client.emergencyContacts',
          say('紧急联系人', 'Emergency contacts', 'Контакты на экстренный случай'),
          [
            column('name', 40, say('姓名', 'Name', 'ФИО')),
            column('relation', 30, say('关系', 'Relation', 'Кем приходится')),
            column('phone', 30, say('电话', 'Phone', 'Телефон')),
          ],
        ),
      ],
    },
    {
      key: 'family',
      title: say('二、家庭与生活状况', '2. Family and living conditions', '2. Семья и условия жизни'),
      rows: [
        table('family', 'circumstances.family', say('家庭成员', 'Family members', 'Члены семьи'), [
          column('name', 10, say('姓名', 'Name', 'ФИО')),
          column('relation', 14, say('关系', 'Relation', 'Родство')),
          column('sex', 10, say('性别', 'Sex', 'Пол')),
          column('birthDate', 12, say('出生日期', 'Born', 'Дата рождения'), 'date'),
          column('education', 14, say('文化程度', 'Education', 'Образование')),
          column('occupation', 11, say('工作/就读', 'Work or school', 'Работа/учёба')),
          column('health', 11, say('健康状况', 'Health', 'Здоровье')),
          column('benefits', 9, say('救助身份', 'Benefits', 'Льготы')),
          column('livesTogether', 9, say('同住', 'Lives together', 'Живут вместе')),
        ]),
        facts(
          text(
            'family_income',
            'circumstances.finances',
            say('家庭经济状况', 'Family finances', 'Материальное положение'),
          ),
          text('housing', 'circumstances.housing', say('居住环境', 'Housing conditions', 'Жилищные условия')),
          text(
            'health',
            'circumstances.health',
            say('健康状况（身体、心理）', 'Health (physical, mental)', 'Здоровье (физическое, психическое)'),
          ),
          text(
            'ability',
            'circumstances.abilities',
            say('能力与特点', 'Abilities and characteristics', 'Способности и особенности'),
          ),
          text('legal', 'circumstances.legal', say('法律/司法情况', 'Legal situation', 'Правовая ситуация')),
        ),
        table('history', 'circumstances.lifeHistory', say('成长/生活经历', 'Life history', 'История жизни'), [
          column('date', 18, say('时间', 'When', 'Когда'), 'date'),
          column('event', 41, say('事件', 'Event', 'Событие')),
          column('impact', 41, say('影响', 'What it meant', 'Влияние')),
        ]),
      ],
    },
    {
      key: 'support',
      title: say('三、支持系统与资源', '3. Support and resources', '3. Поддержка и ресурсы'),
      rows: [
        table(
          'support_formal',
          'circumstances.formalSupport',
          say('正式支持系统', 'Formal support', 'Формальная поддержка'),
          supportColumns,
        ),
        table(
          'support_informal',
          'circumstances.informalSupport',
          say('非正式支持系统', 'Informal support', 'Неформальная поддержка'),
          supportColumns,
        ),
        table(
          'resources',
          'circumstances.resources',
          say('已有资源', 'Resources in use', 'Имеющиеся ресурсы'),
          [
            column('resource', 40, say('资源', 'Resource', 'Ресурс')),
            column('use', 60, say('用途', 'What for', 'Для чего используется')),
          ],
        ),
        table(
          'workers',
          'caseFile.professionals',
          say(
            '参与的机构与专业人员',
            'Agencies and professionals involved',
            'Участвующие организации и специалисты',
          ),
          [
            column('agency', 24, say('机构', 'Agency', 'Организация')),
            column('name', 16, say('姓名', 'Name', 'ФИО')),
            column('role', 20, say('职责', 'Role', 'Роль')),
            column('contact', 18, say('联系方式', 'Contact', 'Контакт')),
            column('period', 22, say('参与时间', 'Period', 'Период'), 'date'),
          ],
        ),
      ],
    },
    {
      key: 'archive',
      title: say('四、卷内目录与保管', '4. Contents and keeping', '4. Опись и хранение'),
      rows: [
        table('contents', 'caseFile.contents', say('卷内目录', 'List of contents', 'Опись документов'), [
          column('document', 60, say('材料名称', 'Document', 'Документ')),
          column('date', 25, say('日期', 'Date', 'Дата'), 'date'),
          column('pages', 15, say('页数', 'Pages', 'Страниц')),
        ]),
        facts(
          fact('close_info', 'caseFile.closedOn', say('结案日期', 'Closed on', 'Дата закрытия'), 'date'),
          fact('keep_until', 'caseFile.keepUntil', say('保管至', 'Keep until', 'Хранить до'), 'date'),
          wideFact('location', 'caseFile.location', say('存放位置', 'Kept at', 'Место хранения')),
        ),
      ],
    },
    signatureSection('signatures.file', [signers.worker, signers.supervisor]),
  ],
}
