import { mayEndIn } from './name-doubt.ts';

/**
 * What people call each other for short, in the languages of these countries: the short forms, then the names that they may stand
 * for. Only to raise doubt: nobody is taken for somebody else by it.
 */
const SHORT = `
Оля Оленька Олька:Ольга
Гуля Гулечка:Гульнара Гульнора Гульноза Гульчехра Гульшан Гульмира Гульсара Гулбахор Гулрухсор Айгуль
Саша Сашка Саня Шура:Александр Александра
Маша Маруся Манька:Мария Марьям
Катя Катюша:Екатерина
Лена Леночка Алёна:Елена
Таня Танюша:Татьяна
Наташа Ната:Наталья Наталия Натаван
Настя Ася:Анастасия
Аня Анюта Нюра:Анна
Ира Ириша Ирка:Ирина
Света Светик:Светлана
Юля:Юлия
Люда Люся Мила:Людмила
Надя Надюша:Надежда
Люба:Любовь
Галя:Галина
Валя:Валентина Валентин
Женя:Евгений Евгения
Лиза:Елизавета
Даша:Дарья
Ксюша Ксюха:Ксения Оксана
Лара:Лариса
Рита:Маргарита
Соня:Софья София
Поля:Полина
Вика:Виктория
Зина:Зинаида
Тома:Тамара
Рая:Раиса Райхон
Вова Володя:Владимир
Дима Димон:Дмитрий
Миша:Михаил
Коля:Николай
Паша:Павел
Петя:Пётр
Серёжа Серый:Сергей
Лёша Алёша:Алексей
Витя:Виктор
Гриша:Григорий
Гена:Геннадий
Боря:Борис
Ваня:Иван
Вася:Василий
Толя Толик:Анатолий
Костя:Константин
Юра:Юрий
Жора Гоша:Георгий
Слава:Вячеслав Ярослав Станислав Владислав
Стас:Станислав
Влад:Владислав Владимир
Рома:Роман
Диля Дила:Дильноза Дилором Дилафруз Дилбар Дильшод
Зуля:Зульфия Зулайхо Зулхумор
Зара:Зарина Заррина Заринамо
Фира:Фируза Фирдавс
Фая:Фарида Фаина
Шаха:Шахноза Шаҳноза Шахло
Нига:Нигора Нигина
Мехра:Мехрангез Мехринисо
Мохи:Моҳира Моҳинав
Нодя:Нодира
Сая:Сайёра
Бахти Баха:Бахтиёр Бахтовар
Рустик:Рустам
Ҷама:Ҷамшед Ҷамила
Хура:Хуршед Хуршеда
Муха Мухи:Муҳаммад Муҳаммадҷон
Абду:Абдулло Абдураҳмон Абдуқодир
Эля Elya Ela:Elmira Elvira Elnarə
Elik Elo:Elçin Elnur Eldar Elşən
Ayka:Aytən Aynur Aygün Ayşən
Seva:Sevinc Sevil Sevda
Gülü Güli:Gülnarə Gülşən Gülnaz Gülbəniz
Fatma Fatoş:Fatimə
Zeyno:Zeynəb
Kəma:Kəmalə
Mehri Mexa:Mehriban
Pəri:Pərvanə Pərvin
Nərgi:Nərgiz
Lala:Lalə
Ramo:Ramil Ramin Ramiz
Samo:Samir Samirə
Rufik:Rüfət Rufat
Vuqa:Vüqar
Orik:Orxan
Kamo:Kamran Kamal
Məmiş:Məmməd
İbiş:İbrahim
Həso:Həsən
Hüso:Hüseyn
Rəşo:Rəşad
Liz Beth Betty:Elizabeth
Kate Katie:Katherine Catherine
Sasha Alex:Alexander Alexandra
Bob Rob:Robert
Bill Will:William
Mike:Michael
`;

interface Known {
  sound: string;
  /** What it may stand for, by sound; a full name for itself. */
  fulls: readonly string[];
}

/** A table's names by their sound, as far as `soundOf` tells it. */
export class ShortNames {
  readonly #known = new Map<string, Known>();

  constructor(soundOf: (name: string) => string) {
    const add = (sound: string, fulls: readonly string[]): void => {
      const before = this.#known.get(sound)?.fulls ?? [];
      this.#known.set(sound, { sound, fulls: [...new Set([...before, ...fulls])] });
    };
    for (const line of SHORT.trim().split('\n')) {
      const [shorts = [], fulls = []] = line
        .split(':')
        .map((names) => names.split(' ').map((name) => soundOf(name).trim()));
      for (const full of fulls) add(full, [full]);
      for (const short of shorts) add(short, fulls);
    }
  }

  /** What a word of a name may stand for. */
  standsFor(word: string): readonly string[] {
    return this.#known.get(word)?.fulls ?? [];
  }

  /** What a word of a sentence may stand for, with whatever ending a sentence puts behind it. */
  mayStandFor(word: string): readonly string[] {
    return [...this.#known.values()].flatMap(({ sound, fulls }) =>
      word === sound || mayEndIn(word, sound) ? fulls : [],
    );
  }
}

/** Words of which the first letters are read as one name. */
const MOST_WORDS = 12;
/** Letters of an acronym that is looked for inside a sentence; a shorter one is any two words. */
const SURE = 3;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Words in capitals alone, letter by letter as they sound. */
export const acronymsIn = (text: string, soundOf: (letter: string) => string): string[] =>
  wordsOf(text)
    .filter((word) => /^\p{Lu}{2,8}$/u.test(word))
    .map((word) => [...word].map((letter) => soundOf(letter).trim()).join(''));

/** What the first letters of a text's words spell by their sound: of all of them, and of whatever follows each other in it. */
export function initialsIn(text: string, soundOf: (letter: string) => string): string[] {
  const first = wordsOf(text)
    .slice(0, MOST_WORDS)
    .map((word) => soundOf([...word][0] ?? '').trim());
  const runs = first.flatMap((_, from) =>
    first.slice(from + SURE - 1).map((__, i) => first.slice(from, from + SURE + i).join('')),
  );
  return [...new Set([first.length < 2 ? '' : first.join(''), ...runs])].filter((each) => each.length > 1);
}
