import { type ListName, otherCodes } from './code-lists/index.ts';
import type { Field, FieldType, Reach, Sensitivity } from './kind.ts';

/** What differs from the usual field of its sensitivity. */
export type Traits = Partial<Omit<Field, 'name' | 'type' | 'sensitivity'>>;

/**
 * The cautious default of each sensitivity: only the ordinary may be released, and that after review.
 */
const CAUTION: Record<Sensitivity, Pick<Field, 'sensitivity' | 'share' | 'release'>> = {
  identifying: { sensitivity: 'identifying', share: true, release: 'never' },
  sensitive: { sensitivity: 'sensitive', share: true, release: 'never' },
  ordinary: { sensitivity: 'ordinary', share: true, release: 'after-review' },
};

type Make = <const Name extends string>(name: Name, type: FieldType, traits?: Traits) => Field<Name>;
const of =
  (sensitivity: Sensitivity): Make =>
  (name, type, traits = {}) => ({ name, type, ...CAUTION[sensitivity], ...traits });

/** Tells who somebody is. */
export const identifying = of('identifying');
/** Would harm somebody if it came out, together with who they are. */
export const sensitive = of('sensitive');
export const ordinary = of('ordinary');

/** Released freely, as counts. */
export const counted = { release: 'free' } as const satisfies Traits;
/** For our own work; no referral carries it and nothing releases it. */
export const internal = { share: false, release: 'never' } as const satisfies Traits;

/** Set by the program, for our own work. */
export const byProgram = { ...internal, byProgram: true } as const satisfies Traits;

/** One line, at most `max` characters. */
export const line = (max = 120): FieldType => ({ is: 'text', max });
/** Several lines, at most `max` characters. */
export const lines = (max = 10_000): FieldType => ({ is: 'text', long: true, max });
export const code = (list: ListName, without?: readonly string[]): FieldType => ({
  is: 'code',
  list,
  ...(without === undefined ? {} : { without }),
});
export const codes = (list: ListName): FieldType => ({ is: 'codes', list });
export const reference = (kind: string): FieldType => ({ is: 'reference', kind });
export const references = (kind: string): FieldType => ({ is: 'references', kind });
/** One dossier or record elsewhere, of these kinds. */
export const link = (reach: Reach | readonly Reach[], ...kinds: string[]): FieldType => ({
  is: 'link',
  to: { reach: typeof reach === 'string' ? [reach] : reach, kinds },
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
/** A day of our own work. */
export const OUR_DAY: FieldType = { is: 'date', ours: true };
export const PLACE: FieldType = { is: 'place' };
export const MOMENT: FieldType = { is: 'moment' };
export const ANSWERED: FieldType = { is: 'answer' };
export const MEMBER: FieldType = { is: 'member' };
export const MONEY: FieldType = { is: 'money' };
export const BLOB: FieldType = { is: 'blob' };
export const FIELDS: FieldType = { is: 'fields' };

/** `<field>Other`: the words that go with an "other (say)" of the field's list. As sensitive as its field. */
export function other<Name extends string>(field: Field<Name>): Field<`${Name}Other`> {
  if (field.type.is !== 'code' && field.type.is !== 'codes') throw new Error(`${field.name} has no list`);
  return {
    name: `${field.name}Other`,
    type: line(200),
    ...CAUTION[field.sensitivity],
    share: field.share,
    when: { field: field.name, in: otherCodes(field.type.list) },
    ...(field.answer === true ? { answer: true } : {}),
    ...(field.part === undefined ? {} : { part: field.part }),
    ...(field.joins === undefined ? {} : { joins: field.joins }),
    ...(field.once === true ? { once: true } : {}),
  };
}

/** The field followed by its `<field>Other`. */
export const withOther = <Name extends string>(
  field: Field<Name>,
): readonly [Field<Name>, Field<`${Name}Other`>] => [field, other(field)];
