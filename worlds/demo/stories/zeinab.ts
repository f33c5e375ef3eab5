import type { Story } from '../story.ts';
import { SHELTER } from './shelter.ts';
import { ZEINAB_BESIDE } from './zeinab-beside.ts';

/**
 * Zeinab and her child. Married at seventeen; the husband went to Russia and left them without means; the parents did
 * not help; sex work; the landlord learned of it and told her to leave. A shelter with a partner, a lawyer, training.
 * There was no lease, so nothing could be done against the landlord: resolved in part.
 */
export const ZEINAB: Story = {
  key: 'zeinab',
  language: 'az',
  steps: [
    {
      by: 'rena',
      at: '2024-02-12 16:20',
      records: [
        {
          name: 'case',
          kind: 'case',
          fields: {
            reference: 'H4T-9QX',
            alias: { en: 'Zeinab', az: 'Zeynəb', ru: 'Зейнаб' },
            opened: { day: '2024-02-12' },
            channel: 'third-party',
            summary: {
              en: 'Her landlord found out that she does sex work and told her to move out. She is alone with her child, and they have nowhere to go.',
              az: 'Ev sahibi onun seks işi ilə məşğul olduğunu bilib və evi boşaltmağı tələb edib. Uşağı ilə təkdir, getməyə yerləri yoxdur.',
              ru: 'Хозяин квартиры узнал, что она занимается секс-работой, и потребовал съехать. Она одна с ребёнком, идти им некуда.',
            },
            area: { area: 'az-baku' },
            danger: 'high',
            wants: ['safe-place', 'food-money', 'legal-advice', 'work-study'],
            wantsWords: {
              en: '"First a roof for the child. Then I want to learn a trade and manage on my own."',
              az: '«Əvvəlcə uşağın başının üstündə dam olsun. Sonra bir sənət öyrənib özümü dolandırmaq istəyirəm.»',
            },
            status: 'new',
            owner: { member: 'rena' },
            confidentiality: 'careful',
          },
        },
        {
          name: 'zeinab',
          kind: 'person',
          fields: {
            role: 'client',
            alias: { en: 'Zeinab', az: 'Zeynəb', ru: 'Зейнаб' },
            populations: ['sex-work'],
            countedAs: 'sex-work',
            ageBand: 'unknown',
            minor: 'no',
            genderIdentity: 'woman',
            safeChannel: ['call'],
            safeHours: { en: 'after 12:00', az: 'saat 12-dən sonra' },
            neverContact: ['at-home', 'through-family'],
            mayLeaveMessage: 'no',
            note: {
              en: 'Married at seventeen. Her husband left for Russia; since then she has brought up the child without any income.',
              az: 'On yeddi yaşında ərə verilib. Əri Rusiyaya gedəndən sonra uşağı heç bir gəliri olmadan böyüdür.',
            },
          },
        },
        {
          name: 'child',
          kind: 'person',
          fields: {
            role: 'dependant',
            relation: 'child',
            alias: { en: 'her child', az: 'uşağı' },
            ageBand: 'unknown',
            minor: 'yes',
            note: {
              en: 'Lives with Zeinab and has to stay with her.',
              az: 'Zeynəblə yaşayır, ondan ayrılmamalıdır.',
            },
          },
        },
        {
          name: 'peer',
          kind: 'person',
          fields: {
            role: 'source',
            relation: 'peer',
            alias: { en: 'a woman who works on the same street', az: 'eyni küçədə işləyən qadın' },
            ageBand: 'unknown',
          },
        },
        {
          name: 'word of mouth',
          kind: 'source',
          fields: {
            connection: 'peer',
            reliability: 'usually-reliable',
            date: { day: '2024-02-11' },
            words: {
              en: 'Other sex workers told us during the evening round: the owner is putting a woman and her child out, and she has nobody.',
              az: 'Axşam növbəsində başqa seks işçiləri dedilər: ev sahibi bir qadını uşağı ilə çıxarır, heç kəsi yoxdur.',
            },
            person: { record: 'peer' },
          },
        },
        {
          name: 'landlord',
          kind: 'perpetrator',
          fields: {
            type: 'landlord',
            involvement: 'did',
            unit: { en: 'owner of the flat that she rents', az: 'kirayələdiyi mənzilin sahibi' },
            knownBefore: 'yes',
          },
        },
        {
          name: 'eviction',
          kind: 'violation',
          fields: {
            type: 'evicted',
            date: { day: '2024-02', about: true },
            placeType: 'own-home',
            area: { area: 'az-baku' },
            account: {
              en: 'When he heard how she earns her living, the landlord told her to leave the flat with her child. There was never a written lease.',
              az: 'Nə ilə dolandığını eşidəndə ev sahibi uşağı ilə birlikdə mənzildən çıxmağı tələb edib. Yazılı kirayə müqaviləsi heç vaxt olmayıb.',
              ru: 'Узнав, чем она зарабатывает, хозяин велел ей с ребёнком освободить квартиру. Письменного договора аренды не было никогда.',
            },
            statedReason: { en: 'Her work.', az: 'Onun işi.', ru: 'Её работа.' },
            victims: [{ record: 'zeinab' }, { record: 'child' }],
            perpetrators: [{ record: 'landlord' }],
            stateOfPerson: ['distressed', 'without-home', 'without-income'],
            continuing: 'yes',
            reportedElsewhere: 'no',
          },
        },
        {
          name: 'consent to help',
          kind: 'consent',
          fields: {
            of: { record: 'zeinab' },
            to: 'service',
            decision: 'yes',
            date: { day: '2024-02-12' },
            how: 'spoken',
            givenBy: 'self',
            takenBy: { member: 'rena' },
          },
        },
        {
          name: 'consent to statistics',
          kind: 'consent',
          fields: {
            of: { record: 'zeinab' },
            to: 'statistics',
            decision: 'yes',
            date: { day: '2024-02-12' },
            how: 'spoken',
            givenBy: 'self',
            takenBy: { member: 'rena' },
          },
        },
        {
          name: 'find a bed',
          kind: 'task',
          fields: {
            what: {
              en: 'Find a bed for both of them before night',
              az: 'Axşama qədər ikisinə də yer tapmaq',
            },
            due: { day: '2024-02-13' },
            owner: { member: 'rena' },
            rule: 're-contact-urgent',
          },
        },
      ],
    },
    {
      by: 'rena',
      at: '2024-02-13 18:05',
      records: [
        {
          name: 'husband',
          kind: 'person',
          fields: {
            role: 'other',
            relation: 'partner',
            alias: { en: 'her husband', az: 'əri' },
            ageBand: 'unknown',
            displacement: 'migrant-worker',
            note: { en: 'In Russia. Sends nothing.', az: 'Rusiyadadır. Heç nə göndərmir.' },
          },
        },
        {
          name: 'parents',
          kind: 'person',
          fields: {
            role: 'other',
            relation: 'parent',
            alias: { en: 'her parents', az: 'valideynləri' },
            ageBand: 'unknown',
            note: {
              en: 'She asked them for help several times and got none.',
              az: 'Onlardan bir neçə dəfə kömək istəyib, ala bilməyib.',
            },
          },
        },
        {
          name: 'husband who left',
          kind: 'perpetrator',
          fields: {
            type: 'partner',
            involvement: 'did',
            unit: { en: 'her husband', az: 'əri' },
            knownBefore: 'yes',
          },
        },
        {
          name: 'those who married her',
          kind: 'perpetrator',
          fields: {
            type: 'unknown',
            involvement: 'unknown',
            description: {
              en: 'She did not say who decided on the marriage. Not asked further.',
              az: 'Nikaha kimin qərar verdiyini demədi. Daha soruşmadıq.',
            },
          },
        },
        {
          name: 'early marriage',
          kind: 'violation',
          fields: {
            type: 'early-marriage',
            account: {
              en: 'Married at the age of seventeen.',
              az: 'On yeddi yaşında ərə verilib.',
              ru: 'Вышла замуж в семнадцать лет.',
            },
            placeType: 'family-home',
            victims: [{ record: 'zeinab' }],
            perpetrators: [{ record: 'those who married her' }],
            continuing: 'no',
            reportedElsewhere: 'no',
            ledTo: [{ record: 'left without means' }],
          },
        },
        {
          name: 'left without means',
          kind: 'violation',
          fields: {
            type: 'resources-denied',
            account: {
              en: 'Her husband went to Russia and left her with the child and no money to live on. Her parents did not help. Sex work was the only income she found.',
              az: 'Əri Rusiyaya gedib, onu uşaqla və pulsuz qoyub. Valideynləri kömək etməyiblər. Seks işindən başqa qazanc yolu tapmayıb.',
              ru: 'Муж уехал в Россию и оставил её с ребёнком без средств. Родители не помогли. Другого заработка, кроме секс-работы, она не нашла.',
            },
            placeType: 'own-home',
            victims: [{ record: 'zeinab' }, { record: 'child' }],
            perpetrators: [{ record: 'husband who left' }],
            stateOfPerson: ['without-income'],
            continuing: 'yes',
            reportedElsewhere: 'no',
            ledTo: [{ record: 'eviction' }],
          },
        },
        {
          name: 'consent to share',
          kind: 'consent',
          fields: {
            of: { record: 'zeinab' },
            to: 'sharing',
            decision: 'yes',
            recipient: SHELTER,
            parts: ['alias-age', 'contact', 'what-happened', 'needs'],
            date: { day: '2024-02-13' },
            how: 'spoken',
            givenBy: 'self',
            takenBy: { member: 'rena' },
          },
        },
        {
          name: 'shelter',
          kind: 'response',
          fields: {
            type: 'shelter',
            forWhom: [{ record: 'zeinab' }, { record: 'child' }],
            owner: { member: 'rena' },
            planned: { day: '2024-02-12' },
            done: { day: '2024-02-13' },
            byWhom: 'partner-organisation',
            with: SHELTER,
            result: 'worked',
            minutes: 150,
            note: {
              en: 'Taken in together with the child. The house also has free services for survivors of domestic and sexual violence.',
              az: 'Uşağı ilə birlikdə qəbul olundu. Orada məişət və cinsi zorakılığa məruz qalanlar üçün pulsuz xidmətlər də var.',
            },
          },
        },
        {
          name: 'food',
          kind: 'response',
          fields: {
            type: 'food-goods',
            forWhom: [{ record: 'zeinab' }, { record: 'child' }],
            owner: { member: 'rena' },
            done: { day: '2024-02-13' },
            byWhom: 'partner-organisation',
            with: SHELTER,
            result: 'worked',
            note: { en: 'Meals at the shelter for both.', az: 'Sığınacaqda hər ikisinə yemək verilir.' },
          },
        },
        {
          name: 'find a bed',
          kind: 'task',
          fields: { done: { moment: '2024-02-13 18:00' }, doneBy: { member: 'rena' } },
        },
        {
          name: 'lawyer about the flat',
          kind: 'task',
          fields: {
            what: {
              en: 'Ask the lawyer what can be done about the flat',
              az: 'Mənzil barədə nə etmək olar, hüquqşünasdan soruşmaq',
            },
            due: { day: '2024-02-20' },
            owner: { member: 'nigar' },
            rule: 'by-hand',
          },
        },
      ],
    },
    {
      by: 'leyla',
      at: '2024-02-15 11:10',
      records: [
        {
          name: 'case',
          kind: 'case',
          fields: {
            status: 'in-progress',
            causes: ['early-marriage', 'no-schooling', 'no-work'],
          },
        },
        {
          name: 'eviction',
          kind: 'violation',
          fields: {
            qualified: 'yes',
            rightsConcerned: ['housing', 'equality', 'private-life', 'child'],
            responsible: ['landlord', 'state-service'],
            qualificationReason: {
              en: 'She lost her home because of what she does, without notice and with a child. The missing lease makes a claim difficult; it does not make the act right.',
              az: 'Məşğuliyyətinə görə, xəbərdarlıq edilmədən, uşağı ilə birlikdə evsiz qalıb. Müqavilənin olmaması iddianı çətinləşdirir, amma əməli haqlı etmir.',
            },
          },
        },
        {
          name: 'early marriage',
          kind: 'violation',
          fields: {
            qualified: 'yes',
            rightsConcerned: ['child', 'education'],
            responsible: ['family', 'state-service'],
          },
        },
      ],
    },
    {
      by: 'nigar',
      at: '2024-02-22 10:40',
      records: [
        {
          name: 'lawyer',
          kind: 'response',
          fields: {
            type: 'secondary-legal',
            forWhom: [{ record: 'zeinab' }],
            owner: { member: 'nigar' },
            done: { day: '2024-02-22' },
            byWhom: 'us',
            result: 'not-possible',
            minutes: 120,
            note: {
              en: 'Looked into the eviction. Without a lease there is nothing to hold against the landlord; sanctions are not possible. Explained this to her openly.',
              az: 'Evdən çıxarılma məsələsinə baxdıq. Kirayə müqaviləsi olmadığı üçün ev sahibinə qarşı heç nə irəli sürmək olmur, sanksiya mümkün deyil. Bunu ona açıq dedik.',
            },
          },
        },
        {
          name: 'lawyer about the flat',
          kind: 'task',
          fields: { done: { moment: '2024-02-22 10:30' }, doneBy: { member: 'nigar' } },
        },
      ],
    },
    {
      by: 'rena',
      at: '2024-04-09 15:30',
      records: [
        {
          name: 'training',
          kind: 'response',
          fields: {
            type: 'training',
            forWhom: [{ record: 'zeinab' }],
            owner: { member: 'rena' },
            done: { day: '2024-04-08' },
            byWhom: 'partner-organisation',
            with: SHELTER,
            result: 'worked',
            note: {
              en: 'Has begun vocational training at the shelter, so that later she can live on her own work.',
              az: 'Sığınacaqda peşə kursuna başladı ki, sonra öz əməyi ilə dolana bilsin.',
            },
          },
        },
        {
          name: 'consent to the story',
          kind: 'consent',
          fields: {
            of: { record: 'zeinab' },
            to: 'story',
            decision: 'yes',
            date: { day: '2024-04-09' },
            how: 'spoken',
            givenBy: 'self',
            takenBy: { member: 'rena' },
          },
        },
        {
          name: 'how she is',
          kind: 'note',
          fields: {
            text: {
              en: 'It is not easy for her, but she looks ahead with hope. Agreed to her story being told under another name.',
              az: 'Asan deyil, amma gələcəyə ümidlə baxır. Hekayəsinin başqa adla danışılmasına razıdır.',
            },
            date: { day: '2024-04-09' },
          },
        },
      ],
    },
    {
      by: 'rena',
      at: '2024-05-20 17:00',
      records: [
        {
          name: 'eviction',
          kind: 'violation',
          fields: { continuing: 'no' },
        },
        {
          name: 'case',
          kind: 'case',
          fields: {
            status: 'closed',
            outcome: 'partly-resolved',
            remedy: ['safe-place-found'],
            remedyNote: {
              en: 'She and the child are safe and she is learning a trade. The flat is lost, and the landlord bore no consequences: there was no lease.',
              az: 'O və uşağı təhlükəsizdir, sənət öyrənir. Mənzil itirildi, ev sahibi heç bir məsuliyyət daşımadı: müqavilə yox idi.',
              ru: 'Она и ребёнок в безопасности, она учится ремеслу. Жильё потеряно, хозяин ни за что не ответил: договора не было.',
            },
            closed: { day: '2024-05-20' },
          },
        },
      ],
    },
  ],
  beside: ZEINAB_BESIDE,
};
