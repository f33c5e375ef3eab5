import type { Tells } from '@dayaq/domain/survey';
import { folded } from '../folded.ts';

/** Words by which a question shows that its answer tells who somebody is; whoever makes the survey can say otherwise. */
const WORDS: Readonly<Record<Tells, readonly string[]>> = {
  place: [
    'district',
    'region',
    'city',
    'village',
    'town',
    'rayon',
    'rayonu',
    'şəhər',
    'kənd',
    'район',
    'город',
    'село',
    'область',
    'ноҳия',
    'шаҳр',
    'деҳа',
    'вилоят',
    'where do you live',
  ],
  age: [
    'age',
    'old',
    'born',
    'birth',
    'yaş',
    'yaşınız',
    'doğum',
    'возраст',
    'лет',
    'рождения',
    'син',
    'синну',
    'сола',
    'таваллуд',
  ],
  group: [
    'gender',
    'sex',
    'orientation',
    'ethnicity',
    'nationality',
    'occupation',
    'profession',
    'cins',
    'gender',
    'millət',
    'peşə',
    'пол',
    'гендер',
    'национальность',
    'профессия',
    'ҷинс',
    'миллат',
    'касб',
  ],
};

/** What the answers to a question tell of a person, by its name and words. */
export function tellsOf(texts: readonly string[]): Tells | undefined {
  const said = ` ${folded(texts.join(' ').replace(/[_.-]/g, ' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return (Object.keys(WORDS) as Tells[]).find((tells) =>
    WORDS[tells].some((word) => said.includes(` ${folded(word)} `)),
  );
}
