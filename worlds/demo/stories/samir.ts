import type { Story } from '../story.ts';
import { SAMIR_BESIDE } from './samir-beside.ts';

/**
 * Samir lives with HIV, injected drugs before and after prison and already takes his HIV medicine. The narcology centre
 * would admit him to substitution therapy only after compulsory treatment. Our coordinator spoke with its head (both sit
 * on the Country Coordinating Mechanism), and he was admitted without it, at a point inside the AIDS centre.
 */
export const SAMIR: Story = {
  key: 'samir',
  language: 'en',
  steps: [
    {
      by: 'nigar',
      at: '2023-06-08 11:40',
      records: [
        {
          name: 'case',
          kind: 'case',
          fields: {
            reference: 'P2C-8RD',
            alias: { en: 'Samir', az: 'Samir', ru: 'Самир' },
            opened: { day: '2023-06-08' },
            channel: 'walk-in',
            summary: {
              en: 'The narcology centre refuses to admit him to substitution therapy until he has gone through its compulsory treatment. He asks us to help him get onto the programme.',
              az: 'Narkologiya mərkəzi məcburi müalicə keçmədən onu əvəzedici terapiya proqramına götürmür. Proqrama qoşulmaq üçün bizdən kömək istəyir.',
              ru: 'Наркологический центр не берёт его в программу заместительной терапии, пока он не пройдёт у них обязательное лечение. Просит помочь попасть в программу.',
            },
            area: { area: 'az-baku' },
            danger: 'some',
            wants: ['treatment'],
            wantsWords: {
              en: '"I take my HIV pills every day. If I get onto the programme, I can step out of this circle."',
              az: '«İİV dərmanlarımı hər gün içirəm. Proqrama düşsəm, bu dairədən çıxa bilərəm.»',
              ru: '«Таблетки от ВИЧ пью каждый день. Попаду в программу — вырвусь из этого круга».',
            },
            status: 'new',
            owner: { member: 'leyla' },
            confidentiality: 'careful',
          },
        },
        {
          name: 'samir',
          kind: 'person',
          fields: {
            role: 'client',
            alias: { en: 'Samir', az: 'Samir', ru: 'Самир' },
            populations: ['living-with-hiv', 'uses-drugs', 'ex-prisoner'],
            countedAs: 'uses-drugs',
            ageBand: 'unknown',
            minor: 'no',
            genderIdentity: 'man',
            hivStatus: 'positive',
            artStatus: 'takes',
            ostStatus: 'refused',
            safeChannel: ['call'],
            safeHours: { en: 'mornings', az: 'səhərlər' },
            note: {
              en: 'Injected before prison and acquired HIV because a syringe was not used safely. Went on injecting after his release.',
              az: 'Həbsdən əvvəl narkotik vurub, şprisdən təhlükəsiz istifadə etmədiyi üçün İİV-ə yoluxub. Azadlığa çıxandan sonra da davam edib.',
            },
          },
        },
        {
          name: 'centre',
          kind: 'perpetrator',
          fields: {
            type: 'health-worker',
            involvement: 'did',
            unit: {
              en: 'admission of a state narcology centre',
              az: 'dövlət narkologiya mərkəzinin qəbul şöbəsi',
            },
            knownBefore: 'yes',
          },
        },
        {
          name: 'condition',
          kind: 'violation',
          fields: {
            type: 'care-conditional',
            date: { day: '2023-06', about: true },
            placeType: 'narcology-centre',
            area: { area: 'az-baku' },
            barrierTo: 'ost',
            account: {
              en: 'He applied at the centre for substitution therapy. They said that he must first undergo compulsory treatment with them.',
              az: 'Əvəzedici terapiya üçün mərkəzə müraciət edib. Deyiblər ki, əvvəlcə onlarda məcburi müalicə keçməlidir.',
              ru: 'Обратился в центр за заместительной терапией. Сказали, что сначала он должен пройти у них обязательное лечение.',
            },
            statedReason: {
              en: 'Compulsory treatment comes before the programme.',
              az: 'Proqramdan əvvəl məcburi müalicə lazımdır.',
              ru: 'До программы положено обязательное лечение.',
            },
            victims: [{ record: 'samir' }],
            perpetrators: [{ record: 'centre' }],
            continuing: 'yes',
            reportedElsewhere: 'no',
            ledTo: [{ record: 'refusal' }],
          },
        },
        {
          name: 'refusal',
          kind: 'violation',
          fields: {
            type: 'care-denied',
            date: { day: '2023-06', about: true },
            placeType: 'narcology-centre',
            area: { area: 'az-baku' },
            barrierTo: 'ost',
            account: {
              en: 'As he did not agree to the condition, he left without any treatment.',
              az: 'Şərtə razı olmadığı üçün oradan müalicəsiz qayıdıb.',
              ru: 'На это условие не согласился и ушёл без лечения.',
            },
            victims: [{ record: 'samir' }],
            perpetrators: [{ record: 'centre' }],
            stateOfPerson: ['without-treatment'],
            continuing: 'yes',
            reportedElsewhere: 'no',
          },
        },
        {
          name: 'himself',
          kind: 'source',
          fields: {
            connection: 'the-person',
            reliability: 'reliable',
            date: { day: '2023-06-08' },
            person: { record: 'samir' },
          },
        },
        {
          name: 'consent to help',
          kind: 'consent',
          fields: {
            of: { record: 'samir' },
            to: 'service',
            decision: 'yes',
            date: { day: '2023-06-08' },
            how: 'spoken',
            givenBy: 'self',
            takenBy: { member: 'nigar' },
          },
        },
        {
          name: 'consent to share',
          kind: 'consent',
          fields: {
            of: { record: 'samir' },
            to: 'sharing',
            decision: 'yes',
            recipient: { en: 'the head of the narcology centre', az: 'narkologiya mərkəzinin rəhbəri' },
            parts: ['alias-age', 'health', 'what-happened', 'needs'],
            date: { day: '2023-06-08' },
            how: 'spoken',
            givenBy: 'self',
            takenBy: { member: 'nigar' },
          },
        },
        {
          name: 'consent to statistics',
          kind: 'consent',
          fields: {
            of: { record: 'samir' },
            to: 'statistics',
            decision: 'yes',
            date: { day: '2023-06-08' },
            how: 'spoken',
            givenBy: 'self',
            takenBy: { member: 'nigar' },
          },
        },
        {
          name: 'call the head',
          kind: 'task',
          fields: {
            what: { en: 'Speak with the head of the centre', az: 'Mərkəzin rəhbəri ilə danışmaq' },
            due: { day: '2023-06-09' },
            owner: { member: 'leyla' },
            rule: 're-contact-urgent',
          },
        },
      ],
    },
    {
      by: 'leyla',
      at: '2023-06-14 12:00',
      records: [
        {
          name: 'head of the centre',
          kind: 'person',
          fields: {
            role: 'other',
            relation: 'other',
            relationOther: { en: 'head of the narcology centre', az: 'narkologiya mərkəzinin rəhbəri' },
            ageBand: 'unknown',
            note: {
              en: 'Sits on the Country Coordinating Mechanism, as we do.',
              az: 'Bizim kimi Ölkə Əlaqələndirmə Mexanizminin üzvüdür.',
            },
          },
        },
        {
          name: 'case',
          kind: 'case',
          fields: {
            status: 'in-progress',
            causes: ['law-or-rule', 'stigma'],
          },
        },
        {
          name: 'condition',
          kind: 'violation',
          fields: {
            qualified: 'yes',
            rightsConcerned: ['health', 'equality'],
            responsible: ['health-worker', 'state-service'],
            qualificationReason: {
              en: 'Treatment that he did not choose is made the price of the care that he needs, although he keeps to his HIV treatment.',
              az: 'İİV müalicəsinə əməl etdiyi halda, ona lazım olan yardım özünün seçmədiyi müalicə ilə şərtləndirilir.',
            },
          },
        },
        {
          name: 'talk with the head',
          kind: 'response',
          fields: {
            type: 'mediation',
            forWhom: [{ record: 'samir' }],
            owner: { member: 'leyla' },
            done: { day: '2023-06-14' },
            byWhom: 'us',
            with: { en: 'head of the narcology centre', az: 'narkologiya mərkəzinin rəhbəri' },
            result: 'worked',
            minutes: 45,
            note: {
              en: 'The centre and we both belong to the Country Coordinating Mechanism, so the coordinator called its head directly. Agreed: he is admitted without treatment beforehand.',
              az: 'Mərkəz də, biz də Ölkə Əlaqələndirmə Mexanizminin üzvüyük, ona görə koordinator birbaşa rəhbərə zəng etdi. Razılaşdıq: əvvəlcədən müalicə keçmədən qəbul olunur.',
              ru: 'И центр, и мы входим в Страновой координационный механизм, поэтому координатор напрямую связался с руководителем. Договорились: его примут без предварительного лечения.',
            },
          },
        },
        {
          name: 'call the head',
          kind: 'task',
          fields: { done: { moment: '2023-06-14 11:55' }, doneBy: { member: 'leyla' } },
        },
        {
          name: 'first dose',
          kind: 'task',
          fields: {
            what: { en: 'Ask whether he has had the first dose', az: 'İlk dozanı alıb-almadığını soruşmaq' },
            due: { day: '2023-06-21' },
            owner: { member: 'nigar' },
            rule: 'by-hand',
          },
        },
      ],
    },
    {
      by: 'nigar',
      at: '2023-06-21 16:30',
      records: [
        {
          name: 'on the programme',
          kind: 'response',
          fields: {
            type: 'ost',
            forWhom: [{ record: 'samir' }],
            owner: { member: 'nigar' },
            done: { day: '2023-06-20' },
            byWhom: 'state-service',
            with: {
              en: 'the point at the Republican AIDS Centre',
              az: 'Respublika AİDS Mərkəzindəki məntəqə',
            },
            result: 'worked',
            note: {
              en: 'Admitted to the programme. He gets it at the point inside the Republican AIDS Centre, which is more convenient for him.',
              az: 'Proqrama qəbul olundu. Dərmanı ona daha rahat olan yerdə, Respublika AİDS Mərkəzindəki məntəqədə alır.',
              ru: 'Принят в программу. Получает терапию в пункте при Республиканском центре СПИД: так ему удобнее.',
            },
          },
        },
        { name: 'samir', kind: 'person', fields: { ostStatus: 'takes' } },
        { name: 'condition', kind: 'violation', fields: { continuing: 'no' } },
        { name: 'refusal', kind: 'violation', fields: { continuing: 'no' } },
        {
          name: 'first dose',
          kind: 'task',
          fields: { done: { moment: '2023-06-21 16:25' }, doneBy: { member: 'nigar' } },
        },
        {
          name: 'case',
          kind: 'case',
          fields: {
            status: 'closed',
            outcome: 'resolved',
            remedy: ['care-given'],
            remedyNote: {
              en: 'On substitution therapy, without compulsory treatment first. The agreement is about him; whether others are spared the condition, we do not know.',
              az: 'Məcburi müalicə olmadan əvəzedici terapiya alır. Razılaşma ona aiddir; başqalarından bu şərtin tələb olunub-olunmayacağını bilmirik.',
              ru: 'Получает заместительную терапию, обязательного лечения не потребовали. Договорённость касается его; потребуют ли это от других, мы не знаем.',
            },
            closed: { day: '2023-06-21' },
          },
        },
      ],
    },
  ],
  beside: SAMIR_BESIDE,
};
