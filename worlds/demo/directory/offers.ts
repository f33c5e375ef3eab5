import type { AdmissionGroup, Language } from '@dayaq/domain';

type Words = Readonly<Record<Language, string>>;

/** What a kind of provider usually offers, on what terms. The lists of providers name one and say what differs. */
export interface Offer {
  type: string;
  serves: readonly string[];
  name: Words;
  about: Words;
  /** Times from Monday to Friday, on Saturday; `round` is day and night; empty is not known. */
  hours: { week: string; saturday?: string } | 'round' | '';
  admits?: readonly AdmissionGroup[];
  depends?: readonly AdmissionGroup[];
  refuses?: readonly AdmissionGroup[];
  sonsUpTo?: number;
  ageFrom?: number;
  papers: readonly string[] | 'no' | 'unknown';
  cost: 'free' | 'partly' | 'paid';
  /** Codes of the list `payers`. */
  paidBy?: readonly string[];
  reach?: 'goes-out' | 'remote';
  capacity?: { unit: string; least: number; most: number };
  reportsTo: readonly string[];
  /** The district is secret, and people ask at the front gate. */
  hidden?: boolean;
}

const OFFICE = { week: '09:00-13:00, 14:00-18:00' } as const;
const CLINIC = { week: '08:30-15:00', saturday: '09:00-12:00' } as const;

export const OFFERS = {
  shelter: {
    type: 'charity',
    serves: ['shelter', 'mental-health'],
    name: {
      az: 'Qadınlar üçün sığınacaq',
      ru: 'Приют для женщин',
      en: 'Shelter for women',
      tg: 'Паноҳгоҳ барои занон',
    },
    about: {
      az: 'Zorakılıqdan qaçan qadınlar və uşaqları üçün üç aya qədər yer, yemək və psixoloq.',
      ru: 'Место, еда и психолог до трёх месяцев для женщин с детьми, бегущих от насилия.',
      en: 'A place, meals and a psychologist for up to three months, for women and children who flee violence.',
      tg: 'Ҷой, хӯрок ва равоншинос то се моҳ барои занону кӯдаконе, ки аз зӯроварӣ гурехтаанд.',
    },
    hours: 'round',
    admits: ['women', 'children', 'other-district'],
    depends: ['living-with-hiv', 'migrant'],
    refuses: ['men'],
    sonsUpTo: 12,
    ageFrom: 18,
    papers: 'no',
    cost: 'free',
    paidBy: ['foreign-donor', 'local-donor'],
    capacity: { unit: 'family-places', least: 4, most: 12 },
    reportsTo: ['none'],
    hidden: true,
  },
  stateShelter: {
    type: 'state-body',
    serves: ['shelter', 'social-support'],
    name: {
      az: 'Dövlət müvəqqəti qalma yeri',
      ru: 'Государственный центр временного пребывания',
      en: 'State centre for a temporary stay',
      tg: 'Маркази давлатии будубоши муваққатӣ',
    },
    about: {
      az: 'Qeydiyyatı olan şəxslər üçün yataq və yemək; göndəriş polis və ya icra hakimiyyətindəndir.',
      ru: 'Койка и питание для людей с регистрацией; направляет полиция или местная власть.',
      en: 'A bed and meals for people with a registration; the police or the local authority sends them.',
      tg: 'Кат ва хӯрок барои шахсони дорои сабти ном; милитсия ё ҳокимият мефиристад.',
    },
    hours: 'round',
    admits: ['women', 'children'],
    depends: ['men', 'disability'],
    refuses: ['trans', 'uses-drugs', 'living-with-hiv', 'other-district'],
    sonsUpTo: 7,
    papers: ['identity-card', 'residence-record', 'police-report'],
    cost: 'free',
    paidBy: ['state-budget'],
    capacity: { unit: 'beds', least: 15, most: 40 },
    reportsTo: ['police', 'other-state-body'],
  },
  legal: {
    type: 'charity',
    serves: ['legal-aid', 'escort-help'],
    name: {
      az: 'Pulsuz hüquqi yardım',
      ru: 'Бесплатная юридическая помощь',
      en: 'Free legal aid',
      tg: 'Ёрии ҳуқуқии ройгон',
    },
    about: {
      az: 'Vəkil məsləhəti, şikayət və ərizə yazmaq, dövlət orqanlarına müşayiət.',
      ru: 'Совет юриста, жалобы и заявления, сопровождение в ведомства.',
      en: 'A lawyer’s advice, complaints and applications, company on the way to offices.',
      tg: 'Маслиҳати ҳуқуқшинос, навиштани шикоят ва ариза, ҳамроҳӣ ба идораҳо.',
    },
    hours: OFFICE,
    admits: [
      'women',
      'men',
      'trans',
      'lgb',
      'uses-drugs',
      'living-with-hiv',
      'sex-work',
      'ex-prisoner',
      'migrant',
    ],
    papers: 'no',
    cost: 'free',
    capacity: { unit: 'appointments-a-week', least: 8, most: 30 },
    reportsTo: ['none'],
  },
  lawFirm: {
    type: 'law-firm',
    serves: ['legal-aid', 'court'],
    name: {
      az: 'Vəkil bürosu',
      ru: 'Адвокатское бюро',
      en: 'Law office',
      tg: 'Дафтари вакилон',
    },
    about: {
      az: 'Məhkəmədə müdafiə; ilk məsləhət pulsuzdur.',
      ru: 'Защита в суде; первая консультация бесплатно.',
      en: 'Defence in court; the first talk is free.',
      tg: 'Ҳимоя дар суд; маслиҳати аввал ройгон аст.',
    },
    hours: { week: '10:00-18:00' },
    admits: ['women', 'men', 'migrant'],
    depends: ['trans', 'sex-work'],
    papers: ['identity-card'],
    cost: 'partly',
    reportsTo: [],
  },
  artCentre: {
    type: 'state-health',
    serves: ['art', 'hiv-test', 'pep', 'tuberculosis-care', 'hepatitis-care'],
    name: {
      az: 'HİV müalicəsi kabineti',
      ru: 'Кабинет лечения ВИЧ',
      en: 'HIV treatment room',
      tg: 'Утоқи табобати ВНМО',
    },
    about: {
      az: 'ART, analizlər, vərəm üzrə yoxlama.',
      ru: 'АРТ, анализы, проверка на туберкулёз.',
      en: 'ART, tests, screening for tuberculosis.',
      tg: 'ART, таҳлилҳо, санҷиши сил.',
    },
    hours: CLINIC,
    admits: ['women', 'men', 'living-with-hiv', 'lgb'],
    depends: ['migrant', 'trans', 'other-district'],
    papers: ['identity-card'],
    cost: 'free',
    reportsTo: ['health-authority'],
  },
  ost: {
    type: 'state-health',
    serves: ['ost', 'drug-treatment'],
    name: {
      az: 'Əvəzedici terapiya kabineti',
      ru: 'Кабинет заместительной терапии',
      en: 'Substitution therapy room',
      tg: 'Утоқи муолиҷаи ивазкунанда',
    },
    about: {
      az: 'Hər səhər dərman; qəbul üçün komissiya ayda iki dəfə toplaşır.',
      ru: 'Препарат каждое утро; комиссия по приёму собирается дважды в месяц.',
      en: 'Medicine every morning; the commission that admits meets twice a month.',
      tg: 'Дору ҳар субҳ; комиссияи қабул ду бор дар моҳ ҷамъ мешавад.',
    },
    hours: { week: '08:00-11:00', saturday: '08:00-10:00' },
    admits: ['men', 'women', 'uses-drugs', 'ex-prisoner'],
    depends: ['other-district'],
    refuses: ['minors'],
    ageFrom: 18,
    papers: ['identity-card', 'residence-record'],
    cost: 'free',
    capacity: { unit: 'persons', least: 40, most: 150 },
    reportsTo: ['health-authority', 'police'],
  },
  harmReduction: {
    type: 'community-organisation',
    serves: ['harm-reduction', 'hiv-test', 'escort-help', 'food-goods', 'meeting-place'],
    name: {
      az: 'Zərərin azaldılması məntəqəsi',
      ru: 'Пункт снижения вреда',
      en: 'Harm reduction point',
      tg: 'Нуқтаи коҳиши зарар',
    },
    about: {
      az: 'Şpris, prezervativ, ekspress-test, isti çay və söhbət. Küçəyə də çıxırlar.',
      ru: 'Шприцы, презервативы, экспресс-тесты, горячий чай и разговор. Выходят и на улицу.',
      en: 'Syringes, condoms, quick tests, hot tea and a talk. They go out to the streets, too.',
      tg: 'Сӯзандору, рифола, санҷиши фаврӣ, чойи гарм ва суҳбат. Ба кӯча ҳам мебароянд.',
    },
    hours: { week: '14:00-21:00', saturday: '14:00-18:00' },
    admits: ['women', 'men', 'trans', 'lgb', 'uses-drugs', 'living-with-hiv', 'sex-work', 'ex-prisoner'],
    papers: 'no',
    cost: 'free',
    reach: 'goes-out',
    reportsTo: ['none'],
  },
  mind: {
    type: 'charity',
    serves: ['mental-health', 'rape-crisis'],
    name: {
      az: 'Psixoloji dəstək',
      ru: 'Психологическая поддержка',
      en: 'Someone to talk to',
      tg: 'Дастгирии равонӣ',
    },
    about: {
      az: 'On görüşə qədər pulsuz; onlayn da olar.',
      ru: 'До десяти встреч бесплатно; можно и онлайн.',
      en: 'Up to ten meetings for free; online is possible.',
      tg: 'То даҳ вохӯрӣ ройгон; онлайн ҳам мешавад.',
    },
    hours: { week: '11:00-19:00' },
    admits: ['women', 'men', 'trans', 'lgb', 'minors'],
    papers: 'no',
    cost: 'free',
    capacity: { unit: 'appointments-a-week', least: 10, most: 24 },
    reportsTo: ['none'],
  },
  assault: {
    type: 'state-health',
    serves: ['sexual-assault-care', 'pep', 'emergency-contraception', 'sti-care', 'forensic-examination'],
    name: {
      az: 'Cinsi zorakılıqdan sonra yardım',
      ru: 'Помощь после сексуального насилия',
      en: 'Care after sexual assault',
      tg: 'Ёрӣ пас аз зӯроварии ҷинсӣ',
    },
    about: {
      az: 'Müayinə, təcili kontrasepsiya, HİV profilaktikası 72 saat ərzində.',
      ru: 'Осмотр, экстренная контрацепция, профилактика ВИЧ в течение 72 часов.',
      en: 'Examination, emergency contraception, HIV prophylaxis within 72 hours.',
      tg: 'Муоина, пешгирии таъҷилии ҳомиладорӣ, пешгирии ВНМО дар 72 соат.',
    },
    hours: { week: '09:00-17:00' },
    admits: ['women', 'minors'],
    depends: ['men', 'trans', 'sex-work'],
    papers: ['identity-card', 'police-report'],
    cost: 'free',
    reportsTo: ['police'],
  },
  clinic: {
    type: 'state-health',
    serves: ['family-doctor', 'maternity', 'contraception'],
    name: {
      az: 'Ailə poliklinikası',
      ru: 'Семейная поликлиника',
      en: 'Family clinic',
      tg: 'Дармонгоҳи оилавӣ',
    },
    about: {
      az: 'Ərazi həkimi, hamiləlik müşahidəsi, göndərişlər.',
      ru: 'Участковый врач, ведение беременности, направления.',
      en: 'Local doctor, care in pregnancy, referrals to others.',
      tg: 'Табиби маҳаллӣ, назорати ҳомиладорӣ, роҳхатҳо.',
    },
    hours: CLINIC,
    admits: ['women', 'men', 'children', 'disability'],
    depends: ['migrant'],
    papers: ['identity-card', 'residence-record'],
    cost: 'partly',
    reportsTo: [],
  },
  papersOffice: {
    type: 'state-body',
    serves: ['identity-papers', 'residence-registration'],
    name: {
      az: 'Sənəd və qeydiyyat xidməti',
      ru: 'Паспорта и регистрация',
      en: 'Identity papers and registration',
      tg: 'Шиноснома ва сабти ном',
    },
    about: {
      az: 'Şəxsiyyət vəsiqəsi, yaşayış yeri üzrə qeydiyyat.',
      ru: 'Удостоверение личности, регистрация по месту жительства.',
      en: 'Identity cards, registration of residence.',
      tg: 'Шиноснома, сабти ҷойи зист.',
    },
    hours: { week: '09:00-18:00' },
    admits: ['women', 'men', 'disability'],
    depends: ['ex-prisoner', 'migrant'],
    papers: ['birth-certificate', 'owner-consent', 'photographs'],
    cost: 'partly',
    reportsTo: ['police', 'migration-service'],
  },
  social: {
    type: 'state-body',
    serves: ['social-support', 'pension', 'child-care'],
    name: {
      az: 'Sosial dəstək',
      ru: 'Социальная поддержка',
      en: 'Social support',
      tg: 'Дастгирии иҷтимоӣ',
    },
    about: {
      az: 'Müavinət, əlillik və uşaq pulu üçün müraciət.',
      ru: 'Пособия, инвалидность, выплаты на детей.',
      en: 'Benefits, disability, child allowances.',
      tg: 'Кумакпулӣ, маъюбӣ, пули кӯдакон.',
    },
    hours: OFFICE,
    admits: ['women', 'men', 'disability', 'children'],
    papers: ['identity-card', 'residence-record', 'family-certificate'],
    cost: 'free',
    reportsTo: ['other-state-body'],
  },
  helpline: {
    type: 'charity',
    serves: ['helpline', 'mental-health'],
    name: { az: 'Qaynar xətt', ru: 'Телефон доверия', en: 'Helpline', tg: 'Хатти боварӣ' },
    about: {
      az: 'Ad soruşmadan dinləyir və hara müraciət etməyi deyirlər.',
      ru: 'Выслушают, не спрашивая имени, и подскажут, куда обратиться.',
      en: 'They listen without asking for a name, and tell where to turn.',
      tg: 'Бе пурсидани ном мешунаванд ва мегӯянд, ки ба куҷо муроҷиат кунед.',
    },
    hours: 'round',
    admits: ['women', 'men', 'trans', 'lgb', 'minors', 'disability'],
    papers: 'no',
    cost: 'free',
    reach: 'remote',
    reportsTo: ['none'],
  },
  goods: {
    type: 'religious',
    serves: ['food-goods', 'money-help'],
    name: {
      az: 'Ərzaq və geyim',
      ru: 'Продукты и одежда',
      en: 'Food and clothes',
      tg: 'Хӯрокворӣ ва либос',
    },
    about: {
      az: 'Həftədə bir dəfə ərzaq bağlaması; uşaq geyimi.',
      ru: 'Продуктовый набор раз в неделю; детская одежда.',
      en: 'A parcel of food once a week; clothes for children.',
      tg: 'Бастаи хӯрокворӣ ҳафтае як бор; либоси кӯдакона.',
    },
    hours: { week: '12:00-16:00' },
    admits: ['women', 'men', 'children', 'migrant'],
    refuses: ['lgb', 'trans'],
    papers: 'unknown',
    cost: 'free',
    reportsTo: [],
  },
  peers: {
    type: 'informal-group',
    serves: ['escort-help', 'mental-health', 'gender-care'],
    name: {
      az: 'Həmdərd qrupu',
      ru: 'Группа взаимопомощи',
      en: 'Peer group',
      tg: 'Гурӯҳи ҳамдардон',
    },
    about: {
      az: 'Trans və kvir insanların öz qrupu: görüş, müşayiət, etibarlı həkimlərin siyahısı.',
      ru: 'Группа самих транс- и квир-людей: встречи, сопровождение, список надёжных врачей.',
      en: 'A group of trans and queer people themselves: meetings, company, a list of doctors to trust.',
      tg: 'Гурӯҳи худи одамони транс ва квир: вохӯрӣ, ҳамроҳӣ, рӯйхати табибони боваринок.',
    },
    hours: '',
    admits: ['trans', 'lgb', 'living-with-hiv', 'sex-work', 'minors'],
    papers: 'no',
    cost: 'free',
    reach: 'goes-out',
    reportsTo: ['none'],
    hidden: true,
  },
  police: {
    type: 'state-body',
    serves: ['police-protection'],
    name: {
      az: 'Mühafizə orderi üzrə şöbə',
      ru: 'Отдел по охранным предписаниям',
      en: 'Protection orders office',
      tg: 'Шуъбаи фармони муҳофизатӣ',
    },
    about: {
      az: 'Ailə zorakılığı barədə ərizə və mühafizə orderi.',
      ru: 'Заявление о домашнем насилии и охранное предписание.',
      en: 'Complaints of domestic violence and protection orders.',
      tg: 'Ариза дар бораи зӯроварии хонаводагӣ ва фармони муҳофизатӣ.',
    },
    hours: 'round',
    admits: ['women', 'children'],
    depends: ['sex-work', 'migrant', 'lgb'],
    refuses: ['trans'],
    papers: ['identity-card'],
    cost: 'free',
    reportsTo: ['police', 'family'],
  },
} as const satisfies Readonly<Record<string, Offer>>;

export type OfferName = keyof typeof OFFERS;
