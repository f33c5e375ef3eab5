import { carefulAnswer, type Field } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { sameValue, textsOf } from './changes-between.ts';

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
  if (joins === 'all') {
    const told = all.filter((value, at) => all.findIndex((each) => sameValue(each, value)) === at);
    return told.length === 1 ? told[0] : wordsOfBoth(type, told);
  }
  return (carefulAnswer({ type, joins }, all) as Value | undefined) ?? null;
}

/** Undefined where there is no room for both: what is not taken along stays to be read in the one that ended. */
function wordsOfBoth(type: Field['type'], told: readonly Value[]): string | undefined {
  const isLong = type.is === 'text' && type.long === true;
  const words = told.filter((each) => typeof each === 'string').join(isLong ? '\n\n' : ' · ');
  return type.is === 'text' && words.length <= type.max ? words : undefined;
}
