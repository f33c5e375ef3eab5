import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exclusionOf } from './referral.ts';
import { saidIn } from './same-name.ts';
import type { PlainRecord } from './plain-record.ts';

const STAMP = { by: 'm', at: 1 };
const said = (exclusions: string): PlainRecord[] => [
  {
    id: 'p',
    kind: 'person',
    deleted: false,
    fields: { role: 'client', exclusions },
    created: STAMP,
    updated: STAMP,
  },
];

it.each([
  // Names of three letters, or that sound like three: the commonest of the country.
  ['Əliyə heç nə deməyin', 'Əli'],
  ['Do not tell Ali, please', 'Ali'],
  ['Не говорите ничего Али', 'Əli'],
  ['Not to the Hayat clinic', 'Həyat'],
  ['Həyat mərkəzinə verməyin', 'Həyat'],
  ['Только не Хаяту', 'Həyat'],
  ['Xəyyamla işləmək istəmirəm', 'Xəyyam'],
  ['никого из Саид', 'Səid'],
  ['No one called Eva near me', 'Eva'],
  // Letters that look the same in another alphabet.
  ['Сlеаn Ноmе', 'Clean Home'],
  ['Clean Home', 'Сlеаn Ноmе'],
  // What people call each other for short, and bodies by their first letters.
  ['Только не Оле', 'Ольга Каримова'],
  ['Не говорите Ольге', 'Оля'],
  ['Гуле ничего не говорите', 'Gülnarə Əliyeva'],
  ['Саня не должен знать', 'Шура'],
  ['Elikə deməyin', 'Elçin'],
  ['Фируза', 'Фира'],
  ['Не в ЦПЖ', 'Центр поддержки женщин'],
  ['TDİB bilməsin', 'Təmiz Dünya İctimai Birliyi'],
  ['ничего Центру поддержки женщин', 'ЦПЖ'],
  // Other scripts in which people of these countries write.
  ['طاهره', 'Tahirə'],
  ['ელზა', 'Elza'],
])('what a client wrote against somebody is at least doubted: %s → %s', (words, name) => {
  expect(exclusionOf(said(words), { ids: [], names: [name] })).not.toBe('none');
});

/** Ordinary names of the four languages; of each group none sounds like another. */
const NAMES = {
  az: [
    'Əli',
    'Xəyyam',
    'Nigar',
    'Günel',
    'Vüsal',
    'Səid',
    'Tural',
    'Lalə',
    'Fidan',
    'Orxan',
    'Pərvin',
    'Şəhla',
  ],
  ru: ['Ева', 'Олег', 'Дарья', 'Игорь', 'Светлана', 'Пётр', 'Юля', 'Николай', 'Зоя', 'Вадим'],
  tg: ['Фирдавс', 'Манижа', 'Ҷамшед', 'Зебо', 'Умед', 'Шаҳноз', 'Баҳром', 'Мижгон'],
  en: ['Mary', 'Kevin', 'Sue', 'Bob', 'Grace', 'Hugh', 'Edith'],
} as const;
const ALL = Object.values(NAMES).flat();
const ofName = (name: string) => ({ ids: [], names: [name] });
const vowel = /[aıoueəiöüаеёиоуыэюяӣӯ]$/iu;

/** Sentences with a name as each language bends it. */
const SENTENCES: Readonly<Record<keyof typeof NAMES, readonly ((name: string) => string)[]>> = {
  az: [
    (name) => `${name}${vowel.test(name) ? 'yə' : 'ə'} heç nə deməyin`,
    (name) => `${name}dan başqa kim olsa olar`,
    (name) => `${name}${vowel.test(name) ? 'nın' : 'in'} yanına getmək istəmirəm`,
    (name) => `${name}la işləmək istəmirəm`,
    (name) => `${name}gildə qalmaq olmaz`,
    (name) => `${name} və onun qohumları bilməsin`,
  ],
  ru: [
    (name) => `Только не говорите ${name.replace(/[аяь]$/u, '')}${name.endsWith('а') ? 'е' : 'ю'}`,
    (name) => `не хочу видеть ${name.replace(/а$/u, 'у').replace(/я$/u, 'ю')}`,
    (name) =>
      `с ${name.replace(/[аяйь]$/u, '')}${name.endsWith('а') ? 'ой' : name.endsWith('я') ? 'ей' : 'ом'} работать не буду`,
  ],
  tg: [
    (name) => `Ба ${name} чизе нагӯед`,
    (name) => `${name}ро дидан намехоҳам`,
    (name) => `аз хешони ${name}${vowel.test(name) ? 'и' : 'ӣ'} ман касе набошад`,
  ],
  en: [(name) => `do not tell ${name}, please`, (name) => `nobody from ${name}’s office`],
};
const languages = Object.keys(NAMES) as (keyof typeof NAMES)[];

it('whoever is named in a sentence of the four languages, in whatever case, is never let pass', () => {
  for (const language of languages)
    for (const name of NAMES[language])
      for (const sentence of SENTENCES[language])
        expect([sentence(name), name, exclusionOf(said(sentence(name)), ofName(name))]).not.toContain('none');
});

it('whoever is not named there is hardly ever in doubt, so that somebody who is asked looks', () => {
  let asked = 0;
  const doubted: string[] = [];
  for (const language of languages)
    for (const name of NAMES[language])
      for (const sentence of SENTENCES[language]) {
        const { means, mayMean } = saidIn(sentence(name));
        for (const other of ALL.filter((one) => one !== name)) {
          asked += 1;
          if (means([other]) || mayMean([other])) doubted.push(`${sentence(name)} → ${other}`);
        }
      }
  expect(doubted.length / asked, doubted.join('\n')).toBeLessThan(0.01);
});

it('what people write of those whom they fear names no organisation', () => {
  const written = [
    'qardaşımın dostlarından heç kim',
    'ərimin işlədiyi yer, polisdə tanışı var',
    'никого из нашего района, у брата там знакомые',
    'мужчин не надо, и никого из церкви',
    'аз хешони шавҳарам касе набошад',
    'my uncle’s friends, the clinic by the bus stop',
  ];
  const organisations = [
    'Təmiz Dünya',
    'Ümid',
    'Sığınacaq «Ev»',
    'Дом надежды',
    'Маркази занон',
    'The Open Door',
    'Centre for All of Us',
    'Aid',
  ];
  for (const words of written)
    for (const name of organisations)
      expect([words, name, exclusionOf(said(words), ofName(name))]).toEqual([words, name, 'none']);
});

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  c: 'с',
  p: 'р',
  x: 'х',
  y: 'у',
  i: 'і',
  ə: 'ә',
};

it('letters of another alphabet that look the same hide no name, nor do signs that nobody sees', () => {
  const names = ['Clean Home', 'Açıq Qapı', 'Nəcat', 'Payız', 'Copper'];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.infiniteStream(fc.boolean()),
      fc.boolean(),
      (name, swaps, unseen) => {
        const written = [...name]
          .map((letter) => (swaps.next().value === true ? (LOOK_ALIKE[letter] ?? letter) : letter))
          .join(unseen ? '\u200B' : '');
        expect(exclusionOf(said(written), ofName(name)), written).not.toBe('none');
        expect(exclusionOf(said(`not to ${name}`), ofName(written)), written).not.toBe('none');
      },
    ),
  );
});

it('what stands in an alphabet that is not compared is in doubt, whoever it is about', () => {
  for (const words of ['طاهره', 'ელზა', 'Ելենա', 'no 张伟'])
    expect(exclusionOf(said(words), ofName('Somebody else'))).toBe('doubt');
  expect(exclusionOf(said('my uncle'), ofName('ელზა'))).toBe('doubt');
  expect(exclusionOf(said(''), ofName('ელზა'))).toBe('none');
});

it('of two versions of what a client does not want, written by two who did not know of each other, both exclude', () => {
  const [person] = said('Nothing to Polad');
  if (person === undefined) throw new Error('nobody');
  const both = [
    {
      ...person,
      conflict: true,
      versions: { exclusions: ['Nothing to Polad', 'Not to Sunrise'], excludedIds: [[], ['org']] },
    },
  ];
  expect(exclusionOf(both, { ids: [], names: ['Polad'] })).not.toBe('none');
  expect(exclusionOf(both, { ids: [], names: ['Sunrise'] })).not.toBe('none');
  expect(exclusionOf(both, { ids: ['org'], names: ['Any'] })).toBe('excluded');
  expect(exclusionOf(both, { ids: [], names: ['Moonlight'] })).toBe('none');
});

it.each([
  ['Только не Гульнаре', 'Гульноза'],
  ['Не в ЦПЖ', 'Детская больница'],
  ['Оле', 'Олимп'],
])('a shortened name is doubted with what it stands for alone: %s → %s', (words, name) => {
  expect(exclusionOf(said(words), { ids: [], names: [name] })).toBe('none');
});
