import { carefulAnswer, type Field } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { textsOf } from './changes-between.ts';

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
  return carefulAnswer({ type, joins }, all) as Value | undefined;
}
