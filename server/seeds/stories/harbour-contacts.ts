import type { Story } from '../story.ts'

/** First contacts of the last weeks at Harbour. */
export const harbourContacts: readonly Story[] = [
  {
    key: 'adeyemi',
    by: 'okafor',
    client: { name: 'Folake Adeyemi', sex: '2', birthDate: '1991-07-04', phone: '139 0005 1187' },
    contact: {
      day: 0,
      draft: true,
      situation: 'Came in without an appointment; will be back after work.',
      trouble: '',
      sheet: { channel: 'on-site', source: null, helpType: null },
    },
  },
  {
    key: 'bennett',
    by: 'okafor',
    client: { name: 'Oliver Bennett', sex: '1', birthDate: '1969-09-12', phone: '139 0005 4410' },
    contact: {
      day: -6,
      situation: 'Lives alone since the divorce, drives a delivery van.',
      trouble: 'Rent has gone up; he may have to leave the flat in spring.',
    },
  },
  {
    key: 'castillo',
    by: 'okafor',
    client: { name: 'María José Castillo', sex: '2', birthDate: '1986-12-19', phone: '139 0005 3926' },
    contact: {
      day: -4,
      situation: 'Two children at school, husband on night shifts.',
      trouble: 'The younger one has stopped sleeping through the night since the move.',
      assessed: {
        day: -2,
        problems: 'A child unsettled by the move; parents who hardly meet.',
        expectation: 'Quiet nights, and some time as a family.',
      },
    },
  },
  {
    key: 'doyle',
    by: 'okafor',
    client: { name: 'Patrick Doyle', sex: '1', birthDate: '1954-03-17', phone: '139 0005 7702' },
    contact: {
      day: -9,
      situation: 'Retired teacher, lives with his sister.',
      trouble: 'Asks where one can volunteer to read with children.',
      sheet: { helpType: 'consultation', willingness: 3 },
      decision: {
        decision: 'information-only',
        reason: 'He wanted information and got it on the spot.',
        informationGiven:
          'Contacts of the library’s reading hour and of two schools; when the next introduction is held.',
      },
    },
  },
  {
    key: 'eriksson',
    by: 'okafor',
    client: {
      name: 'Ingrid Eriksson',
      sex: '2',
      birthDate: '1943-05-28',
      phone: '139 0005 0834',
      address: 'Chengguan district',
    },
    contact: {
      day: -13,
      situation: 'Lives on her own in Chengguan district; her hip troubles her.',
      trouble: 'Needs help with shopping and bathing.',
      assessed: {
        day: -12,
        inArea: false,
        fitNote: 'Chengguan is outside our area.',
        problems: 'Help at home.',
      },
      decision: {
        day: -12,
        decision: 'refer',
        reason: 'Out of our area; she agreed that we pass on her name and number.',
        referredTo: 'Центр социальной помощи «Рядом», Chengguan district',
        referralReason: 'out-of-area',
      },
    },
  },
  {
    key: 'haddad',
    by: 'okafor',
    client: { name: 'Samir Haddad', sex: '1', birthDate: '1993-02-08', phone: '139 0005 6619' },
    contact: {
      day: -15,
      situation: 'Works in a kitchen, shares a room with three others.',
      trouble: 'Looking for a place of his own before his wife arrives.',
      assessed: { day: -14, hasCapacity: false, problems: 'Housing for a couple on one income.' },
      decision: {
        day: -14,
        decision: 'wait',
        reason:
          'Our housing places are taken until next month; he is second on the list and knows whom to call meanwhile.',
      },
    },
  },
  {
    key: 'jensen',
    by: 'okafor',
    client: { name: 'Mette Jensen', sex: '2', birthDate: '1977-10-23', phone: '139 0005 2298' },
    contact: {
      day: -18,
      situation: 'Asks for a bed in residential care for her father.',
      trouble: 'He can no longer be alone at night.',
      assessed: {
        day: -17,
        inScope: false,
        problems: 'Residential care.',
        fitNote: 'We offer no residential care.',
      },
      decision: {
        day: -17,
        decision: 'not-accepted',
        reason:
          'We offer no residential care; we gave her the list of homes in the district and called the first one with her.',
      },
    },
  },
  {
    key: 'kowalski',
    by: 'okafor',
    client: { name: 'Jan Kowalski', sex: '1', birthDate: '1982-06-11', phone: '139 0005 9951' },
    contact: {
      day: -10,
      situation: 'A colleague worried about him after his operation.',
      trouble: 'He says he is well looked after by his brother.',
      sheet: { source: 'public-report', willingness: 2 },
      decision: {
        decision: 'not-now',
        notNowReason: 'not-needed',
        reason: 'Looked after and content; he has our number and may call any time.',
      },
    },
  },
  {
    key: 'marsh',
    by: 'okafor',
    client: { name: 'Helen Marsh', sex: '2', birthDate: '1989-02-02', phone: '139 0006 8860' },
    contact: {
      day: -20,
      situation: 'Her partner had moved out and the rent was more than she earned.',
      trouble: 'Wanted to know whether she could keep the flat.',
      assessed: { day: -19 },
      decision: { day: -19, reason: 'Within our scope and area; she wished it.' },
    },
    interview: { day: -15, sheet: {} },
    closing: {
      day: -2,
      sheet: {
        reason: 'client-ends',
        mainProblem: 'Rent above her income after a separation.',
        outcome: 'She found a flatmate and a room to let; the rent is paid.',
        clientView: '“You asked the right questions. The rest I could do.”',
        reactions: ['positive'],
        review: 'We looked at the list from the first day; every line has an answer.',
        lessons: 'An hour of sorting may be all that is needed.',
        referred: false,
        noFollowUpReason: 'She prefers to call us if she needs to.',
      },
    },
  },
]
