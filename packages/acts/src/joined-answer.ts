import type { Field } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { sameValue, textsOf } from './changes-between.ts';

/** The answers of the list `answer`, from what allows the least to what allows the most. */
const ALLOWING = ['no', 'prefers-not', 'unknown', 'yes'];
const FEARING = ['yes', 'unknown', 'prefers-not', 'no'];

/**
 * What one field says where two records become one, by `Field.joins`; undefined where the first keeps what it says.
 * @param own all that stands of it in the record that goes on, `other` in the one that ends; none where nothing was said
 */
export function joinedAnswer(
  { type, joins }: Field,
  own: readonly Value[],
  other: readonly Value[],
): Value | undefined {
  if (other.length === 0) return undefined;
  const all = [...own, ...other];
  if (joins === undefined) {
    if (type.is === 'codes' || type.is === 'links') return [...new Set(all.flatMap(textsOf))];
    return own.length === 0 ? other.at(-1) : undefined;
  }
  switch (type.is) {
    case 'codes': {
      const sets = all.map(textsOf);
      const each = [...new Set(sets.flat())];
      return joins === 'most' ? each : each.filter((code) => sets.every((set) => set.includes(code)));
    }
    case 'answer':
      return (joins === 'least' ? ALLOWING : FEARING).find((answer) => all.includes(answer));
    default: {
      const told = all.filter((value, at) => all.findIndex((each) => sameValue(each, value)) === at);
      if (told.length === 1) return told[0];
      if (joins === 'all') return wordsOfBoth(type, told);
      return joins === 'most' ? told.filter((words) => typeof words === 'string').join('\n') : null;
    }
  }
}

/** Undefined where there is no room for both: what is not taken along stays to be read in the one that ended. */
function wordsOfBoth(type: Field['type'], told: readonly Value[]): string | undefined {
  const isLong = type.is === 'text' && type.long === true;
  const words = told.filter((each) => typeof each === 'string').join(isLong ? '\n\n' : ' · ');
  return type.is === 'text' && words.length <= type.max ? words : undefined;
}
