import type { Story } from '../story.ts'

/** Первые обращения последних недель в центр «Рядом». */
export const ryadomContacts: readonly Story[] = [
  {
    key: 'nikitina',
    by: 'orlova',
    client: { name: 'Никитина Ольга Викторовна', sex: '2', birthDate: '1984-10-21', phone: '137 0002 1180' },
    contact: {
      day: 0,
      draft: true,
      situation: 'Звонок прервался, обещала перезвонить до вечера.',
      trouble: '',
      sheet: { source: null, helpType: null },
    },
  },
  {
    key: 'fedotov',
    by: 'orlova',
    client: { name: 'Федотов Игорь Алексеевич', sex: '1', birthDate: '1972-06-03', phone: '137 0002 7741' },
    contact: {
      day: -7,
      situation: 'Живёт один после развода, работает сторожем.',
      trouble: 'Хочет восстановить общение с взрослым сыном.',
    },
  },
  {
    key: 'abdullina',
    by: 'orlova',
    client: { name: 'Абдуллина Гузель Ринатовна', sex: '2', birthDate: '1995-02-17', phone: '137 0002 3309' },
    contact: {
      day: -3,
      situation: 'Мама двухлетнего мальчика, муж на вахте.',
      trouble: 'Устала, некому оставить ребёнка даже на час.',
      assessed: {
        day: -1,
        problems: 'Нет передышки в уходе за ребёнком.',
        expectation: 'Два часа в неделю для себя.',
      },
    },
  },
  {
    key: 'gromov',
    by: 'orlova',
    client: { name: 'Громов Пётр Ильич', sex: '1', birthDate: '1949-01-08', phone: '137 0002 9954' },
    contact: {
      day: -8,
      situation: 'Пенсионер, живёт с женой.',
      trouble: 'Спрашивает, как оформить скидку на проезд.',
      sheet: { helpType: 'consultation', willingness: 3 },
      decision: {
        decision: 'information-only',
        reason: 'Нужны были только сведения, всё объяснили на месте.',
        informationGiven: 'Список документов для льготы, адрес и часы приёма отдела.',
      },
    },
  },
  {
    key: 'vorontsova',
    by: 'orlova',
    client: {
      name: 'Воронцова Нина Степановна',
      sex: '2',
      birthDate: '1941-12-30',
      phone: '137 0002 0416',
      address: 'Район Аньнин',
    },
    contact: {
      day: -12,
      situation: 'Живёт одна в районе Аньнин, ходит с палочкой.',
      trouble: 'Нужна помощь по дому несколько раз в неделю.',
      assessed: {
        day: -11,
        inArea: false,
        fitNote: 'Адрес в районе Аньнин, вне нашей территории.',
        problems: 'Помощь по дому.',
      },
      decision: {
        day: -11,
        decision: 'refer',
        reason: 'Вне нашего района; Нина Степановна согласна, что мы передаём её телефон.',
        referredTo: 'Станция социальной работы «Аньнин» (安宁社会工作服务站)',
        referralReason: 'out-of-area',
      },
    },
  },
  {
    key: 'safin',
    by: 'orlova',
    client: { name: 'Сафин Данияр Ильдарович', sex: '1', birthDate: '1990-07-12', phone: '137 0002 6628' },
    contact: {
      day: -15,
      situation: 'После травмы ищет работу, которую можно делать сидя.',
      trouble: 'Хочет на курсы, мест сейчас нет.',
      assessed: { day: -14, hasCapacity: false, problems: 'Нужна переквалификация.' },
      decision: {
        day: -14,
        decision: 'wait',
        reason: 'Группа набрана, следующая через шесть недель; позвоним за неделю.',
      },
    },
  },
  {
    key: 'lebedeva',
    by: 'orlova',
    client: { name: 'Лебедева Светлана Юрьевна', sex: '2', birthDate: '1967-03-25', phone: '137 0002 5087' },
    contact: {
      day: -17,
      situation: 'Просит оплатить лечение зубов.',
      trouble: 'Лечение дорогое, накоплений нет.',
      assessed: {
        day: -16,
        inScope: false,
        problems: 'Оплата стоматологии.',
        fitNote: 'Медицинскую помощь центр не оказывает.',
      },
      decision: {
        day: -16,
        decision: 'not-accepted',
        reason:
          'Медицинскую помощь центр не оказывает; объяснили, где принимают по полису, записали на приём вместе.',
      },
    },
  },
  {
    key: 'chernov',
    by: 'orlova',
    client: { name: 'Чернов Вадим Олегович', sex: '1', birthDate: '1958-11-02', phone: '137 0002 8173' },
    contact: {
      day: -10,
      situation: 'Соседи беспокоились, что он редко выходит.',
      trouble: 'Сам говорит, что у него всё в порядке: пишет книгу.',
      sheet: { source: 'public-report', willingness: 2 },
      decision: {
        decision: 'not-now',
        notNowReason: 'not-needed',
        reason: 'Здоров, доволен, помощь не нужна; телефон центра оставлен на холодильнике.',
      },
    },
  },
]
