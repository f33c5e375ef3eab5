import { areaOf, directoryOf, fieldOf, matchServices, validateRecord } from '@dayaq/domain';
import type { Change, Value } from '@dayaq/vault/client';
import { describe, expect, test } from 'vitest';
import { dayThere } from '../days.ts';
import type { GeneratingMember } from '../generated.ts';
import { AZ_PROVIDERS } from './az.ts';
import { type DirectoryAct, directoryActs } from './directory.ts';
import { TJ_PROVIDERS } from './tj.ts';

const MEMBERS: GeneratingMember[] = [
  { account: 'one', role: 'coordinator', languages: ['az'], work: 'coordinates' },
  { account: 'two', role: 'caseworker', languages: ['az', 'ru'], work: 'street' },
  { account: 'reader', role: 'viewer', languages: ['az'], work: 'reads' },
];
const UNTIL = '2026-11-21';
const make = (country: 'az' | 'tj', seed = 5) =>
  directoryActs({ country, members: MEMBERS, until: UNTIL, seed });
const both = { az: make('az'), tj: make('tj') };

const valueOf = (op: Change['fields'][string]): Value => ('set' in op ? op.set : op.add);
const recordsOf = (acts: readonly DirectoryAct[]) =>
  acts.flatMap(({ dossier, changes }) =>
    changes.map(({ kind, record, fields }) => ({
      id: record,
      kind,
      dossier,
      deleted: false,
      fields: Object.fromEntries(Object.entries(fields).map(([name, op]) => [name, valueOf(op)])),
    })),
  );

describe.each(['az', 'tj'] as const)('the directory of %s', (country) => {
  const acts = both[country];
  const records = recordsOf(acts);

  test('is the same from the same seed, and another from another', () => {
    expect(make(country)).toEqual(acts);
    expect(make(country, 6)[0]?.dossier).not.toBe(acts[0]?.dossier);
  });

  test('is as large as promised', () => {
    const providers = records.filter(({ kind }) => kind === 'provider').length;
    expect(providers).toBeGreaterThanOrEqual(country === 'az' ? 40 : 20);
  });

  test('holds only records in which a form would find nothing to point out', () => {
    for (const { kind, fields } of records)
      expect(validateRecord(kind, fields), JSON.stringify({ kind, fields })).toEqual([]);
  });

  test('lies in places of its country', () => {
    for (const { fields } of records.filter(({ kind }) => kind === 'location')) {
      const { area } = fields['area'] as { area: string };
      expect(areaOf(area), area).toBeDefined();
      expect(area.startsWith(`${country}-`)).toBe(true);
    }
  });

  test('refers only to records of the same provider', () => {
    for (const { kind, dossier, fields } of records) {
      for (const [name, value] of Object.entries(fields)) {
        const type = fieldOf(kind, name)?.type;
        if (type?.is !== 'reference' && type?.is !== 'references') continue;
        for (const id of [value].flat())
          expect(records.find((record) => record.id === id)).toMatchObject({ dossier, kind: type.kind });
      }
    }
  });

  test('was written by people who may write, before today, and each provider before what happened there', () => {
    const begun = new Set<string>();
    for (const { author, at, dossier, changes } of acts) {
      expect(author).not.toBe('reader');
      expect(dayThere(at, country) <= UNTIL).toBe(true);
      if (changes.some(({ kind }) => kind === 'provider')) begun.add(dossier);
      expect(begun.has(dossier)).toBe(true);
    }
  });

  test('answers needs with services of at least three standings, and says why', () => {
    const services = directoryOf(records);
    const ranked = ['shelter', 'police-protection', 'legal-aid'].flatMap(
      (need) =>
        matchServices(services, {
          needs: [need],
          seeker: {
            groups: ['trans', 'women'],
            sons: [],
            area: country === 'az' ? 'az-ganja' : 'tj-khujand',
            languages: ['ru'],
            papers: [],
            excluded: { providers: [], words: '' },
          },
          day: UNTIL,
          minute: 600,
        }).ranked,
    );
    expect(new Set(ranked.map(({ tier }) => tier)).size).toBeGreaterThanOrEqual(3);
    expect(ranked.some(({ reasons }) => reasons.some(({ code }) => code === 'told-others'))).toBe(true);
  });
});

test('every language of the country is spoken in it', () => {
  expect(new Set(AZ_PROVIDERS.map(({ language }) => language))).toEqual(new Set(['az', 'ru', 'en']));
  expect(new Set(TJ_PROVIDERS.map(({ language }) => language))).toEqual(new Set(['tg', 'ru', 'en']));
});
