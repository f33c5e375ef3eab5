import type { Code, CodeList } from '../kind.ts';

/**
 * Who answers a list decides how it ends. `person`: somebody may say something else, not know, or prefer not to say.
 * `worker`: we note it ourselves, so there is nobody to "prefer not". `closed`: the codes are all there is.
 */
export type Answerer = 'person' | 'worker' | 'closed';

const ENDINGS: Record<Answerer, readonly Code[]> = {
  person: [
    { code: 'other', special: 'other' },
    { code: 'unknown', special: 'unknown' },
    { code: 'prefers-not', special: 'prefers-not' },
  ],
  worker: [
    { code: 'other', special: 'other' },
    { code: 'unknown', special: 'unknown' },
  ],
  closed: [],
};

const SPECIALS: Record<string, NonNullable<Code['special']>> = {
  other: 'other',
  unknown: 'unknown',
  'prefers-not': 'prefers-not',
};

function asCode(code: string): Code {
  const special = SPECIALS[code];
  return special === undefined ? { code } : { code, special };
}

/** A list of one level, in the order in which it is shown. */
export function flat(list: string, answerer: Answerer, codes: readonly string[]): CodeList {
  return { list, codes: [...codes.map(asCode), ...ENDINGS[answerer]] };
}

/** The list, with these of its codes marked as deeds that can protect. */
export function protecting(codes: readonly string[], { list, codes: all }: CodeList): CodeList {
  return { list, codes: all.map((each) => (codes.includes(each.code) ? { ...each, protects: true } : each)) };
}

/** The list, with these of its codes marked as agreed to answer by answer. */
export function eachAlone(codes: readonly string[], { list, codes: all }: CodeList): CodeList {
  return { list, codes: all.map((each) => (codes.includes(each.code) ? { ...each, alone: true } : each)) };
}

/** The list, with codes that are offered no more, each with those that people choose between in its place. */
export function divided(
  into: Readonly<Record<string, readonly string[]>>,
  { list, codes: all }: CodeList,
): CodeList {
  return {
    list,
    codes: all.map((each) => {
      const now = Object.hasOwn(into, each.code) ? into[each.code] : undefined;
      return now === undefined ? each : { ...each, divided: now };
    }),
  };
}

/**
 * A list of two levels: first-level code → its second-level codes. Each branch ends with an "other" of its own
 * (`<branch>-other`), so that an act that no code names is still counted with its like.
 */
export function tree(
  list: string,
  answerer: Answerer,
  branches: Record<string, readonly string[]>,
): CodeList {
  const codes: Code[] = [];
  for (const [parent, children] of Object.entries(branches)) {
    codes.push({ code: parent });
    for (const code of children) codes.push({ code, parent });
    codes.push({ code: `${parent}-other`, parent, special: 'other' });
  }
  return { list, codes: [...codes, ...ENDINGS[answerer]] };
}
