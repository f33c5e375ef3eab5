import {
  answersIn,
  byClock,
  dangersOf,
  escalate,
  fieldOf,
  inOrder,
  type Language,
  maySend,
  openTasks,
  weighed,
  packOf,
  type PlainRecord,
  validateRecord,
} from '@dayaq/domain';
import { describe, expect, test } from 'vitest';
import { generateCases } from '../generate.ts';
import type { GeneratedCase } from '../generated.ts';
import { ORGANISATIONS } from '../people.ts';
import type { SideAct } from '../side-act.ts';
import { type AidOptions, inventAid } from './invent-aid.ts';

const NOW = Date.parse('2026-11-21T16:00:00Z');
const HOUR = 3_600_000;

const worlds = ORGANISATIONS.map((organisation) => {
  const { country, cases: from } = organisation;
  const members = organisation.members.map((member) => ({ ...member, account: member.key }));
  const cases = [
    ...generateCases({
      ...from,
      country,
      languages: [...new Set(members.flatMap(({ languages }) => languages))],
      members,
      until: '2026-11-21',
    }),
  ];
  const options: AidOptions = { seed: from.seed, country, members, cases, now: NOW };
  return { country, options, cases, members, acts: inventAid(options) };
});

type Acts = readonly Pick<SideAct, 'author' | 'at' | 'changes'>[];

/** The records of a case as they stand at its end. */
function recordsOf(acts: Acts): PlainRecord[] {
  const all = new Map<string, PlainRecord>();
  for (const { changes, author: by, at } of acts) {
    for (const { kind, record: id, fields } of changes) {
      const known = all.get(id) ?? {
        id,
        kind,
        deleted: false,
        fields: {},
        created: { by, at },
        updated: { by, at },
      };
      for (const [name, op] of Object.entries(fields)) known.fields[name] = 'set' in op ? op.set : op.add;
      all.set(id, { ...known, updated: { by, at } });
    }
  }
  return [...all.values()];
}
const whole = (of: GeneratedCase, acts: readonly SideAct[]): PlainRecord[] =>
  recordsOf([...of.acts, ...acts.filter(({ dossier }) => dossier === of.dossier)]);

describe.each(worlds)('how people are stood by in $country', ({ options, country, cases, members, acts }) => {
  test('is the same again', () => {
    expect(inventAid(options)).toEqual(acts);
  });

  test('holds only what a form would not point out, and nothing of tomorrow', () => {
    const kinds = new Set<string>();
    for (const { id, kind, fields } of recordsOf(acts)) {
      kinds.add(kind);
      expect(validateRecord(kind, fields), `${kind} ${id}`).toEqual([]);
    }
    for (const kind of ['risk', 'threat', 'response', 'matter', 'contact', 'document-need', 'referral'])
      expect(kinds, kind).toContain(kind);
    expect(Math.max(...acts.map(({ at }) => at))).toBeLessThanOrEqual(NOW);
  });

  test('refers only to records of its own case, and is written by those who may', () => {
    const writers = members.filter(({ role }) => role !== 'viewer').map(({ account }) => account);
    for (const of of cases) {
      const records = whole(of, acts);
      for (const { kind, fields } of records) {
        for (const [name, value] of Object.entries(fields)) {
          const type = fieldOf(kind, name)?.type;
          if (type?.is === 'member') expect(writers).toContain(value);
          if (type?.is !== 'reference' && type?.is !== 'references') continue;
          for (const id of [value].flat())
            expect(records.find((record) => record.id === id)?.kind, `${kind}.${name}`).toBe(type.kind);
        }
      }
    }
    for (const { author } of acts) expect(writers).toContain(author);
    const restricted = cases.filter(({ restrictedTo }) => restrictedTo !== null);
    for (const { dossier } of restricted) expect(acts.some((act) => act.dossier === dossier)).toBe(false);
  });

  test('passes nobody on without a consent that names the recipient', () => {
    for (const of of cases) {
      const records = whole(of, acts);
      for (const referral of records.filter(({ kind }) => kind === 'referral')) {
        const to = String(referral.fields['to']);
        expect(maySend(records, referral, { ids: [], names: [to] })).toBeNull();
      }
    }
  });

  test('leaves a few dangers open on the day of seeding, fresh ones, and one of them taken', () => {
    const order = members.map(({ account }) => account);
    const pressing = cases
      .map((of) => inOrder(whole(of, acts), byClock))
      .map((records) => {
        const dangers = dangersOf(records);
        return escalate(dangers, answersIn(records, dangers, byClock), order, NOW);
      })
      .filter((each) => each.state !== 'answered');
    expect(pressing.length).toBeGreaterThanOrEqual(3);
    expect(pressing.length).toBeLessThanOrEqual(7);
    expect(pressing.some(({ state }) => state === 'taken')).toBe(true);
    const fresh = pressing.filter(({ danger }) => NOW - danger.at < 36 * HOUR);
    expect(fresh.length).toBeGreaterThanOrEqual(3);
  });

  test('leaves work for these days, and not more of it late than people can bear to look at', () => {
    const due = cases.flatMap((of) => openTasks(weighed(whole(of, acts), byClock), packOf(country)));
    const late = due.filter((task) => task.due !== '' && task.due < '2026-11-21');
    expect(due.length).toBeGreaterThan(20);
    expect(late.length).toBeGreaterThan(2);
    expect(late.length).toBeLessThan(due.length / 2);
    for (const rule of ['response-planned', 'risk-review'])
      expect(
        due.map((task) => task.rule),
        rule,
      ).toContain(rule);
  });
});

const LETTERS: Readonly<Record<Language, RegExp>> = {
  az: /^[a-zçəğıöşüA-ZÇƏĞIİÖŞÜ]+$/,
  ru: /^[а-яёА-ЯЁ]+$/,
  tg: /^[абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя]+$/i,
  en: /^[a-zA-Z]+$/,
};

test('every text is in the letters of the language in which the case is written', () => {
  const seen = new Set<string>();
  for (const { cases, acts } of worlds) {
    for (const of of cases) {
      const { language } = of.acts[0];
      for (const { kind, fields } of recordsOf(acts.filter(({ dossier }) => dossier === of.dossier))) {
        for (const [name, value] of Object.entries(fields)) {
          const type = fieldOf(kind, name)?.type;
          // References, ids and the days of a rule are nobody's words.
          if (type?.is !== 'text' || typeof value !== 'string' || !/^[^\s]+\s/.test(value)) continue;
          seen.add(language);
          for (const word of value.match(/\p{L}+/gu) ?? [])
            expect(word, `${name}: ${value}`).toMatch(LETTERS[language]);
        }
      }
    }
  }
  expect([...seen].sort()).toEqual(['az', 'en', 'ru', 'tg']);
});
