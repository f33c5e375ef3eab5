import type { Language } from '@dayaq/domain';

type Everywhere = Readonly<Record<Language, string>>;
const say = (az: string, ru: string, en: string, tg: string): Everywhere => ({ az, ru, en, tg });

/** What was threatened, by code of `threat-types`. None of it was said by anybody. */
export const THREATENED = {
  kill: say(
    '«Tapsam, sağ qoymayacağam.»',
    '«Найду — живым никто не уйдёт».',
    '"If I find you, you will not live."',
    '«Ёбам, зинда намемонӣ».',
  ),
  injure: say(
    '«Bir də görsəm, ayağını sındıracağam.»',
    '«Ещё раз увижу — ноги переломаю».',
    '"Come here again and I will break your legs."',
    '«Бори дигар бинам, пойҳоятро мешиканам».',
  ),
  outing: say(
    '«Məhlədə hamıya kim olduğunu deyəcəyəm.»',
    '«Расскажу всем во дворе, кто ты».',
    '"I will tell the whole street who you are."',
    '«Ба ҳамаи маҳалла мегӯям, ки кистӣ».',
  ),
  'forced-return': say(
    '«Zorla da olsa, evə qaytaracağıq.»',
    '«Силой вернём домой».',
    '"We will bring you home, by force if we must."',
    '«Бо зӯр ҳам бошад, ба хона мебарем».',
  ),
  arrest: say(
    '«Şikayəti götürməsən, iş açacağıq.»',
    '«Не заберёшь жалобу — заведём дело».',
    '"Withdraw the complaint, or there will be a case against you."',
    '«Шикоятро нагирӣ, парванда мекушоем».',
  ),
  vague: say('«Görərsən.»', '«Ты ещё увидишь».', '"You will see."', '«Ҳоло мебинӣ».'),
} as const;
export type Threatened = keyof typeof THREATENED;

/** What we did about a threat. */
export const ACTED: readonly Everywhere[] = [
  say(
    'Nömrəni dəyişdik, axşamlar tək çıxmamağı razılaşdıq.',
    'Сменили номер, условились вечером не выходить в одиночку.',
    'Changed the number, and agreed not to go out alone in the evening.',
    'Рақамро иваз кардем, қарор додем, ки шом танҳо набарояд.',
  ),
  say(
    'Bir neçə gün dost evində qalır, kod sözü razılaşdırdıq.',
    'Несколько дней поживёт у друзей, условились о кодовом слове.',
    'Stays with friends for some days; we agreed on a code word.',
    'Чанд рӯз дар хонаи дӯстон мемонад, калимаи рамзӣ муайян кардем.',
  ),
  say(
    'Ekran şəkillərini saxladıq, hüquqşünas polisə ərizə yazdı.',
    'Сохранили снимки экрана, юрист написал заявление в полицию.',
    'Kept the screenshots; the lawyer wrote to the police.',
    'Аксҳои экранро нигоҳ доштем, ҳуқуқшинос ба пулис ариза навишт.',
  ),
];

export const SAFETY_PLAN: readonly Everywhere[] = [
  say(
    'Hər axşam saat 8-də zəng edirik. Cavab olmasa, razılaşdığımız dosta xəbər veririk.',
    'Звоним каждый вечер в 8. Нет ответа — сообщаем другу, о котором условились.',
    'We call every evening at 8. Without an answer we tell the friend we agreed on.',
    'Ҳар шом соати 8 занг мезанем. Ҷавоб набошад, ба дӯсте, ки гуфта шудааст, хабар медиҳем.',
  ),
  say(
    'Sənədlər və bir az pul qonşuda. Kod sözü deyilsə, gedib götürürük.',
    'Документы и немного денег у соседки. По кодовому слову приезжаем и забираем.',
    'Papers and some money are with a neighbour. At the code word we come and fetch them.',
    'Ҳуҷҷатҳо ва каме пул назди ҳамсоя. Калимаи рамзӣ гуфта шавад, омада мебарем.',
  ),
];

export const OVERRIDE_WHY = say(
  'Artıq başqa şəhərdədir, ünvanı onlar bilmirlər.',
  'Уже в другом городе, адреса они не знают.',
  'Already in another town; they do not know the address.',
  'Аллакай дар шаҳри дигар аст, суроғаро онҳо намедонанд.',
);

/** The task that a grave assessment asks for. */
export const MAKE_PLAN = say(
  'Təhlükəsizlik planını birlikdə qurmaq',
  'Вместе составить план безопасности',
  'Make the safety plan together',
  'Якҷоя нақшаи бехатарӣ тартиб додан',
);

/** How institutions are called, by code of `forums`. */
export const INSTITUTIONS = {
  police: say(
    'Rayon polis idarəsi',
    'Районный отдел полиции',
    'District police office',
    'Шуъбаи пулиси ноҳия',
  ),
  'health-facility': say(
    'Xəstəxananın rəhbərliyi',
    'Руководство больницы',
    'Management of the hospital',
    'Роҳбарияти беморхона',
  ),
  'registration-office': say('Qeydiyyat şöbəsi', 'Стол регистрации', 'Registration desk', 'Мизи бақайдгирӣ'),
  'social-service': say('Sosial xidmət', 'Социальная служба', 'Social service', 'Хадамоти иҷтимоӣ'),
  'narcology-centre': say(
    'Narkologiya mərkəzi',
    'Наркологический центр',
    'Narcology centre',
    'Маркази наркологӣ',
  ),
  ombudsman: say('Ombudsman aparatı', 'Аппарат омбудсмена', 'Office of the ombudsman', 'Дастгоҳи омбудсмен'),
  'head-of-institution': say(
    'Müəssisənin rəhbəri',
    'Руководитель учреждения',
    'Head of the institution',
    'Роҳбари муассиса',
  ),
} as const;
export type Institution = keyof typeof INSTITUTIONS;

export const MATTER_ABOUT: readonly Everywhere[] = [
  say(
    'Kim, nə vaxt və hansı əsasla rədd edib: yazılı izah istəyirik.',
    'Кто, когда и на каком основании отказал: просим письменное объяснение.',
    'Who refused, when and on what ground: we ask for it in writing.',
    'Кӣ, кай ва дар кадом асос рад кард: шарҳи хаттӣ мепурсем.',
  ),
  say(
    'Baş verənin araşdırılmasını və təkrarlanmamasını istəyirik.',
    'Просим разобраться в том, что произошло, и не допустить повторения.',
    'We ask that it be looked into and not happen again.',
    'Хоҳиш мекунем, ки ҳодисаро тафтиш кунанд ва дигар такрор нашавад.',
  ),
];

/** What they answered, by code of `matter-answers`. */
export const ANSWERED = {
  granted: say(
    'Haqlı saydılar, üzr istədilər.',
    'Признали нарушение и извинились.',
    'They admitted it and apologised.',
    'Айбро эътироф карда, узр пурсиданд.',
  ),
  refused: say(
    '«Pozuntu aşkar edilməyib.»',
    '«Нарушений не выявлено».',
    '"No violation was found."',
    '«Вайронкунӣ ошкор нашуд».',
  ),
  formal: say(
    'Ümumi sözlər, suala cavab yoxdur.',
    'Общие слова, на вопрос не ответили.',
    'General words; the question is not answered.',
    'Суханони умумӣ, ба савол ҷавоб нест.',
  ),
} as const;

export const TALKED_ABOUT: readonly Everywhere[] = [
  say(
    'Vəziyyəti ad çəkmədən izah etdik.',
    'Объяснили положение, имён не называли.',
    'Explained the situation without naming anybody.',
    'Вазъиятро бе зикри ном фаҳмондем.',
  ),
  say(
    'Hansı sənədlərin lazım olduğunu soruşduq.',
    'Спросили, какие документы нужны.',
    'Asked which papers are needed.',
    'Пурсидем, ки кадом ҳуҷҷатҳо лозиманд.',
  ),
];

export const PROMISED: readonly Everywhere[] = [
  say(
    'Bir həftəyə cavab verəcəklər',
    'Ответят в течение недели',
    'They will answer within a week',
    'Дар давоми як ҳафта ҷавоб медиҳанд',
  ),
  say(
    'Növbəsiz qəbul edəcəklər',
    'Примут без очереди',
    'They will be received without waiting',
    'Бе навбат қабул мекунанд',
  ),
];

/** To whom somebody is referred outside Dayaq, by code of `services`. */
export const OUTSIDE = {
  shelter: say('Qadınlar üçün sığınacaq', 'Женский приют', 'Shelter for women', 'Паноҳгоҳи занон'),
  'legal-aid': say('Hüquq klinikası', 'Юридическая клиника', 'Legal clinic', 'Клиникаи ҳуқуқӣ'),
  'mental-health': say(
    'Psixoloq, tərəfdaş QHT',
    'Психолог партнёрской организации',
    'Psychologist of a partner organisation',
    'Равоншиноси ташкилоти шарик',
  ),
  'social-support': say('Məşğulluq mərkəzi', 'Центр занятости', 'Employment centre', 'Маркази шуғл'),
} as const;
export type Outside = keyof typeof OUTSIDE;

export const NEED_WORDS: readonly Everywhere[] = [
  say(
    'Mümkünsə, bu həftə.',
    'По возможности на этой неделе.',
    'This week, if it can be done.',
    'Агар имкон бошад, дар ҳамин ҳафта.',
  ),
  say(
    'Qapıda sənəd soruşulmasa, gələ bilər.',
    'Сможет прийти, если у входа не спросят документы.',
    'Can come if nobody asks for papers at the door.',
    'Агар дар даромадгоҳ ҳуҷҷат напурсанд, омада метавонад.',
  ),
];

export const WHY_IMPOSSIBLE = say(
  'Ev sahibi razılıq vermir.',
  'Хозяин жилья согласия не даёт.',
  'The owner of the dwelling does not agree.',
  'Соҳиби хона розӣ намешавад.',
);
