import type { StoryStep } from '../story.ts';

/** His papers and their costs, what the services promised, and the barrier that many meet. */
export const ZAUR_BESIDE: readonly StoryStep[] = [
  {
    by: 'elchin',
    at: '2026-09-18 15:50',
    records: [
      {
        name: 'talk with the services',
        kind: 'contact',
        fields: {
          institution: { en: 'Social services', az: 'Sosial xidmətlər', ru: 'Социальные службы' },
          institutionType: 'social-service',
          ours: { member: 'elchin' },
          date: { day: '2026-09-18' },
          how: 'meeting',
          about: {
            en: 'What he can be given while he is registered nowhere.',
            az: 'Heç yerdə qeydiyyatda olmadığı müddətdə nə ala bilər.',
            ru: 'Что ему положено, пока он нигде не прописан.',
          },
          promised: {
            en: 'To look at the file as soon as the papers are complete',
            az: 'Sənədlər tam olan kimi işə baxmaq',
            ru: 'Рассмотреть, как только будут все документы',
          },
          kept: 'waiting',
        },
      },
    ],
  },
  {
    by: 'elchin',
    at: '2026-10-06 16:20',
    records: [
      {
        name: 'identity card',
        kind: 'document-need',
        fields: {
          of: { record: 'zaur' },
          document: 'identity-card',
          goal: 'residence-registration',
          state: 'has',
        },
      },
      {
        name: 'consent of an owner',
        kind: 'document-need',
        fields: {
          of: { record: 'zaur' },
          document: 'owner-consent',
          goal: 'residence-registration',
          state: 'in-progress',
          steps: ['asked'],
          expected: { day: '2026-11-24' },
          note: {
            en: 'One owner is thinking about it.',
            az: 'Bir ev sahibi düşünür.',
            ru: 'Одна хозяйка думает.',
          },
        },
      },
      {
        name: 'papers of a dwelling',
        kind: 'document-need',
        fields: {
          of: { record: 'zaur' },
          document: 'housing-papers',
          goal: 'residence-registration',
          state: 'missing',
        },
      },
      {
        name: 'medical papers',
        kind: 'document-need',
        fields: {
          of: { record: 'zaur' },
          document: 'medical-certificate',
          goal: 'residence-registration',
          state: 'has',
          steps: ['papers-gathered'],
        },
      },
    ],
  },
  {
    by: 'leyla',
    at: '2026-10-12 11:00',
    records: [
      {
        name: 'registration first',
        kind: 'matter',
        fields: {
          type: 'advocacy',
          forWhom: [{ record: 'zaur' }],
          forum: 'social-service',
          barrier: 'registration-demanded',
          about: {
            en: 'Offices ask for registration before anything else. In more than a hundred of our cases papers or registration were the obstacle.',
            az: 'Qurumlar hər şeydən əvvəl qeydiyyat istəyir. Yüzdən çox işimizdə maneə sənəd və ya qeydiyyat olub.',
            ru: 'Учреждения первым делом требуют прописку. Больше чем в ста наших делах помехой были документы или регистрация.',
          },
          owner: { member: 'leyla' },
          filed: { day: '2026-10-12' },
          cases: [{ record: 'case' }],
        },
      },
    ],
  },
  {
    by: 'elchin',
    at: '2026-11-09 12:10',
    records: [
      {
        name: 'cost of the registration',
        kind: 'cost',
        fields: {
          purpose: 'registration',
          words: {
            en: 'Fees of the registration and the other formalities',
            az: 'Qeydiyyat və digər rəsmiləşdirmə rüsumları',
            ru: 'Сборы за прописку и прочие процедуры',
          },
          forWhom: { record: 'zaur' },
          amount: { minor: 6_500, currency: 'AZN' },
          // Elchin paid it at the window before anybody was asked.
          spentFrom: 'own',
          spentOn: { day: '2026-11-09' },
          spentBy: { member: 'elchin' },
          ownMoney: 'reimburse',
          askedBy: { member: 'elchin' },
          askedAt: { moment: '2026-11-09 12:10' },
        },
      },
    ],
  },
  {
    by: 'leyla',
    at: '2026-11-10 10:05',
    records: [
      {
        name: 'cost of the registration',
        kind: 'cost',
        fields: {
          decision: 'approved',
          decidedBy: { member: 'leyla' },
          decidedAt: { moment: '2026-11-10 10:05' },
          approvedAmount: { minor: 6_500, currency: 'AZN' },
        },
      },
    ],
  },
  {
    by: 'leyla',
    at: '2026-11-12 12:30',
    records: [
      {
        name: 'cost of the registration',
        kind: 'cost',
        fields: {
          paidBy: { member: 'leyla' },
          paidAt: { moment: '2026-11-11 15:00' },
          noReceiptWhy: {
            en: 'Paid from our own pocket at the window; the receipt stayed in his file.',
            az: 'Öz vəsaitimizdən kassada ödənildi; qəbz onun işində qaldı.',
            ru: 'Заплатили из своих в окошке; квитанция осталась в его деле.',
          },
        },
      },
    ],
  },
];
