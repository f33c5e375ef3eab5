import type { StoryStep } from '../story.ts';

/** Whom we spoke with and what was promised, his papers, the way onto the programme, and the condition that others meet. */
export const SAMIR_BESIDE: readonly StoryStep[] = [
  {
    by: 'nigar',
    at: '2023-06-08 12:10',
    records: [
      {
        name: 'talk at admission',
        kind: 'contact',
        fields: {
          institution: {
            en: 'Admission of the narcology centre',
            az: 'Narkologiya mərkəzinin qəbul şöbəsi',
          },
          institutionType: 'narcology-centre',
          ours: { member: 'nigar' },
          date: { day: '2023-06-08' },
          how: 'call',
          about: {
            en: 'Asked why he was sent away: compulsory treatment first, they say.',
            az: 'Niyə geri qaytarıldığını soruşduq: əvvəlcə məcburi müalicə, dedilər.',
          },
          kept: 'none',
        },
      },
      {
        name: 'identity card',
        kind: 'document-need',
        fields: { of: { record: 'samir' }, document: 'identity-card', goal: 'ost-entry', state: 'has' },
      },
      {
        name: 'medical paper',
        kind: 'document-need',
        fields: {
          of: { record: 'samir' },
          document: 'medical-certificate',
          goal: 'ost-entry',
          state: 'in-progress',
          steps: ['asked'],
        },
      },
    ],
  },
  {
    by: 'leyla',
    at: '2023-06-14 12:05',
    records: [
      {
        name: 'treatment first',
        kind: 'matter',
        fields: {
          type: 'advocacy',
          forWhom: [{ record: 'samir' }],
          forum: 'narcology-centre',
          barrier: 'treatment-demanded-first',
          about: {
            en: 'Nobody should have to pass compulsory treatment before the programme.',
            az: 'Heç kim proqramdan əvvəl məcburi müalicə keçməyə məcbur edilməməlidir.',
          },
          owner: { member: 'leyla' },
          filed: { day: '2023-06-14' },
          cases: [{ record: 'case' }],
        },
      },
      {
        name: 'call to the head',
        kind: 'contact',
        fields: {
          institution: { en: 'Head of the narcology centre', az: 'Narkologiya mərkəzinin rəhbəri' },
          institutionType: 'narcology-centre',
          ours: { member: 'leyla' },
          date: { day: '2023-06-14' },
          how: 'call',
          matter: { record: 'treatment first' },
          about: {
            en: 'We both sit on the Country Coordinating Mechanism.',
            az: 'İkimiz də Ölkə Əlaqələndirmə Mexanizminin üzvüyük.',
          },
          promised: {
            en: 'Admission without treatment beforehand',
            az: 'Əvvəlcədən müalicə keçmədən qəbul',
          },
          promisedBy: { day: '2023-06-21' },
        },
      },
      {
        name: 'onto the programme',
        kind: 'referral',
        fields: {
          of: { record: 'samir' },
          target: 'service',
          to: { en: 'the head of the narcology centre', az: 'narkologiya mərkəzinin rəhbəri' },
          reference: 'T5W-2HN',
          need: 'ost',
          consent: { record: 'consent to share' },
          parts: ['alias-age', 'health', 'what-happened', 'needs'],
          handover: 'phone',
          owner: { member: 'leyla' },
          proposed: { moment: '2023-06-14 11:20' },
          sent: { moment: '2023-06-14 11:20' },
          accepted: { moment: '2023-06-14 11:50' },
        },
      },
    ],
  },
  {
    by: 'nigar',
    at: '2023-06-21 16:20',
    records: [
      { name: 'call to the head', kind: 'contact', fields: { kept: 'kept' } },
      {
        name: 'onto the programme',
        kind: 'referral',
        fields: {
          inService: { moment: '2023-06-20 10:00' },
          done: { moment: '2023-06-20 11:00' },
          result: 'worked',
        },
      },
      { name: 'medical paper', kind: 'document-need', fields: { state: 'has', steps: ['asked', 'ready'] } },
    ],
  },
];
