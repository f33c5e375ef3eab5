import type { Story } from '../story.ts';
import { ZAUR_BESIDE } from './zaur-beside.ts';

/**
 * Zaur lives with HIV. The police struck him off the register at his address without a new one; without registration
 * there is no passport, card, pension or allowance. We collected papers, spoke with the services, looked for an address
 * and paid the costs. His registration was still being settled when the story was told, and so it is here.
 */
export const ZAUR: Story = {
  key: 'zaur',
  language: 'ru',
  steps: [
    {
      by: 'elchin',
      at: '2026-09-14 13:15',
      records: [
        {
          name: 'case',
          kind: 'case',
          fields: {
            reference: 'B7M-3WK',
            alias: { en: 'Zaur', az: 'Zaur', ru: 'Заур' },
            opened: { day: '2026-09-14' },
            channel: 'walk-in',
            summary: {
              en: 'The police took him off the register at his address and registered him nowhere else. Without registration he gets neither social services nor benefits.',
              az: 'Polis onu ünvan qeydiyyatından çıxarıb, yeni ünvanda qeydiyyata almayıb. Qeydiyyat olmadığı üçün nə sosial xidmət, nə də müavinət ala bilir.',
              ru: 'Полиция сняла его с учёта по месту жительства и нигде больше не прописала. Без прописки ему не дают ни социальных услуг, ни выплат.',
            },
            area: { area: 'az-baku' },
            danger: 'some',
            wants: ['documents', 'food-money'],
            wantsWords: {
              en: '"Everywhere the first question is where I am registered. After that nobody listens."',
              az: '«Hər yerdə birinci harada qeydiyyatda olduğumu soruşurlar. Ondan sonra heç kim dinləmir.»',
              ru: '«Везде первым делом спрашивают, где прописан. Дальше уже не слушают».',
            },
            status: 'new',
            owner: { member: 'elchin' },
            confidentiality: 'careful',
          },
        },
        {
          name: 'zaur',
          kind: 'person',
          fields: {
            role: 'client',
            alias: { en: 'Zaur', az: 'Zaur', ru: 'Заур' },
            populations: ['living-with-hiv'],
            countedAs: 'living-with-hiv',
            ageBand: 'unknown',
            minor: 'no',
            genderIdentity: 'man',
            hivStatus: 'positive',
            artStatus: 'unknown',
            safeChannel: ['call', 'at-our-office'],
            safeHours: {
              en: 'weekdays until 17:00',
              az: 'iş günləri saat 17-yə qədər',
              ru: 'по будням до 17:00',
            },
            neverContact: ['post'],
            mayLeaveMessage: 'yes',
          },
        },
        {
          name: 'police desk',
          kind: 'perpetrator',
          fields: {
            type: 'police',
            involvement: 'did',
            unit: {
              en: 'registration desk of a district police office',
              az: 'rayon polis idarəsinin qeydiyyat masası',
              ru: 'стол регистрации районного отдела полиции',
            },
            knownBefore: 'no',
          },
        },
        {
          name: 'struck off',
          kind: 'violation',
          fields: {
            type: 'registration-denied',
            date: { day: '2026', about: true },
            placeType: 'police-station',
            area: { area: 'az-baku' },
            barrierTo: 'residence-registration',
            account: {
              en: 'The police removed his registration and gave him no new one. He cannot register elsewhere on his own: no address, no owner who would sign.',
              az: 'Polis qeydiyyatını ləğv edib, yenisini verməyib. Özü başqa yerdə qeydiyyata düşə bilmir: nə ünvan var, nə də imza atacaq ev sahibi.',
              ru: 'Полиция выписала его, а новую прописку не дала. Сам он прописаться в другом месте не может: нет ни адреса, ни собственника, который подписал бы согласие.',
            },
            victims: [{ record: 'zaur' }],
            perpetrators: [{ record: 'police desk' }],
            stateOfPerson: ['without-papers'],
            continuing: 'yes',
            reportedElsewhere: 'unknown',
            ledTo: [{ record: 'no services' }],
          },
        },
        {
          name: 'himself',
          kind: 'source',
          fields: {
            connection: 'the-person',
            reliability: 'reliable',
            date: { day: '2026-09-14' },
            words: {
              en: 'Told calmly and in order; showed the stamp.',
              az: 'Sakit və ardıcıl danışdı, möhürü göstərdi.',
              ru: 'Рассказал спокойно и по порядку, показал штамп.',
            },
            person: { record: 'zaur' },
          },
        },
        {
          name: 'consent to help',
          kind: 'consent',
          fields: {
            of: { record: 'zaur' },
            to: 'service',
            decision: 'yes',
            date: { day: '2026-09-14' },
            how: 'spoken',
            givenBy: 'self',
            takenBy: { member: 'elchin' },
          },
        },
        {
          name: 'consent to statistics',
          kind: 'consent',
          fields: {
            of: { record: 'zaur' },
            to: 'statistics',
            decision: 'yes',
            date: { day: '2026-09-14' },
            how: 'spoken',
            givenBy: 'self',
            takenBy: { member: 'elchin' },
          },
        },
        {
          name: 'which papers',
          kind: 'task',
          fields: {
            what: {
              en: 'Make a list of the papers that are missing',
              az: 'Çatışmayan sənədlərin siyahısını tutmaq',
              ru: 'Составить список недостающих документов',
            },
            due: { day: '2026-09-21' },
            owner: { member: 'elchin' },
            rule: 're-contact',
          },
        },
      ],
    },
    {
      by: 'elchin',
      at: '2026-09-18 15:45',
      records: [
        {
          name: 'social office',
          kind: 'perpetrator',
          fields: {
            type: 'state-service',
            involvement: 'took-part',
            unit: {
              en: 'social services that ask for registration first',
              az: 'əvvəlcə qeydiyyat tələb edən sosial xidmətlər',
              ru: 'социальные службы, которые сначала требуют прописку',
            },
            knownBefore: 'no',
          },
        },
        {
          name: 'no services',
          kind: 'violation',
          fields: {
            type: 'support-denied',
            date: { day: '2026-09', about: true },
            placeType: 'state-office',
            area: { area: 'az-baku' },
            barrierTo: 'social-support',
            account: {
              en: 'Most state offices ask for a registered address before they do anything. Without it he has no new passport, no bank card, no pension or other payments.',
              az: 'Dövlət qurumlarının çoxu hər şeydən əvvəl qeydiyyat ünvanı istəyir. Onsuz nə yeni pasport, nə bank kartı, nə pensiya, nə də başqa ödəniş var.',
              ru: 'Большинство госучреждений ничего не делают, пока нет прописки. Без неё нет ни нового паспорта, ни банковской карты, ни пенсии и других выплат.',
            },
            statedReason: {
              en: 'No registration at a place of residence.',
              az: 'Yaşayış yeri üzrə qeydiyyatı yoxdur.',
              ru: 'Нет регистрации по месту жительства.',
            },
            victims: [{ record: 'zaur' }],
            perpetrators: [{ record: 'social office' }],
            stateOfPerson: ['without-papers', 'without-income'],
            continuing: 'yes',
            reportedElsewhere: 'no',
          },
        },
        {
          name: 'consent to share',
          kind: 'consent',
          fields: {
            of: { record: 'zaur' },
            to: 'sharing',
            decision: 'yes',
            recipient: { en: 'the social services', az: 'sosial xidmətlər', ru: 'социальные службы' },
            parts: ['alias-age', 'needs', 'documents', 'health'],
            date: { day: '2026-09-18' },
            how: 'signed',
            givenBy: 'self',
            takenBy: { member: 'elchin' },
          },
        },
        {
          name: 'between him and the offices',
          kind: 'response',
          fields: {
            type: 'mediation',
            forWhom: [{ record: 'zaur' }],
            owner: { member: 'elchin' },
            done: { day: '2026-09-18' },
            byWhom: 'us',
            with: { en: 'social services', az: 'sosial xidmətlər', ru: 'социальные службы' },
            result: 'worked-partly',
            minutes: 90,
            note: {
              en: 'Spoke with the services on his behalf. They will look at the file as soon as the papers are complete.',
              az: 'Onun adından xidmətlərlə danışdıq. Sənədlər tam olan kimi işə baxacaqlar.',
              ru: 'Поговорили со службами от его имени. Обещали рассмотреть, как только будут все документы.',
            },
          },
        },
        {
          name: 'which papers',
          kind: 'task',
          fields: { done: { moment: '2026-09-18 15:40' }, doneBy: { member: 'elchin' } },
        },
      ],
    },
    {
      by: 'leyla',
      at: '2026-09-22 10:30',
      records: [
        {
          name: 'case',
          kind: 'case',
          fields: {
            status: 'in-progress',
            causes: ['no-papers', 'no-home'],
          },
        },
        {
          name: 'struck off',
          kind: 'violation',
          fields: {
            qualified: 'yes',
            rightsConcerned: ['legal-identity', 'social-security', 'movement', 'health'],
            responsible: ['police'],
            qualificationReason: {
              en: 'He was left without any registered address by an act of the police, and everything else depends on that address. Like many cases that we have seen.',
              az: 'Polisin əməli ilə tamamilə qeydiyyatsız qalıb, qalan hər şey isə bu ünvandan asılıdır. Belə hallar bizdə az deyil.',
              ru: 'По вине полиции он остался совсем без прописки, а от неё зависит всё остальное. Таких случаев у нас много.',
            },
          },
        },
      ],
    },
    {
      by: 'elchin',
      at: '2026-10-06 16:10',
      records: [
        {
          name: 'papers',
          kind: 'response',
          fields: {
            type: 'documents',
            forWhom: [{ record: 'zaur' }],
            owner: { member: 'elchin' },
            done: { day: '2026-10-05' },
            byWhom: 'us',
            result: 'worked',
            minutes: 240,
            note: {
              en: 'The file is together: medical papers that confirm the HIV status, and what the registration desk asks for.',
              az: 'Sənədlər toplandı: İİV statusunu təsdiq edən tibbi kağızlar və qeydiyyat masasının istədikləri.',
              ru: 'Документы собраны: медицинские справки, подтверждающие ВИЧ-статус, и всё, что просит стол регистрации.',
            },
          },
        },
        {
          name: 'flat owner',
          kind: 'person',
          fields: {
            role: 'other',
            relation: 'stranger',
            alias: {
              en: 'owner of a room on the edge of town',
              az: 'şəhər kənarında otağın sahibi',
              ru: 'хозяйка комнаты на окраине',
            },
            ageBand: 'unknown',
            note: {
              en: 'Might agree to register him. Has to know nothing about his health.',
              az: 'Qeydiyyata razı ola bilər. Sağlamlığı barədə heç nə bilməməlidir.',
              ru: 'Возможно, согласится прописать. О его здоровье знать ничего не должна.',
            },
          },
        },
        {
          name: 'address search',
          kind: 'response',
          fields: {
            type: 'other',
            typeOther: {
              en: 'Looking for an address where he can be registered',
              az: 'Qeydiyyata alına biləcəyi ünvanın axtarışı',
              ru: 'Поиск адреса, где его можно прописать',
            },
            forWhom: [{ record: 'zaur' }],
            owner: { member: 'elchin' },
            planned: { day: '2026-10-06' },
            byWhom: 'us',
            result: 'waiting',
            minutes: 300,
            note: {
              en: 'Looked at several places against all the requirements and limits. One owner is thinking about it.',
              az: 'Bir neçə yerə bütün tələb və məhdudiyyətləri nəzərə alaraq baxdıq. Bir ev sahibi düşünür.',
              ru: 'Смотрим варианты с учётом всех требований и ограничений. Одна хозяйка думает.',
            },
          },
        },
      ],
    },
    {
      by: 'elchin',
      at: '2026-11-12 12:20',
      records: [
        {
          name: 'costs',
          kind: 'response',
          fields: {
            type: 'cash',
            forWhom: [{ record: 'zaur' }],
            owner: { member: 'elchin' },
            done: { day: '2026-11-11' },
            byWhom: 'us',
            result: 'worked',
            note: {
              en: "All costs of the registration and the other formalities are paid from the paralegals' own funds.",
              az: 'Qeydiyyatın və digər rəsmiləşdirmələrin bütün xərcləri paralegalların öz vəsaitindən ödənildi.',
              ru: 'Все расходы на прописку и прочие процедуры оплачены из собственных средств параюристов.',
            },
          },
        },
        {
          name: 'answer of the owner',
          kind: 'task',
          fields: {
            what: {
              en: 'Ask the owner whether she has decided',
              az: 'Ev sahibinin qərarını soruşmaq',
              ru: 'Узнать, решилась ли хозяйка',
            },
            due: { day: '2026-11-24' },
            owner: { member: 'elchin' },
            rule: 'by-hand',
          },
        },
        {
          name: 'case',
          kind: 'case',
          fields: {
            status: 'waiting',
            remedyNote: {
              en: 'Not settled yet: the place of registration is still being arranged.',
              az: 'Hələ həll olunmayıb: qeydiyyat yeri məsələsi davam edir.',
              ru: 'Пока не решено: место прописки ещё оформляется.',
            },
          },
        },
      ],
    },
  ],
  beside: ZAUR_BESIDE,
};
