import {
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
import { signatureRows, signers } from './signatures.ts'

// Each section is printed once for each interview, so all that belongs to one of them stands in one section.
const record: Section = {
  key: 'interview',
  title: say('面谈 {n}', 'Interview {n}', 'Беседа {n}'),
  each: 'interviews',
  newPage: true,
  rows: [
    facts(
      fact('time', 'time', say('面谈时间（起止）', 'Time from–to', 'Время'), 'moment'),
      fact('mode', 'mode', say('方式', 'Mode', 'Форма')),
      wideFact('place', 'place', say('面谈地点', 'Place', 'Место')),
      fact('place_private', 'placeIsPrivate', say('别人听不到', 'Not overheard', 'Никто не слышал')),
      fact('place_comfortable', 'placeIsComfortable', say('舒适自在', 'Comfortable', 'Удобно')),
    ),
    table('attendees', 'attendees', say('参加人', 'Participants', 'Участники'), [
      column('part', 30, say('身份', 'Part', 'Роль')),
      column('name', 40, say('姓名', 'Name', 'ФИО')),
      column('relation', 30, say('与服务对象关系', 'Relation to the client', 'Кем приходится клиенту')),
    ]),
    facts(
      wideFact('participants', 'participants', say('参加情况', 'On who took part', 'Об участниках')),
      text('reasons', 'reasonsForHelp', say('求助原因', 'Reasons for seeking help', 'Причины обращения')),
      text('seeking', 'helpSeekingProcess', say('求助过程', 'How help was sought', 'Как искали помощь')),
      text('purpose', 'purpose', say('面谈目的', 'Purpose of the interview', 'Цель беседы')),
      text('process', 'process', say('面谈过程', 'Interview process', 'Ход беседы')),
      text('evaluation', 'overallEvaluation', say('总体评价', 'Overall evaluation', 'Общая оценка')),
      text(
        'suggestions',
        'suggestions',
        say('对今后面谈的建议', 'Suggestions for later interviews', 'Рекомендации на следующие беседы'),
      ),
      text('reactions', 'reactions', say('服务对象反应', 'Client’s reactions', 'Реакции клиента')),
      text('silence', 'silence', say('沉默与停顿', 'Silences', 'Молчание и паузы')),
      wideFact('skills', 'skillsUsed', say('运用的技巧', 'Skills used', 'Использованные навыки')),
    ),
    table('tasks', 'tasks', say('六项任务完成情况', 'The six tasks', 'Шесть задач'), [
      column('task', 38, say('任务', 'Task', 'Задача')),
      column('done', 14, say('做到', 'Done', 'Сделано')),
      column('note', 48, say('做了什么', 'What was done', 'Что сделано')),
    ]),
    facts(
      text(
        'expectations',
        'expectations',
        say('服务对象的期望', 'Client’s expectations', 'Ожидания клиента'),
      ),
      text(
        'clarified',
        'unrealisticClarified',
        say('期望澄清', 'Expectations clarified', 'Уточнение ожиданий'),
      ),
      text(
        'requirements',
        'agencyRequirements',
        say('机构要求', 'Agency requirements', 'Требования организации'),
      ),
      fact(
        'joint_effort',
        'jointEffortTold',
        say('已说明共同努力', 'Joint effort told', 'О совместных усилиях сказано'),
      ),
      fact(
        'wishes',
        'clientWishes',
        say('愿意建立专业关系', 'Wishes the relationship', 'Согласие на отношения'),
      ),
    ),
    table(
      'emotion',
      'emotions',
      say('情绪（1–5，5 为平静）', 'Emotion (1–5, 5 is calm)', 'Эмоции (1–5, 5 – спокойствие)'),
      [
        column('when', 20, say('时间', 'When', 'Когда')),
        column('said', 16, say('自评', 'Own rating', 'Самооценка')),
        column('words', 48, say('服务对象原话', 'In their own words', 'Своими словами')),
        column('seen', 16, say('社工观察', 'As observed', 'Наблюдение')),
      ],
    ),
    facts(
      wideFact('observed', 'observedWords', say('观察到的表现', 'What was observed', 'Что наблюдалось')),
      wideFact('handled', 'emotionHandled', say('如何回应', 'How it was met', 'Как на это откликнулись')),
      wideFact('outline', 'outlineTitle', say('面谈提纲', 'Outline used', 'План беседы')),
    ),
    table('outline_answers', 'outlineAnswers', say('提纲问题', 'Questions of the outline', 'Вопросы плана'), [
      column('question', 42, say('问题', 'Question', 'Вопрос')),
      column('asked', 12, say('已问', 'Asked', 'Задан')),
      column('answer', 46, say('回答', 'Answer', 'Ответ')),
    ]),
    facts(
      text(
        'prelim_agreement',
        'preliminaryAgreement',
        say('初步协议', 'Preliminary agreement', 'Предварительная договорённость'),
      ),
      fact('next_step', 'nextStep', say('下一步', 'Next step', 'Следующий шаг')),
      fact('next_date', 'nextAt', say('下次面谈时间', 'Next appointment', 'Следующая встреча'), 'moment'),
      fact(
        'recorded_at',
        'recordedAt',
        say('记录签名时间', 'Record signed at', 'Запись подписана'),
        'moment',
      ),
      fact('late', 'late', say('是否补记（迟写）', 'Written late', 'Записано с опозданием')),
    ),
    ...signatureRows('signatures', [signers.worker, signers.supervisor]),
  ],
}

/** The intake interview record, one for each interview that was signed (R-044–R-061; narrative record). */
export const f03: FormDefinition = {
  id: 'F03',
  title: say('接案面谈记录', 'Intake interview record', 'Протокол первичной беседы'),
  standard: say('叙述式记录', 'Narrative record', 'Повествовательная запись'),
  header: commonHeader,
  sections: [record],
}
