import type { StoryStep } from '../story.ts';
import { SHELTER } from './shelter.ts';

/** The demand to leave as a threat, the way into the shelter as a referral, and what the lawyer could not do. */
export const ZEINAB_BESIDE: readonly StoryStep[] = [
  {
    by: 'rena',
    at: '2024-02-12 16:50',
    records: [
      {
        name: 'demand to leave',
        kind: 'threat',
        fields: {
          date: { day: '2024-02', about: true },
          type: ['evict'],
          byWhom: 'landlord',
          perpetrators: [{ record: 'landlord' }],
          channel: 'face-to-face',
          words: {
            en: 'Told her to be out of the flat with the child.',
            az: 'Uşaqla birlikdə mənzildən çıxmağı tələb edib.',
          },
          against: ['the-person', 'children', 'home-property'],
          people: [{ record: 'zeinab' }, { record: 'child' }],
          credible: 'likely',
          reported: 'no',
        },
      },
    ],
  },
  {
    by: 'rena',
    at: '2024-02-13 18:20',
    records: [
      {
        name: 'demand to leave',
        kind: 'threat',
        fields: {
          action: {
            en: 'Both are away from the flat: taken in at the shelter today.',
            az: 'Hər ikisi artıq mənzildə deyil: bu gün sığınacağa qəbul olundular.',
          },
          actionDate: { day: '2024-02-13' },
        },
      },
      {
        name: 'to the shelter',
        kind: 'referral',
        fields: {
          of: { record: 'zeinab' },
          target: 'service',
          to: SHELTER,
          reference: 'K3M-7TQ',
          need: 'shelter',
          needWords: {
            en: 'A woman with a child; they must stay together.',
            az: 'Qadın və uşağı; ayrılmamalıdırlar.',
          },
          consent: { record: 'consent to share' },
          parts: ['alias-age', 'contact', 'what-happened', 'needs'],
          handover: 'escorted',
          owner: { member: 'rena' },
          proposed: { moment: '2024-02-13 10:15' },
          sent: { moment: '2024-02-13 10:20' },
          accepted: { moment: '2024-02-13 14:00' },
          inService: { moment: '2024-02-13 17:40' },
        },
      },
    ],
  },
  {
    by: 'nigar',
    at: '2024-02-22 10:45',
    records: [
      {
        name: 'against the landlord',
        kind: 'matter',
        fields: {
          type: 'lawsuit',
          forWhom: [{ record: 'zeinab' }],
          forum: 'court',
          about: {
            en: 'Sanctions against the landlord, who put out a mother and child.',
            az: 'Ananı və uşağını evdən çıxaran ev sahibinə qarşı sanksiya.',
          },
          owner: { member: 'nigar' },
          closed: { day: '2024-02-22' },
          result: 'no-ground',
          noGround: ['no-lease'],
          note: {
            en: 'Not filed: there was never a lease.',
            az: 'Verilmədi: kirayə müqaviləsi heç vaxt olmayıb.',
          },
        },
      },
    ],
  },
  {
    by: 'rena',
    at: '2024-05-20 16:40',
    records: [
      {
        name: 'nights at the shelter',
        kind: 'stay',
        fields: {
          who: [{ record: 'zeinab' }, { record: 'child' }],
          place: { en: 'Clean World shelter', az: '“Clean World” sığınacağı' },
          in: { day: '2024-02-13' },
          out: { day: '2024-05-20' },
          ending: 'moved-on',
        },
      },
      {
        name: 'to live on her own work',
        kind: 'path',
        fields: {
          of: { record: 'zeinab' },
          type: 'training',
          what: { en: 'Vocational training', az: 'Peşə təlimi' },
          started: { day: '2024-03-04' },
        },
      },
      {
        name: 'to the shelter',
        kind: 'referral',
        fields: { done: { moment: '2024-05-20 16:30' }, result: 'worked' },
      },
    ],
  },
];
