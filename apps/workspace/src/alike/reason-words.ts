import type { AlikeReason } from '@dayaq/domain';
import type { MessageKey } from '@dayaq/locale';
import { t } from '../locale/index.ts';

const WORDS = {
  number: 'alike.reason.number',
  telephone: 'alike.reason.telephone',
  'name-full': 'alike.reason.nameFull',
  'name-same': 'alike.reason.nameSame',
  'name-close': 'alike.reason.nameClose',
  'name-part': 'alike.reason.namePart',
  'other-name': 'alike.reason.otherName',
  'birth-year': 'alike.reason.birthYear',
  age: 'alike.reason.age',
  'other-age': 'alike.reason.otherAge',
  place: 'alike.reason.place',
  region: 'alike.reason.region',
  'other-place': 'alike.reason.otherPlace',
  act: 'alike.reason.act',
  day: 'alike.reason.day',
} as const satisfies Record<AlikeReason, MessageKey>;

/** Why two people may be one, in a line; what speaks against it stands last, as it is reckoned. */
export function reasonWords(reasons: readonly AlikeReason[]): string {
  const against = (reason: AlikeReason): number => (reason.startsWith('other-') ? 1 : 0);
  return [...reasons]
    .sort((a, b) => against(a) - against(b))
    .map((reason) => t(WORDS[reason]))
    .join(' · ');
}
