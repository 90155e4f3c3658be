import {
  choosing,
  column,
  fact,
  facts,
  type FormDefinition,
  say,
  type Section,
  table,
  text,
  wideFact,
} from '../form.ts'
import { commonHeader } from './header.ts'
import { signers } from './signatures.ts'

// Each section is printed once for each consent: one purpose, one giver, one sheet to sign. Without any it prints blank, to
// be filled by hand. The consent to the service itself is the plan’s, and stands on form C.
const consent: Section = {
  key: 'consent',
  title: say('知情同意 {n}', 'Consent {n}', 'Согласие {n}'),
  each: 'consents',
  newPage: true,
  rows: [
    facts(
      text(
        'confidentiality',
        'notice',
        say('告知内容（保密原则及例外）', 'What was told', 'О чём было рассказано'),
      ),
      fact('explained_in', 'explainedIn', say('告知语言', 'Explained in', 'Язык разъяснения')),
      fact('notice_version', 'noticeVersion', say('告知书版本', 'Version of the notice', 'Редакция памятки')),
      choosing(
        'consentPurpose',
        wideFact('purpose', 'purpose', say('信息用途', 'Purpose of use', 'Цель использования')),
      ),
      choosing(
        'fileSection',
        wideFact('kinds', 'sections', say('信息种类', 'Kinds of information', 'Виды сведений')),
      ),
      choosing(
        'sensitiveKind',
        wideFact(
          'sensitive',
          'sensitiveKind',
          say(
            '敏感信息（单独同意）',
            'Sensitive kind (separate consent)',
            'Особые сведения (отдельное согласие)',
          ),
        ),
      ),
    ),
    table('share_with', 'receivers', say('同意分享对象', 'May be shared with', 'Кому можно передавать'), [
      column('kind', 40, say('类别', 'Kind', 'Вид')),
      column('name', 60, say('名称', 'Name', 'Название')),
    ]),
    facts(
      text('withhold', 'details', say('具体内容与限制', 'Details and limits', 'Подробности и ограничения')),
      choosing(
        'yes-no',
        fact('family_eval', 'familyTakesPart', say('家人可参与', 'Family may take part', 'Участие семьи')),
      ),
      choosing(
        'yes-no',
        fact(
          'stat_use',
          'research',
          say('匿名统计/研究', 'Statistics or research', 'Статистика, исследования'),
        ),
      ),
      choosing(
        'yes-no',
        fact('recording', 'pictures', say('录音录像拍照', 'Pictures and recordings', 'Фото и запись')),
      ),
      fact('validity', 'period', say('有效期', 'Valid from–to', 'Срок действия'), 'date'),
      choosing('confirmer', fact('giver', 'giver', say('同意人', 'Consent given by', 'Кто даёт согласие'))),
      fact('giver_name', 'giverName', say('同意人姓名', 'Name', 'ФИО')),
      choosing(
        'consentCapacity',
        fact('age_rule', 'capacity', say('年龄/能力情形', 'Age or capacity', 'Возраст, дееспособность')),
      ),
      choosing('consentWay', fact('way', 'way', say('同意方式', 'Way', 'Способ'))),
      wideFact('heard', 'heard', say('服务对象本人的意见', 'What the client said', 'Что сказал сам клиент')),
      wideFact('witness', 'witness', say('见证人', 'Witness', 'Свидетель')),
      fact('withdraw', 'withdrawnAt', say('撤回时间', 'Withdrawn at', 'Отозвано'), 'moment'),
      fact('withdraw_note', 'withdrawnReason', say('撤回说明', 'Reason', 'Причина')),
    ),
    {
      kind: 'signatures',
      from: 'signatures',
      dateLabel: say('签署日期', 'Date signed', 'Дата подписи'),
      signers: [signers.client, signers.guardian, signers.worker],
    },
  ],
}

/** Consent and privacy notice, one sheet for each consent of the case. */
export const f04: FormDefinition = {
  id: 'F04',
  title: say('知情同意书', 'Informed consent', 'Информированное согласие'),
  standard: say(
    '含个人信息处理告知（《个人信息保护法》第17条）',
    'With the notice on personal information (Personal Information Protection Law, art. 17)',
    'С уведомлением об обработке сведений (Закон КНР о защите персональной информации, ст. 17)',
  ),
  header: commonHeader,
  sections: [consent],
}
