import { type ListName, otherCodes } from './code-lists/index.ts';
import type { Field, FieldType, Reach, Sensitivity } from './kind.ts';

/** What differs from the usual field of its sensitivity. */
export type Traits = Partial<Omit<Field, 'name' | 'type' | 'sensitivity'>>;

/**
 * The cautious default of each sensitivity: nothing is counted unless it says so, only the ordinary may be released,
 * and that after review.
 */
const CAUTION: Record<Sensitivity, Pick<Field, 'sensitivity' | 'share' | 'count' | 'release' | 'minimal'>> = {
  identifying: { sensitivity: 'identifying', share: true, count: false, release: 'never', minimal: false },
  sensitive: { sensitivity: 'sensitive', share: true, count: false, release: 'never', minimal: false },
  ordinary: { sensitivity: 'ordinary', share: true, count: false, release: 'after-review', minimal: false },
};

type Make = (name: string, type: FieldType, traits?: Traits) => Field;
const of =
  (sensitivity: Sensitivity): Make =>
  (name, type, traits = {}) => ({ name, type, ...CAUTION[sensitivity], ...traits });

/** Tells who somebody is. */
export const identifying = of('identifying');
/** Would harm somebody if it came out, together with who they are. */
export const sensitive = of('sensitive');
export const ordinary = of('ordinary');

/** Counted in statistics, and released only as counts. */
export const counted = { count: true, release: 'free' } as const satisfies Traits;
/** Asked at intake. */
export const minimal = { minimal: true } as const satisfies Traits;
/** For our own work; no referral carries it and nothing releases it. */
export const internal = { share: false, release: 'never' } as const satisfies Traits;

/** Set by the program, for our own work. */
export const byProgram = { ...internal, byProgram: true } as const satisfies Traits;

/** One line, at most `max` characters. */
export const line = (max = 120): FieldType => ({ is: 'text', max });
/** Several lines, at most `max` characters. */
export const lines = (max = 10_000): FieldType => ({ is: 'text', long: true, max });
export const code = (list: ListName): FieldType => ({ is: 'code', list });
export const codes = (list: ListName): FieldType => ({ is: 'codes', list });
export const reference = (kind: string): FieldType => ({ is: 'reference', kind });
export const references = (kind: string): FieldType => ({ is: 'references', kind });
/** One dossier or record elsewhere, of these kinds. */
export const link = (reach: Reach, ...kinds: string[]): FieldType => ({
  is: 'link',
  to: { reach: [reach], kinds },
});
/** A set of dossiers or records elsewhere, of these kinds. */
export const links = (reach: Reach | readonly Reach[], ...kinds: string[]): FieldType => ({
  is: 'links',
  to: { reach: typeof reach === 'string' ? [reach] : reach, kinds },
});
/** As many links as the number `field` of the same record says. */
export const atMost = (type: FieldType, field: string): FieldType =>
  type.is === 'links' ? { ...type, bound: field } : type;
export const DATE: FieldType = { is: 'date' };
export const PLACE: FieldType = { is: 'place' };
export const MOMENT: FieldType = { is: 'moment' };
export const ANSWERED: FieldType = { is: 'answer' };
export const MEMBER: FieldType = { is: 'member' };
export const MONEY: FieldType = { is: 'money' };
export const BLOB: FieldType = { is: 'blob' };

/** `<field>Other`: the words that go with an "other (say)" of the field's list. As sensitive as its field. */
export function other(field: Field): Field {
  if (field.type.is !== 'code' && field.type.is !== 'codes') throw new Error(`${field.name} has no list`);
  return {
    name: `${field.name}Other`,
    type: line(200),
    ...CAUTION[field.sensitivity],
    share: field.share,
    minimal: field.minimal,
    when: { field: field.name, in: otherCodes(field.type.list) },
    ...(field.answer === true ? { answer: true } : {}),
  };
}

/** The field followed by its `<field>Other`. */
export const withOther = (field: Field): readonly [Field, Field] => [field, other(field)];
