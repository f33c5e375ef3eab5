import type { Change, Id, Value } from '@dayaq/vault/client';
import { emptyDraft, type IntakeDraft } from '../intake/draft.ts';

type Values = Readonly<Record<string, Value>>;

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** Where a letter stands from now on. */
export const letterStands = (
  letter: Id,
  state: 'open' | 'answered' | 'became-case' | 'put-away',
): Change[] => [{ kind: 'letter', record: letter, fields: { state: { set: state } } }];

/**
 * A colleague whom it concerns is kept out from now on: of what becomes of the letter too, and of what its sender writes once they have
 * the next answer, which names those who are left. Goes with `restrict`, which closes it.
 */
export function letterBarred(letter: Id, values: Values, concerned: readonly Id[]): Change[] {
  const idsIn = (field: string): string[] => textOf(values[field]).split(' ').filter(Boolean);
  const isOut = (account: string): boolean => concerned.some((each) => each === account);
  const fields: Change['fields'] = {
    barred: { set: [...new Set([...idsIn('barred'), ...concerned])].join(' ') },
    readers: {
      set: idsIn('readers')
        .filter((account) => !isOut(account))
        .join(' '),
    },
    ...(isOut(textOf(values['owner'])) ? { owner: { set: null } } : {}),
  };
  return [{ kind: 'letter', record: letter, fields }];
}

/**
 * A letter becomes a case: everything that was written stands in it as the person's own words, and it is closed to all but those
 * who could open the letter, so that nobody whom its sender barred learns of it this way. These stand as excluded by the person, so
 * that nobody opens the case to them later without knowing.
 * @param further what was written when they came back, in its order: fields of `letter-more`
 */
export function draftFromLetter(
  letter: Id,
  values: Values,
  further: readonly Values[],
  readers: readonly Id[],
  opened: string,
  me: Id,
): IntakeDraft {
  const draft = emptyDraft(opened, me);
  const asked = ['when', 'where', 'who', 'need', 'reach'].map((name) => textOf(values[name]));
  const more = further.map(({ words }) => textOf(words));
  const words = [textOf(values['words']), ...asked, ...more].filter((each) => each !== '').join('\n\n');
  const barred = [values, ...further].flatMap((each) => textOf(each['barred']).split(' ').filter(Boolean));
  const danger = values['danger'];
  return {
    ...draft,
    lead: letter,
    isLetter: true,
    case: { ...draft.case, channel: 'public-page', ...(danger == null ? {} : { danger }) },
    words,
    ...(barred.length === 0 ? {} : { client: { excludedIds: [...new Set(barred)] } }),
    readers: [...readers],
  };
}
