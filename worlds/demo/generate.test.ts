import { codeOf, fieldOf, isReference, type Language, LANGUAGES, validateRecord } from '@dayaq/domain';
import type { Change, Value } from '@dayaq/vault/client';
import { describe, expect, test } from 'vitest';
import { dayThere } from './days.ts';
import { generateCases } from './generate.ts';
import type { GeneratedCase, GenerateOptions } from './generated.ts';
import { Chance } from './random.ts';
import { SCENARIOS, type ScenarioKey } from './scenarios/index.ts';
import { fill, type Words, WORDS } from './words/index.ts';

const AZ: GenerateOptions = {
  seed: 11,
  count: 400,
  country: 'az',
  languages: ['az', 'ru', 'en'],
  members: [
    { account: 'coordinator', role: 'coordinator', languages: ['az'], work: 'coordinates' },
    { account: 'street', role: 'caseworker', languages: ['az'], work: 'street' },
    { account: 'russian', role: 'caseworker', languages: ['ru'], work: 'street' },
    { account: 'lawyer', role: 'caseworker', languages: ['en', 'az'], work: 'law' },
    { account: 'reader', role: 'viewer', languages: ['en'], work: 'reads' },
  ],
  until: '2026-11-21',
};
const TJ: GenerateOptions = {
  ...AZ,
  seed: 12,
  country: 'tj',
  languages: ['tg', 'ru', 'en'],
  members: [
    { account: 'coordinator', role: 'coordinator', languages: ['tg'], work: 'coordinates' },
    { account: 'street', role: 'caseworker', languages: ['tg'], work: 'street' },
    { account: 'lawyer', role: 'caseworker', languages: ['ru', 'en'], work: 'law' },
  ],
};
const az = [...generateCases(AZ)];
const tj = [...generateCases(TJ)];
const all = [...az, ...tj];

const valueOf = (op: Change['fields'][string]): Value => ('set' in op ? op.set : op.add);

const idsOf = (value: Value): string[] =>
  (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');

/** The records of a case as they stand at its end. */
function recordsOf(of: GeneratedCase) {
  const records = new Map<string, { kind: string; fields: Record<string, Value> }>();
  for (const { changes } of of.acts) {
    for (const { kind, record, fields } of changes) {
      const known = records.get(record) ?? { kind, fields: {} };
      for (const [name, op] of Object.entries(fields)) known.fields[name] = valueOf(op);
      records.set(record, known);
    }
  }
  return records;
}

/** Every text of every act, with the language of the act. */
function* textsOf(cases: readonly GeneratedCase[]): Generator<{ language: Language; text: string }> {
  for (const { acts } of cases) {
    for (const { language, changes } of acts) {
      for (const { kind, fields } of changes) {
        for (const [name, op] of Object.entries(fields)) {
          const value = valueOf(op);
          const isText = fieldOf(kind, name)?.type.is === 'text' && name !== 'reference';
          if (isText && typeof value === 'string') yield { language, text: value };
        }
      }
    }
  }
}

describe('the same world again', () => {
  test('the same seed gives the same cases, to the last letter', () => {
    expect([...generateCases(AZ)]).toEqual(az);
  });

  test('a case does not depend on how many there are', () => {
    expect([...generateCases({ ...AZ, count: 7 })]).toEqual(az.slice(0, 7));
  });

  test('another seed gives another world', () => {
    const other = [...generateCases({ ...AZ, seed: 13 })];
    expect(other.map((each) => each.dossier)).not.toContain(az[0]?.dossier);
  });
});

describe('every case', () => {
  test('holds only records in which a form would find nothing to point out', () => {
    for (const of of all) {
      for (const { kind, fields } of recordsOf(of).values()) {
        expect(validateRecord(kind, fields), JSON.stringify({ kind, fields })).toEqual([]);
      }
    }
  });

  test('refers only to records of its own, of the right kind, and to members who exist', () => {
    const members = new Set([...AZ.members, ...TJ.members].map((member) => member.account));
    for (const of of all) {
      const records = recordsOf(of);
      for (const { kind, fields } of records.values()) {
        for (const [name, value] of Object.entries(fields)) {
          const type = fieldOf(kind, name)?.type;
          if (type === undefined) throw new Error(`${kind} has no field ${name}`);
          if (type.is === 'member') expect(members).toContain(value);
          if (type.is !== 'reference' && type.is !== 'references') continue;
          for (const id of idsOf(value)) expect(records.get(id)?.kind, `${kind}.${name}`).toBe(type.kind);
        }
      }
    }
  });

  test('begins with an intake that makes the case, under a reference that can be read aloud', () => {
    const references = new Set<unknown>();
    for (const { dossier, acts } of all) {
      const [root] = acts[0].changes;
      expect(root?.record).toBe(dossier);
      const reference = root?.fields['reference'];
      const text = reference !== undefined && 'set' in reference ? reference.set : null;
      expect(isReference(text)).toBe(true);
      references.add(text);
    }
    expect(references.size).toBe(all.length);
  });

  test('has its acts in order, none after "today" and none by somebody who may only read', () => {
    for (const { acts } of all) {
      for (const [i, act] of acts.entries()) {
        const before = acts[i - 1];
        expect(act.author).not.toBe('reader');
        expect(dayThere(act.at, 'tj') <= '2026-11-21').toBe(true);
        if (before === undefined) continue;
        expect(act.at).toBeGreaterThan(before.at);
        expect(act.round).toBeGreaterThanOrEqual(before.round);
        // A round is one person's, except where two did not know of each other; both then write just once.
        if (act.round === before.round && act.author !== before.author) {
          expect(acts.filter((each) => each.round === act.round)).toHaveLength(2);
        }
      }
    }
  });

  test('lets those who write in it read it', () => {
    for (const { acts, restrictedTo } of all) {
      if (restrictedTo !== null) for (const { author } of acts) expect(restrictedTo).toContain(author);
    }
  });

  test('says what happened before it was opened, or in the same month or year', () => {
    for (const of of all) {
      for (const { kind, fields } of recordsOf(of).values()) {
        if (kind !== 'violation') continue;
        const { day } = fields['date'] as { day: string };
        expect(day <= dayThere(of.acts[0].at, 'tj')).toBe(true);
      }
    }
  });
});

const LETTERS: Record<Language, RegExp> = {
  az: /^[a-zçəğıöşüA-ZÇƏĞIİÖŞÜ]+$/,
  ru: /^[а-яёА-ЯЁ]+$/,
  // Tajik has no ц, щ, ы, ь.
  tg: /^[абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя]+$/i,
  en: /^[a-zA-Z]+$/,
};

describe('words', () => {
  test('every text is in the letters of its language', () => {
    const seen = new Set<Language>();
    for (const { language, text } of textsOf(all)) {
      seen.add(language);
      for (const word of text.match(/\p{L}+/gu) ?? []) expect(word, text).toMatch(LETTERS[language]);
    }
    expect([...seen].sort()).toEqual([...LANGUAGES].sort());
  });

  test.each(LANGUAGES)('in %s every sentence can be filled in for everybody it may be about', (language) => {
    const words = WORDS[language];
    const genders = words.binary ? (['man', 'woman'] as const) : (['man', 'woman', 'other'] as const);
    for (const sentence of sentencesOf(words)) {
      for (const gender of genders) {
        for (const country of ['az', 'tj'] as const) {
          const text = fill(sentence, words, new Chance(1), gender, country);
          expect(text).not.toMatch(/[[\]{}|]|undefined/);
          expect(text.trim()).toBe(text);
          expect(text).not.toBe('');
        }
      }
    }
  });

  test.each(LANGUAGES)(
    'in %s everything that can happen there can be told, with what followed',
    (language) => {
      const countries = language === 'az' ? ['az'] : language === 'tg' ? ['tj'] : ['az', 'tj'];
      for (const [key, scenario] of Object.entries(SCENARIOS)) {
        if (scenario.only !== undefined && !countries.includes(scenario.only)) continue;
        const telling = WORDS[language].scenarios[key as ScenarioKey];
        expect(telling?.what.length, key).toBeGreaterThan(1);
        expect(telling?.detail.length, key).toBeGreaterThan(1);
        expect((telling?.then?.length ?? 0) > 0, key).toBe(scenario.acts.length > 1);
        for (const type of scenario.responses) expect(WORDS[language].responses, type).toHaveProperty(type);
        for (const want of scenario.wants) expect(WORDS[language].wants, want).toHaveProperty(want);
        for (const act of scenario.acts) {
          for (const state of act.state) expect(WORDS[language].state, state).toHaveProperty(state);
        }
      }
    },
  );

  test('a page of fifty cases does not repeat itself', () => {
    for (const cases of [az, tj]) {
      const summaries = cases
        .slice(0, 50)
        .map((each) => recordsOf(each).get(each.dossier)?.fields['summary']);
      expect(new Set(summaries).size).toBeGreaterThan(46);
    }
  });
});

test('scenarios use only codes that exist', () => {
  for (const scenario of Object.values(SCENARIOS)) {
    const lists: [string, readonly string[]][] = [
      ['populations', scenario.populations.flat()],
      ['gender-identities', Object.keys(scenario.genders)],
      ['wants', scenario.wants],
      ['response-types', scenario.responses],
      ['rights', scenario.rights],
      ['remedies', scenario.remedies],
      ['violation-types', scenario.acts.flatMap((act) => act.type)],
      ['place-types', scenario.acts.flatMap((act) => act.place)],
      ['perpetrator-types', scenario.acts.flatMap((act) => act.by)],
      ['services', scenario.acts.flatMap((act) => act.barrierTo ?? [])],
      ['states-of-person', scenario.acts.flatMap((act) => act.state)],
    ];
    for (const [list, codes] of lists)
      for (const code of codes) expect(codeOf(list, code), code).toBeDefined();
  }
});

test('the world is alive: open tasks are overdue, due today and due this week; some cases are restricted, some in conflict', () => {
  const due = az.flatMap((each) =>
    [...recordsOf(each).values()]
      .filter(({ kind, fields }) => kind === 'task' && fields['done'] === undefined)
      .map(({ fields }) => (fields['due'] as { day: string }).day),
  );
  expect(due.filter((day) => day < '2026-11-21').length).toBeGreaterThan(5);
  expect(due.filter((day) => day === '2026-11-21').length).toBeGreaterThan(1);
  expect(due.filter((day) => day > '2026-11-21' && day <= '2026-11-28').length).toBeGreaterThan(5);
  const restricted = all.filter((each) => each.restrictedTo !== null).length;
  expect(restricted / all.length).toBeGreaterThan(0.03);
  expect(restricted / all.length).toBeLessThan(0.2);
  const apart = all.filter(({ acts }) =>
    acts.some((act, i) => acts[i - 1]?.round === act.round && acts[i - 1]?.author !== act.author),
  );
  expect(apart.length).toBeGreaterThan(1);
});

function* sentencesOf(words: Words): Generator<string> {
  const inside = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : Array.isArray(value)
        ? value.flatMap(inside)
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(inside)
          : [];
  yield* inside({ ...words, binary: undefined });
}
