import type { Story } from '../story.ts'

/** Мать двоих детей: оценка подписана и ждёт, что скажет она сама; два источника расходятся. */
export const mother: Story = {
  key: 'pavlova',
  by: 'orlova',
  fields: ['welfare-services'],
  client: {
    name: 'Павлова Ирина Олеговна',
    sex: '2',
    birthDate: '1990-06-14',
    phone: '137 0003 4418',
    schoolOrWork: 'Пекарня, сменная работа',
  },
  contact: {
    day: -20,
    situation: 'Одна растит двоих детей, работает по сменам.',
    trouble: 'Младшего не с кем оставить в ночную смену.',
    assessed: { day: -19 },
    decision: { day: -19, reason: 'Наш профиль и район, мать согласна, силы есть.' },
  },
  interview: { day: -16, sheet: {} },
  collected: {
    day: -15,
    notice: { way: 'read', language: 'русский' },
    visits: [
      {
        kind: 'home-visit',
        met: 'Мать и дети',
        findings: 'В квартире тепло и чисто, у детей есть место для уроков.',
      },
    ],
    findings: [
      {
        field: 'present',
        matter: 'С кем дети ночью',
        side: 'weakness',
        level: 'family',
        said: {
          says: '«Ночью они никогда не бывают одни».',
          saidBy: 'client',
          saidByName: '',
          method: 'interview',
        },
        otherwise: {
          says: 'Дважды слышала, как мальчики ночью были одни.',
          saidBy: 'people-around',
          saidByName: 'соседка снизу',
          method: 'community-visit',
        },
      },
      {
        field: 'support',
        matter: 'На кого можно положиться',
        side: 'strength',
        level: 'social',
        said: {
          says: 'Коллега готова меняться сменами.',
          saidBy: 'school-or-work',
          saidByName: 'коллега по пекарне',
          method: 'asking',
        },
      },
    ],
  },
  assessment: {
    day: -6,
    presenting: '«Я справляюсь, только ночи меня добивают».',
    summary: 'Заботливая мать с постоянной работой; не хватает присмотра за детьми в ночные смены.',
    social: 'Коллега готова помогать; с соседкой отношения натянуты.',
    analysis: {
      behaviour: 'Спокойна с детьми, о себе говорит в последнюю очередь.',
      behaviourAgreed: 'Просить о помощи до смены, а не после.',
      microSystem: 'Двое сыновей, коллега.',
      mezzoSystem: 'Пекарня, школа, соседи по дому.',
      macroSystem: 'Ночных групп в районе нет.',
      theoryNote: 'Нагрузка больше, чем опора вокруг; опору можно расширить.',
      helpNeeded: ['school', 'livelihood'],
      plainWords: 'Вы хорошо заботитесь о детях. Мы вместе найдём, кто побудет с ними ночью.',
    },
    problems: [
      {
        domain: 'parenting',
        description: 'Нет присмотра за детьми в ночные смены',
        cause: 'Сменный график, родных рядом нет',
      },
      {
        domain: 'income',
        description: 'Без ночных смен не хватает на жильё',
        cause: 'Одна зарплата на троих',
      },
    ],
    needs: [
      {
        description: 'Взрослый рядом с детьми ночью',
        clientWords: '«Чтобы они не просыпались одни».',
        of: [0, 1],
      },
    ],
    strengths: [
      ['individual', 'Держит слово и планирует неделю заранее.'],
      ['social', 'Коллега готова меняться сменами.'],
    ],
  },
}
