import * as v from 'valibot';

export const bytes = (length: number) =>
  v.pipe(
    v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    v.check((b) => b.length === length),
  );
export const bytesUpTo = (max: number, min = 1) =>
  v.pipe(
    v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    v.check((b) => b.length >= min && b.length <= max),
  );
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
/** Numbers that stay small: seqs, epochs, generations, indexes. */
export const small = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));
/** Days since 1970, to the end of 2199: each is one that can be written down. */
export const day = v.pipe(count, v.maxValue(84_005));
export const listOf = <S extends v.GenericSchema>(item: S, max: number) =>
  v.pipe(v.array(item), v.maxLength(max));
export const id16 = bytes(16);
export const id32 = bytes(32);
export const empty = v.strictObject({});
