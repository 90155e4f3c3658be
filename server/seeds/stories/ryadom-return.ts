import type { Story } from '../story.ts'

/** Человек пропал, случай закрыли; он вернулся, и случай открыт снова. */
export const comeBack: Story = {
  key: 'sorokin',
  by: 'orlova',
  client: { name: 'Сорокин Павел Леонидович', sex: '1', birthDate: '1976-10-09', phone: '137 0003 0671' },
  contact: {
    day: -70,
    situation: 'Жил в рабочем общежитии, сезонная работа.',
    trouble: 'Хотел найти постоянную работу и снять комнату.',
    assessed: { day: -69 },
    decision: { day: -69, reason: 'Наш профиль и район, человек согласен.' },
  },
  interview: { day: -66, sheet: {} },
  closing: {
    day: -40,
    approved: { by: 'sokolova', day: -38, note: 'Пять звонков и визит в общежитие — сделано всё возможное.' },
    sheet: {
      reason: 'lost-contact',
      mainProblem: 'Нет постоянной работы и жилья.',
      outcome: 'До оценки дойти не успели.',
      lessons: 'В первый день спрашивать второй телефон — друга или родственника.',
      referred: false,
      noFollowUpReason: 'Связи нет; дверь остаётся открытой.',
    },
  },
  reopened: { day: -5, reason: 'Вернулся сам: уезжал к больному брату, телефон потерял. Хочет продолжить.' },
}
