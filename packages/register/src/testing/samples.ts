/** Registers as offices keep them, with invented people, made from a number so that they are the same each time. */

const of =
  (seed: number) =>
  <T>(choices: readonly T[], salt: number): T =>
    choices[
      Math.floor(Math.abs(Math.sin(seed * 12.9898 + salt * 78.233) * 43758.5453) % choices.length)
    ] as T;

const two = (n: number): string => String(n).padStart(2, '0');

const NAMES = [
  'Aygun',
  'Sevinc',
  'Лейла',
  'Марина',
  'Rena',
  'Zaur',
  'Тимур',
  'Nigar',
  'Samir',
  'Зарина',
] as const;
const PLACES = ['Баку', 'Sumqayit', 'Гянджа', 'Lenkeran', 'Шеки', 'Quba', 'Сабирабад'] as const;
const GROUPS = ['ЛУН', 'СР', 'МСМ; ЛЖВ', 'трансгендер', 'LGBT', 'лун, ср', 'люди с ВИЧ'] as const;
const VIOLATIONS = [
  'отказ в медпомощи',
  'избиение',
  'избиение; угрозы',
  'разглашение статуса',
  'hede',
  'вымогательство',
  'выселение',
] as const;
const BY = ['полиция', 'врач', 'муж', 'qonsu', 'ev sahibi', 'неизвестный'] as const;
const HELP = ['юр. консультация', 'приют', 'консультация; сопровождение', 'psixoloq', 'документы'] as const;
const STATUS = ['в работе', 'закрыто', 'новое', 'icrada'] as const;

export const STREET_COLUMNS = [
  '№ дела',
  'Код клиента',
  'Дата обращения',
  'Имя',
  'Пол',
  'Возраст',
  'Регион',
  'Ключевая группа',
  'Вид нарушения',
  'Дата нарушения',
  'Кем нарушено',
  'Описание случая',
  'Оказанная помощь',
  'Статус',
  'Согласие',
  'Примечание',
] as const;

/**
 * A street office's register after REAct: Russian and Azerbaijani in plain Latin letters mixed, codes built from initials and
 * birth dates, several values in a cell, dates in several forms. Every row can become a case.
 */
export function streetRow(n: number): string[] {
  const pick = of(n);
  const name = pick(NAMES, 1);
  const day = 1 + (n % 28);
  const month = 1 + (n % 12);
  const dates = [
    `${two(day)}.${two(month)}.2024`,
    `2024-${two(month)}-${two(day)}`,
    `${day}.${month}.24`,
    `${['январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'][month - 1]} 2024`,
    '2023',
  ];
  return [
    `SW-${10_000 + n}`,
    `${name.slice(0, 1)}${pick(NAMES, 2).slice(0, 1)}${two(1 + (n % 27))}${two(1 + (n % 11))}${60 + (n % 40)}`,
    dates[n % 4] ?? '',
    `${name} ${n}`,
    pick(['ж', 'м', 'kisi', 'жен', 'qadin'], 3),
    String(18 + (n % 50)),
    pick(PLACES, 4),
    pick(GROUPS, 5),
    pick(VIOLATIONS, 6),
    dates[(n + 2) % 5] ?? '',
    pick(BY, 7),
    `Случай ${n}: рассказано нашему сотруднику`,
    pick(HELP, 8),
    pick(STATUS, 9),
    pick(['да', 'не спрашивали'], 10),
    n % 5 === 0 ? `позвонить после ${10 + (n % 9)}:00` : '',
  ];
}

/** Wrong in one of six ways, so that it cannot become a case as it stands. */
export function wrongStreetRow(n: number, way: number): string[] {
  const row = streetRow(n);
  const at = (name: (typeof STREET_COLUMNS)[number]): number => STREET_COLUMNS.indexOf(name);
  switch (way % 6) {
    case 0:
      row[at('Дата обращения')] = '31.02.2024';
      break;
    case 1:
      row[at('Дата обращения')] = 'на прошлой неделе';
      break;
    case 2:
      row[at('Возраст')] = '#REF!';
      break;
    case 3:
      row[at('№ дела')] = 'SW-10001';
      break;
    case 4:
      row[at('Дата нарушения')] = '14.14.2024';
      break;
    default:
      row[at('Возраст')] = 'тридцать два года';
  }
  return row;
}

/** A register of so many rows, of which `wrong` are wrong, spread over it; as a text divided by semicolons. */
export function streetRegister(rows: number, wrong: number): { text: string; wrong: readonly number[] } {
  const every = wrong === 0 ? Infinity : Math.floor(rows / wrong);
  const lines = [STREET_COLUMNS.join(';')];
  const lineNumbers: number[] = [];
  for (let n = 1; n <= rows; n += 1) {
    const isWrong = n % every === 0 && lineNumbers.length < wrong;
    if (isWrong) lineNumbers.push(n + 1);
    lines.push((isWrong ? wrongStreetRow(n, lineNumbers.length) : streetRow(n)).map(quoted).join(';'));
  }
  return { text: `${lines.join('\r\n')}\r\n`, wrong: lineNumbers };
}

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The columns of a recorder of gender-based violence, after GBVIMS, two rows of it. */
export const RECORDER: readonly (readonly string[])[] = [
  [
    'Incident ID',
    'Survivor Code',
    'Date of Interview',
    'Date of Incident',
    'Date of Birth',
    'Sex',
    'Displacement Status',
    'Type of GBV',
    'Case Context',
    'Alleged Perpetrator Relationship',
    'Service Provided',
    'Informed Consent',
    'Comments',
  ],
  [
    'GB-17',
    'NA140391',
    '2024-05-02',
    '2024-04-30',
    '1991-03-14',
    'F',
    'Internally displaced',
    'Physical Assault',
    'Intimate Partner Violence',
    'Intimate partner',
    'Psychosocial; Safe shelter',
    'Yes',
    'Prefers mornings',
  ],
  [
    'GB-18',
    'RK020788',
    '2024-05-03',
    '2024-05-01',
    '1988',
    'F',
    'Not displaced',
    'Denial of Resources',
    '',
    'Family member',
    'Legal aid',
    'No',
    '',
  ],
];

/** A shelter's log in Azerbaijani. */
export const SHELTER_LOG: readonly (readonly string[])[] = [
  ['Sığınacaq jurnalı, 2024'],
  [],
  [
    'Sıra',
    'Müraciət nömrəsi',
    'Qəbul tarixi',
    'Ad',
    'Yaş',
    'Haradan yönləndirilib',
    'Zorakılıq növü',
    'Çıxış tarixi',
    'FİN kod',
    'Qeyd',
  ],
  [
    '1',
    'S-1',
    '3 yanvar 2024',
    'Günel',
    '27',
    'qaynar xətt',
    'məişət zorakılığı',
    '2024-01-19',
    'ABC1234',
    '2 uşaqla',
  ],
  ['2', 'S-2', '12/3/24', 'Könül', '19', 'polis', 'hədələmə', '', 'XYZ9876', ''],
  ['Cəmi', '2'],
];

export const asText = (rows: readonly (readonly string[])[], separator = ';'): string =>
  rows.map((cells) => cells.map(quoted).join(separator)).join('\n');

/** A caseload in which each visit, person and cost has a row of its own, under the number of its case. */
export const CASELOAD: readonly (readonly string[])[] = [
  [
    'Номер дела',
    'Дата обращения',
    'Имя',
    'Возраст',
    'Вид нарушения',
    'Дата нарушения',
    'Кем нарушено',
    'Оказанная помощь',
    'Дата помощи',
    'Вид обращения в инстанцию',
    'Суд или орган',
    'Дата подачи',
    'На что',
    'Сумма',
    'Примечание',
  ],
  [
    'К-1',
    '2025-02-03',
    'Зейнаб',
    '34',
    'избиение',
    '2025-02-01',
    'муж',
    'приют',
    '2025-02-03',
    '',
    '',
    '',
    '',
    '',
    'боится за дочь',
  ],
  ['К-1', '', 'Амина', '9', 'угрозы', '2025-02-02', 'муж', '', '', '', '', '', '', '', ''],
  [
    'К-1',
    '',
    'Зейнаб',
    '',
    '',
    '',
    '',
    'юр. консультация',
    '2025-02-10',
    'жалоба',
    'Районный суд',
    '2025-02-12',
    'транспорт',
    '12,50',
    '',
  ],
  ['К-1', '2025-03-01', 'зейнаб', '', '', '', '', '', '', '', '', '', 'еда', '30 манат', 'боится за дочь'],
  [
    'К-2',
    '2025-02-05',
    'Тимур',
    '41',
    'вымогательство',
    '2025-02-04',
    'полиция',
    '',
    '',
    '',
    '',
    '',
    'транспорт',
    '',
    '',
  ],
];

/** A directory as an office keeps it: each service in a row, under the name of who gives it. */
export const DIRECTORY: readonly (readonly string[])[] = [
  ['Təşkilat', 'Telefon', 'Xidmətin adı', 'Xidmət', 'Şəhər', 'Ünvan', 'Gizli ünvan', 'Qeyd'],
  [
    'Ümid evi',
    '012 000 00 00',
    'Gecə sığınacağı',
    'sığınacaq',
    'Bakı',
    'Fəvvarə küç. 1',
    'bəli',
    'axşam zəng edin',
  ],
  ['Ümid evi', '', 'Hüquqi məsləhət', 'hüquqi məsləhət', 'Sumqayıt', 'Dəniz küç. 2', '', ''],
  ['İşıq', '', 'Psixoloq', 'psixoloq', 'Gəncə', '', '', ''],
];

/** A shelter's log under two rows of names, as a text file has merged cells, with a spreadsheet's own numbers for days. */
export const SHELTER_HOUSE: readonly (readonly string[])[] = [
  ['№', 'Кто', '', 'Проживание', '', '', 'Дети', '', 'Причина выезда', 'Причина отказа в приюте'],
  ['', 'Имя', 'Возраст', 'Заезд', 'Выезд', 'Ночей', 'Число', 'Возраст детей', '', ''],
  ['П-1', 'Амина', '29', '14.02.2025', '', '6', '2', '3 и 15', '', ''],
  ['П-2', 'Зарина', '33', '45717', 'по сей день', '', '1', '', '', ''],
  ['П-3', 'Ситора', '41', '04.03.2025', '', '', '', '', 'отказ', 'нет мест'],
];
