import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from './language.ts';
import { loadPassphraseWords } from './passphrase-words.ts';

/** With so many, six words have 64 bits. */
const LEAST = 1626;

const LETTERS: Readonly<Record<Language, RegExp>> = {
  az: /^[abcçdeəfgğhxıijkqlmnoöprsştuüvyz]+$/u,
  ru: /^[абвгдежзийклмнопрстуфхцчшщъыьэюя]+$/u,
  en: /^[a-z]+$/u,
  tg: /^[абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя]+$/u,
};

/** As the canonical form of a passphrase has them, so that no two differ only by what a keyboard changes. */
const SAME: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ç: 'c',
  ğ: 'g',
  ö: 'o',
  ş: 's',
  ü: 'u',
  ё: 'е',
  й: 'и',
  ғ: 'г',
  ӣ: 'и',
  қ: 'к',
  ӯ: 'у',
  ҳ: 'х',
  ҷ: 'ч',
};
const plain = (word: string): string => [...word].map((letter) => SAME[letter] ?? letter).join('');

/** Words that nobody should find on their screen, as beginnings: violence, illness, prison, faith, slurs, power. */
const UNWANTED: Readonly<Record<Language, string>> = {
  az: `ölüm öldür qatil bıçaq silah həbs polis türmə zindan işgəncə zorla qan müharibə hərb əsgər ordu bomba edam şəhid soyqırım
    xəncər güllə qorxu qəzəb nifrət xəstə ağrı dəli axmaq fahişə pozğun çolaq əlil qozbel xoruz mavi qul kasıb yetim talaq məscid
    namaz allah kilsə şeytan cin cəhənnəm günah donuz şərab araq narkotik iynə qarabağ ermən`,
  ru: `смерт убий убит нож оруж тюрьм полиц пытк насил кровь войн солдат арми бомб казн тюрем арест допрос страх ужас ненав болезн
    рак боль дурак шлюх урод калек инвалид петух голуб раб нищ сирот церков икон бог дьявол черт ад грех свинья водк наркот игла
    крест мечет молитв гроб могил труп плен лагер крым`,
  en: `death kill knife gun weapon prison police torture rape blood war soldier army bomb arrest fear horror hate disease cancer pain
    idiot whore slut fairy pansy queer slave orphan church mosque devil demon hell sin pork needle grave corpse jail fag dyke tranny
    cripple bomb sword blade wound`,
  tg: `марг қатл куш корд силоҳ зиндон полис шиканҷа зӯрӣ хун ҷанг сарбоз артиш бомба ҳабс тарс кина бемор дард аблаҳ фоҳиша бача
    маъюб кӯр кар лол ғулом гадо ятим масҷид намоз худо шайтон дӯзах гуноҳ хук шароб арақ сӯзан гӯр мурда толиб пешво`,
};
/** Plain words that only begin like one of those; looked at one by one. */
const HARMLESS: Readonly<Record<Language, ReadonlySet<string>>> = {
  az: new Set(['cins', 'dəlil', 'qanad', 'qulaq']),
  ru: new Set([
    'адаптер',
    'адвокат',
    'адрес',
    'богатырь',
    'большой',
    'казна',
    'ножка',
    'ножницы',
    'работа',
    'ракета',
    'раковина',
    'ракушка',
    'труппа',
    'чертеж',
  ]),
  en: new Set(['gravel', 'paint', 'since', 'sing', 'sink', 'warbler', 'warm']),
  tg: new Set([
    'арақчин',
    'карашма',
    'карнай',
    'карор',
    'картошка',
    'кушод',
    'кӯрпа',
    'лола',
    'пешвоз',
    'хунук',
    'қатлама',
  ]),
};

describe.each(LANGUAGES)('the words of offered passphrases in %s', (language) => {
  const words = readFileSync(new URL(`../passphrase-words/${language}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

  it('are enough for six of them to be out of reach', () => {
    expect(words.length).toBeGreaterThanOrEqual(LEAST);
  });

  it('are of four to nine letters of that language’s keyboard', () => {
    expect(words.filter((word) => !LETTERS[language].test(word))).toEqual([]);
    expect(words.filter((word) => word.length < 4 || word.length > 9)).toEqual([]);
  });

  it('differ in their first four letters, also without marks', () => {
    const beginnings = words.map((word) => plain(word).slice(0, 4));
    expect(beginnings.filter((beginning, i) => beginnings.indexOf(beginning) !== i)).toEqual([]);
  });

  it('are in order, so that a change shows', () => {
    expect(words).toEqual([...words].sort());
  });

  it('frighten and offend nobody, as far as a list can say', () => {
    const unwanted = UNWANTED[language].split(/\s+/u);
    const found = words.filter(
      (word) => !HARMLESS[language].has(word) && unwanted.some((beginning) => word.startsWith(beginning)),
    );
    expect(found).toEqual([]);
  });

  it('are what is loaded', async () => {
    expect(await loadPassphraseWords(language)).toEqual(words);
  });
});
