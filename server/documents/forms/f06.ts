import { column, fact, facts, type FormDefinition, say, table, text, wideFact } from '../form.ts'
import { signers } from './signatures.ts'

const dateLabel = say('日期', 'Date', 'Дата')

/** The referral form with its reply slip (F06; ): a letter for whoever has neither an account nor a link. */
export const referralLetter: FormDefinition = {
  id: 'F06',
  title: say(
    '转介表（含回执）',
    'Referral form with reply slip',
    'Направление в другую организацию (с отрывным ответом)',
  ),
  standard: say(
    '内容以服务对象的同意为限',
    'It holds what the client agreed to share',
    'Содержит только то, на что согласился клиент',
  ),
  header: [
    fact('agency', 'header.agency', say('转出机构', 'From', 'От кого')),
    fact('worker', 'worker', say('社工', 'Worker', 'Специалист')),
    fact('to_org', 'to', say('接收机构', 'To', 'Кому')),
    fact('to_person', 'contact', say('联系人/电话', 'Contact person', 'Контактное лицо')),
    fact('sent_at', 'sentOn', say('发出日期', 'Sent on', 'Отправлено'), 'date'),
    fact('due', 'replyBy', say('请于此日前答复', 'Please answer by', 'Ответьте до'), 'date'),
  ],
  sections: [
    {
      key: 'referral',
      title: say('一、转介', '1. The referral', '1. Направление'),
      rows: [
        facts(
          fact('type', 'kind', say('转介类型', 'Type', 'Вид')),
          fact('reason', 'reason', say('转介原因', 'Reason', 'Причина')),
          fact('urgency', 'urgency', say('紧急程度', 'Urgency', 'Срочность')),
          fact('accompany', 'accompaniment', say('陪同方式', 'Accompanied?', 'Сопровождение')),
          text('to_service', 'serviceNeeded', say('所需服务', 'Service needed', 'Нужная услуга')),
          text('summary', 'summary', say('个案摘要', 'Case summary', 'Краткое описание случая')),
          text('done', 'done', say('已提供服务', 'Services already given', 'Уже оказано')),
          text('expect', 'expectation', say('期望结果', 'Expected result', 'Ожидаемый результат')),
        ),
      ],
    },
    {
      key: 'shared',
      title: say('二、提供的资料', '2. What is shared', '2. Передаваемые сведения'),
      rows: [
        table('shared', 'shared', say('资料', 'Information', 'Сведения'), [
          column('section', 24, say('部分', 'Section', 'Раздел')),
          column('line', 24, say('项目', 'Item', 'Пункт')),
          column('values', 52, say('内容', 'Content', 'Содержание')),
        ]),
      ],
    },
    {
      key: 'reply',
      title: say(
        '回执（请填写后寄回）',
        'Reply slip (please fill in and return)',
        'Ответ (заполните и верните)',
      ),
      rows: [
        facts(
          wideFact('reply_to', 'header.agency', say('寄回', 'Return to', 'Вернуть в')),
          wideFact(
            'reply_result',
            'nothing',
            say(
              '接收意见（接收 / 不接收 / 部分接收）',
              'Decision (accepted / declined / in part)',
              'Решение (принято / отказ / частично)',
            ),
          ),
          text('reply_reason', 'nothing', say('不接收原因', 'Reason if declined', 'Причина отказа')),
          fact('reply_worker', 'nothing', say('承办人', 'Receiving worker', 'Ответственный')),
          fact('first_service', 'nothing', say('首次服务日期', 'First service date', 'Дата первой услуги')),
          text('result', 'nothing', say('服务结果反馈', 'Result', 'Результат')),
          wideFact(
            'confirmed',
            'nothing',
            say('服务对象确认已获服务', 'The client confirms the service', 'Клиент подтверждает получение'),
          ),
        ),
        {
          kind: 'signatures',
          from: 'signatures',
          dateLabel,
          signers: [
            {
              ...signers.worker,
              label: say(
                '接收机构签章',
                'Signature and stamp of the receiver',
                'Подпись и печать получателя',
              ),
            },
            signers.client,
          ],
        },
      ],
    },
  ],
}

/** The same letter where something in it is shared without consent: it says so on top, and on what ground. */
export const letterWithoutConsent: FormDefinition = {
  ...referralLetter,
  standard: say(
    '其中有未经同意提供的内容，理由见下',
    'Part of it is shared without consent, for the reason below',
    'Часть сведений передана без согласия, основание ниже',
  ),
  header: [
    ...referralLetter.header,
    fact(
      'without_consent',
      'withoutConsent',
      say('未经同意提供的理由', 'Without consent, because', 'Без согласия, основание'),
    ),
  ],
}
