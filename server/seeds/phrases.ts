import type { Language } from '#contract/language.ts'
import type { HelpAttempt } from '#contract/case/intake.ts'

/** What a worker writes in much the same words for many clients. A story that has its own words uses those. */
export type Phrases = Readonly<{
  listened: string
  calm: string
  howItArose: string
  expectation: string
  /** How help was sought before, told in the interview. */
  helpSeeking: string
  earlierHelp: Omit<HelpAttempt, 'id'>
  ownEfforts: string
  withinScope: string
  place: string
  and: string
  purpose: string
  process: string
  impression: string
  reactions: string
  relieved: string
  observed: string
  handled: string
  suggestion: string
  realistic: string
  duties: string
  agreement: string
  factors: string
  noSign: string
  severalNeeded: string
  oneIsEnough: string
  planDuties: string
  evaluationWay: string
  office: string
  hour: string
  meeting: Readonly<{
    purpose: string
    interaction: string
    progress: string
    difficulty: string
    solution: string
    next: string
  }>
}>

const zh: Phrases = {
  listened: '先听对方把话说完，肯定主动求助的勇气。',
  calm: '目前人身安全，有人陪伴，没有迫在眉睫的危险。',
  howItArose: '近半年逐渐出现，家里商量过，没有找到办法。',
  expectation: '希望有人一起想办法，把生活理顺。',
  helpSeeking: '找过社区居委会，得到过一次性的帮助。',
  earlierHelp: { askedWhom: '社区居委会', askedWhen: '去年', help: '一次性补助', result: 'partly' },
  ownEfforts: '自己打听过政策，也试着和家人商量。',
  withinScope: '在服务范围和服务区域之内，本人愿意，机构有能力承担。',
  place: '机构一号面谈室',
  and: '、',
  purpose: '了解情况，说明服务内容和保密原则，商定下一步。',
  process: '先请来访者讲最近的生活，再一起把困难按轻重排了顺序。',
  reactions: '听到可以一步一步来，放松了一些；说到钱的事时不太愿意多谈。',
  relieved: '“说出来，心里轻一点。”',
  observed: '起初坐得很直，手握得紧；后来能看着人说话。',
  handled: '放慢速度，先肯定来这一趟不容易，再谈难处。',
  impression: '表达清楚，愿意配合；说到家里的事时有些难过，但能平静下来。',
  suggestion: '下次继续从本人最在意的一件事谈起。',
  realistic: '说明哪些事情由相关部门决定，我们可以陪同申请和沟通。',
  duties: '按约定见面，需要改期提前一天说明。',
  agreement: '先见三到四次面，完成评估后一起定计划。',
  factors: '家人支持有限；对可用的资源了解不多。',
  noSign: '目前没有自伤或伤人的迹象。',
  severalNeeded: '需要家庭、社区和有关部门一起配合。',
  oneIsEnough: '困难集中在一件事上，由一名社工陪伴即可。',
  planDuties: '守时、保密，每次见面后一天内写好记录。',
  evaluationWay: '每月对照指标看一次进展；结案前用目标达成量表共同评分。',
  office: '机构面谈室',
  hour: '每次约一小时',
  meeting: {
    purpose: '了解近况，检查上次约定的事。',
    interaction: '谈话自然，主动说起这段时间的变化。',
    progress: '约定的事大部分做到了。',
    difficulty: '没有新的困难。',
    solution: '按计划继续。',
    next: '按计划进行下一步，下次见面时一起回顾。',
  },
}

const ru: Phrases = {
  listened: 'Выслушали, не перебивая; поблагодарили за то, что человек обратился сам.',
  calm: 'Непосредственной опасности нет: есть где ночевать, рядом есть близкие.',
  howItArose: 'Трудности нарастали последние полгода; пробовали справиться своими силами.',
  expectation: 'Хочет, чтобы кто-то помог разобраться и был рядом на первых порах.',
  helpSeeking: 'Обращались в комитет жителей, получили разовую помощь.',
  earlierHelp: {
    askedWhom: 'Комитет жителей',
    askedWhen: 'в прошлом году',
    help: 'разовая выплата',
    result: 'partly',
  },
  ownEfforts: 'Сами узнавали о пособиях, советовались с родными.',
  withinScope: 'В пределах нашего профиля и района, человек согласен, силы у центра есть.',
  place: 'Комната для бесед № 1',
  and: ', ',
  purpose:
    'Понять положение, рассказать о работе центра и о конфиденциальности, договориться о следующем шаге.',
  process:
    'Сначала говорили о том, как проходит обычный день, затем вместе расставили трудности по важности.',
  reactions: 'Стало легче, когда узнали, что можно идти шаг за шагом; о деньгах говорили неохотно.',
  relieved: '«Выговорились, и легче.»',
  observed: 'Сначала сидели напряжённо, сжав руки; потом смотрели в глаза.',
  handled: 'Не спешили; сначала сказали, что прийти было непросто, потом о трудном.',
  impression:
    'Говорит открыто, готов(а) действовать; о семье рассказывает с волнением, но спокойно завершает разговор.',
  suggestion: 'В следующий раз начать с того, что самого человека беспокоит больше всего.',
  realistic: 'Объяснили, что решение принимает ведомство; мы можем помочь с заявлением и пойти вместе.',
  duties: 'Приходить в назначенное время, о переносе предупреждать за день.',
  agreement: 'Три-четыре встречи для оценки, затем вместе составляем план.',
  factors: 'Поддержки близких мало; о доступной помощи известно немного.',
  noSign: 'Признаков риска для себя и других сейчас нет.',
  severalNeeded: 'Нужны согласованные действия семьи, района и нескольких служб.',
  oneIsEnough: 'Трудность одна, достаточно сопровождения одного специалиста.',
  planDuties: 'Быть пунктуальными, хранить тайну, записывать каждую встречу в течение суток.',
  evaluationWay:
    'Раз в месяц сверяем показатели; перед закрытием вместе оцениваем достижение целей по шкале.',
  office: 'Комната для бесед',
  hour: 'около часа',
  meeting: {
    purpose: 'Узнать, как дела, и проверить, что удалось из намеченного.',
    interaction: 'Разговор спокойный, о переменах рассказывает по своей инициативе.',
    progress: 'Большая часть намеченного сделана.',
    difficulty: 'Новых трудностей нет.',
    solution: 'Продолжаем по плану.',
    next: 'Следующий шаг по плану, итоги обсудим при встрече.',
  },
}

const en: Phrases = {
  listened: 'We let the caller finish and said how much courage it takes to ask.',
  calm: 'Nobody is in danger now; there is a safe place to stay and someone near.',
  howItArose: 'It grew over the last six months; the family tried to manage on its own.',
  expectation: 'Hopes for somebody to think it through with, and company for the first steps.',
  helpSeeking: 'Asked the residents’ committee once and received a one-off payment.',
  earlierHelp: {
    askedWhom: 'The residents’ committee',
    askedWhen: 'last year',
    help: 'a one-off payment',
    result: 'partly',
  },
  ownEfforts: 'Looked up what help exists and talked it over at home.',
  withinScope: 'Within our scope and area, the client wishes it, and we have the capacity.',
  place: 'Interview room 1',
  and: ', ',
  purpose: 'To understand the situation, explain our service and confidentiality, and agree on a next step.',
  process: 'We began with an ordinary day, then put the difficulties in order of weight together.',
  reactions: 'Relieved to hear that it can go step by step; less willing to speak about money.',
  relieved: '“It helps to have said it.”',
  observed: 'Sat upright with clenched hands at first; later met the worker’s eyes.',
  handled: 'Went slowly; first said that coming here took courage, then spoke of what is hard.',
  impression: 'Speaks openly and is ready to act; moved when speaking of the family, calm at the end.',
  suggestion: 'Next time begin with what matters most to the client.',
  realistic: 'We explained which decisions are the authority’s; we can help to apply and go along.',
  duties: 'Keep appointments, or let us know the day before.',
  agreement: 'Three or four meetings for the assessment, then a plan made together.',
  factors: 'Little support from relatives; little knowledge of what help exists.',
  noSign: 'No sign of harm to self or others at present.',
  severalNeeded: 'Family, neighbourhood and several services have to act together.',
  oneIsEnough: 'One difficulty stands out; one worker is enough.',
  planDuties: 'To be on time, to keep confidences, to write up every meeting within a day.',
  evaluationWay:
    'Monthly look at the indicators; before closing we score the goals together on the attainment scale.',
  office: 'Interview room',
  hour: 'about an hour',
  meeting: {
    purpose: 'To hear how things are and to look at what was agreed last time.',
    interaction: 'An easy talk; told us about the changes unasked.',
    progress: 'Most of what was agreed has been done.',
    difficulty: 'No new difficulty.',
    solution: 'Carry on as planned.',
    next: 'The next step of the plan; we look back on it when we meet.',
  },
}

/** The usual words in the language of an agency. */
export const phrases: Readonly<Record<Language, Phrases>> = { 'zh-CN': zh, ru, en }
