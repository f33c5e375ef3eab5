import {
  byClock,
  cardOf,
  codesOf,
  consentState,
  type CountryPack,
  dangersOf,
  packOf,
  type PlainRecord,
  tasksDue,
  weighed,
  validateRecord,
} from '@dayaq/domain';
import type { Change } from '@dayaq/vault/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../changes-between.ts';
import { toggleType } from './violation-types.ts';
import { emptyDraft, type IntakeDraft, STEPS } from './draft.ts';
import { placesOf, recordsOf } from './records.ts';

const TODAY = '2023-06-14';
const context = {
  me: 'rena',
  today: TODAY,
  reference: 'K7Q-2MX',
};

function draftOf(part: Partial<IntakeDraft>): IntakeDraft {
  const draft = { ...emptyDraft(TODAY, 'rena'), ...part };
  return { ...draft, ids: Object.fromEntries(placesOf(draft).map((place) => [place, `id ${place}`])) };
}

function casesFrom(part: Partial<IntakeDraft>): { changes: Change[]; records: PlainRecord[] } {
  const changes = recordsOf(draftOf(part), context);
  const records = changes.map(({ kind, record, fields }, index) => ({
    id: record,
    kind,
    deleted: false,
    fields: applyChanges({}, fields),
    created: { by: 'rena', at: index },
    updated: { by: 'rena', at: index },
  }));
  return { changes, records };
}

const ofKind = (records: PlainRecord[], kind: string) => records.filter((record) => record.kind === kind);

const choose = (...codes: string[]) =>
  codes.reduce<string[]>((types, code) => toggleType(types, code, true), []);

/** The three published stories (names changed there), as a worker would note them on the day. */
const ZEINAB: Partial<IntakeDraft> = {
  teller: 'somebody-else',
  client: { alias: 'Zeinab', populations: ['sex-work'], ageBand: '18-24', safeChannel: ['trusted-person'] },
  source: { connection: 'peer' },
  children: [{ relation: 'child', ageBand: '0-13' }],
  types: choose('housing', 'evicted'),
  act: { area: { area: 'az-baku' } },
  acts: { evicted: { fields: { date: { day: '2023', about: true } }, by: ['landlord'], alsoTo: [0] } },
  words: 'When her landlord found out about her work, he demanded that she move out. There is no lease.',
  doneForToo: { shelter: [0] },
  case: { owner: 'rena', danger: 'some', wants: ['safe-place', 'legal-advice'] },
  doneToday: ['shelter', 'food-goods'],
  consents: { service: 'yes', sharing: 'yes', statistics: 'yes' },
  consent: { how: 'spoken', recipient: 'Clean World', parts: ['alias-age', 'needs'] },
};
const ZAUR: Partial<IntakeDraft> = {
  client: { alias: 'Zaur', populations: ['living-with-hiv'] },
  types: choose('documents', 'registration-denied', 'support-denied'),
  words: 'The police discharged him without a new propiska, and without it nobody gives him a pension.',
  acts: {
    'registration-denied': { fields: { date: { day: '2023-06-01' } }, by: ['police'], alsoTo: [] },
    'support-denied': { fields: {}, by: ['state-service'], alsoTo: [] },
  },
  perpetrators: [{ type: 'state-service', unit: 'social protection' }],
  case: { owner: 'rena', channel: 'outreach', danger: 'none', wants: ['documents'] },
  task: { what: 'Collect his papers', due: { day: '2023-06-16' } },
  consents: { service: 'yes', sharing: 'not-asked', statistics: 'no' },
};
const SAMIR: Partial<IntakeDraft> = {
  client: {
    alias: 'Samir',
    populations: ['uses-drugs', 'living-with-hiv', 'ex-prisoner'],
    countedAs: 'uses-drugs',
  },
  types: choose('health', 'care-conditional'),
  act: { placeType: 'narcology-centre' },
  acts: {
    'care-conditional': {
      fields: { date: { day: '2023-06' }, statedReason: 'first a mandatory treatment', barrierTo: 'ost' },
      by: ['health-worker'],
      alsoTo: [],
    },
  },
  words: 'He asked to join the OST programme and was told to go through treatment first.',
  case: { owner: 'rena', wants: ['treatment'] },
  consents: { service: 'yes', sharing: 'yes', statistics: 'yes' },
};

describe('an intake becomes a case', () => {
  it.each([
    ['Zeinab', ZEINAB],
    ['Zaur', ZAUR],
    ['Samir', SAMIR],
  ])('in which every field of %s is what its kind expects', (_name, story) => {
    for (const record of casesFrom(story).records) {
      expect(validateRecord(record.kind, record.fields), record.kind).toEqual([]);
    }
  });

  it('Zeinab: heard from her peers, with her child, put out by her landlord, sheltered the same day', () => {
    const { records, changes } = casesFrom(ZEINAB);
    expect(changes[0]).toMatchObject({ kind: 'case', record: 'id case' });
    const [client, child] = ofKind(records, 'person');
    expect(client?.fields).toMatchObject({
      role: 'client',
      alias: 'Zeinab',
      countedAs: 'sex-work',
      minor: 'no',
    });
    expect(child?.fields).toMatchObject({ role: 'dependant', relation: 'child', minor: 'yes' });
    expect(ofKind(records, 'violation').map((act) => act.fields)).toMatchObject([
      {
        type: 'evicted',
        date: { day: '2023', about: true },
        account: ZEINAB.words,
        victims: ['id client', 'id child:0'],
        perpetrators: ['id by:landlord'],
      },
    ]);
    expect(ofKind(records, 'source')[0]?.fields).toMatchObject({ connection: 'peer' });
    expect(ofKind(records, 'source')[0]?.fields['person']).toBeUndefined();
    expect(records[0]?.fields).toMatchObject({ channel: 'third-party', status: 'new', reference: 'K7Q-2MX' });
    expect(ofKind(records, 'response').map((response) => response.fields['type'])).toEqual([
      'shelter',
      'food-goods',
    ]);
    expect(ofKind(records, 'response').map((response) => response.fields['forWhom'])).toEqual([
      ['id client', 'id child:0'],
      ['id client'],
    ]);
    const sharing = ofKind(records, 'consent').find((consent) => consent.fields['to'] === 'sharing');
    expect(sharing?.fields).toMatchObject({
      decision: 'yes',
      recipient: 'Clean World',
      parts: ['alias-age', 'needs'],
    });
    expect(ofKind(records, 'task').map((task) => task.fields)).toMatchObject([{ rule: 're-contact-urgent' }]);
  });

  it('what somebody else told stays theirs when we come to speak with the person, whichever way the answer goes', () => {
    const told = { connection: 'peer', words: 'The girls say that her landlord put her out.' };
    const sources = (part: Partial<IntakeDraft>) =>
      ofKind(casesFrom(part).records, 'source').map(({ fields }) => fields);
    const [own, theirs, ...more] = sources({ teller: 'the-person', source: told });
    expect(own).toMatchObject({ connection: 'the-person', person: 'id client' });
    expect(own?.['words']).toBeUndefined();
    expect(theirs).toMatchObject(told);
    expect(theirs?.['person']).toBeUndefined();
    expect(more).toEqual([]);
    // Words of which nobody said whose they are belong to nobody known, and never to the person.
    expect(sources({ teller: 'the-person', source: { words: told.words } })[1]).toMatchObject({
      connection: 'unknown',
      words: told.words,
    });
    expect(sources({ teller: 'somebody-else', source: told })).toMatchObject([told]);
    expect(sources({ teller: 'the-person', source: {} })).toMatchObject([{ connection: 'the-person' }]);
  });

  it('Zaur: two refusals, two who refused, his own words once, and no consent that was not asked', () => {
    const { records } = casesFrom(ZAUR);
    expect(ofKind(records, 'violation').map((act) => [act.fields['type'], act.fields['account']])).toEqual([
      ['registration-denied', ZAUR.words],
      ['support-denied', undefined],
    ]);
    expect(ofKind(records, 'perpetrator').map((by) => by.fields)).toMatchObject([
      { type: 'police' },
      { unit: 'social protection' },
    ]);
    expect(
      ofKind(records, 'violation').map((act) => [act.fields['perpetrators'], act.fields['date']]),
    ).toEqual([
      [['id by:police'], { day: '2023-06-01' }],
      [['id by:state-service'], undefined],
    ]);
    expect(consentState(records)).toMatchObject({ service: 'yes', sharing: 'not-asked', statistics: 'no' });
    expect(ofKind(records, 'task').map((task) => task.fields['rule'])).toEqual(['by-hand', 're-contact']);
    const card = cardOf('id case', records);
    expect(card).toMatchObject({ told: { alias: 'Zaur' }, due: '2023-06-16' });
    expect(codesOf(card, 'owner')).toEqual(['rena']);
    expect(codesOf(card, 'population')).toEqual(['living-with-hiv']);
  });

  it('Samir: three groups and the one that counts, and the reason that was given to him', () => {
    const { records } = casesFrom(SAMIR);
    expect(ofKind(records, 'person')[0]?.fields).toMatchObject({ countedAs: 'uses-drugs' });
    expect(ofKind(records, 'violation')[0]?.fields).toMatchObject({
      type: 'care-conditional',
      statedReason: 'first a mandatory treatment',
      barrierTo: 'ost',
    });
  });

  it('saved at once with nothing but a sentence, is still a valid case with a follow-up', () => {
    const { records } = casesFrom({ words: 'She called and hung up.' });
    for (const record of records) expect(validateRecord(record.kind, record.fields), record.kind).toEqual([]);
    expect(ofKind(records, 'note')[0]?.fields).toMatchObject({ text: 'She called and hung up.' });
    expect(records[0]?.fields).toMatchObject({ summary: 'She called and hung up.' });
    expect(ofKind(records, 'task')).toHaveLength(1);
    expect(ofKind(records, 'consent')).toEqual([]);
  });

  it('whoever nobody can tie to an act stands in the case, and in no act', () => {
    const { records } = casesFrom({
      types: choose('housing', 'evicted', 'threat'),
      acts: { evicted: { fields: {}, by: ['landlord'], alsoTo: [] } },
      apart: ['police'],
    });
    expect(ofKind(records, 'perpetrator').map(({ fields }) => fields['type'])).toEqual([
      'landlord',
      'police',
    ]);
    expect(ofKind(records, 'violation').map(({ fields }) => fields['perpetrators'] ?? [])).toEqual([
      ['id by:landlord'],
      [],
    ]);
  });

  it('a threat, or protection that was refused, is a threat today, with what was threatened and who refused', () => {
    const { records } = casesFrom({
      client: { alias: 'A.' },
      children: [{ relation: 'child' }],
      types: choose('violence', 'threat', 'justice', 'protection-refused'),
      acts: {
        threat: {
          fields: { date: { day: '2023-06-10' } },
          by: ['family', 'partner'],
          alsoTo: [0],
          threat: { type: ['kill'], words: 'We will find you.' },
        },
        'protection-refused': { fields: {}, by: ['prosecutor'], alsoTo: [] },
      },
      case: { danger: 'none' },
    });
    const [threat, ...others] = ofKind(records, 'threat');
    expect(others).toEqual([]);
    expect(threat?.fields).toMatchObject({
      type: ['kill'],
      words: 'We will find you.',
      date: { day: '2023-06-10' },
      byWhom: 'family',
      perpetrators: ['id by:family', 'id by:partner'],
      people: ['id client', 'id child:0'],
      reported: 'yes',
      reportedTo: ['prosecutor'],
      answer: 'refused',
    });
    expect(validateRecord('threat', threat?.fields ?? {})).toEqual([]);
    expect(dangersOf(records).map(({ record }) => record)).toEqual(['id threat']);
    expect(tasksDue(weighed(records, byClock), packOf('az') as CountryPack)).toMatchObject([
      { rule: 'threat-act', about: 'id threat', due: '1970-01-01' },
    ]);
    expect(ofKind(records, 'task').map(({ fields }) => fields['rule'])).toEqual(['re-contact-soon']);
  });

  it.each(['threat', 'protection-refused'])('"%s" alone is a danger, though nobody said with what', (act) => {
    const { records } = casesFrom({
      types: [act],
      acts: { [act]: { fields: {}, by: ['police'], alsoTo: [] } },
    });
    expect(ofKind(records, 'threat').map(({ fields }) => fields['date'])).toEqual([{ day: TODAY }]);
    expect(dangersOf(records)).toHaveLength(1);
    expect(ofKind(records, 'task').map(({ fields }) => fields['rule'])).toEqual(['re-contact-urgent']);
  });

  it('an act has its own place and what it left the person with; where nobody said, the place of all', () => {
    const { records } = casesFrom({
      types: choose('housing', 'evicted', 'violence', 'physical-violence'),
      act: { area: { area: 'az-baku' }, placeType: 'own-home' },
      acts: {
        'physical-violence': {
          fields: { area: { area: 'az-ganja' }, placeType: 'street', stateOfPerson: ['injured'] },
          by: ['police'],
          alsoTo: [],
        },
      },
    });
    const by = Object.fromEntries(ofKind(records, 'violation').map(({ fields }) => [fields['type'], fields]));
    expect(by['evicted']).toMatchObject({ area: { area: 'az-baku' }, placeType: 'own-home' });
    expect(by['physical-violence']).toMatchObject({
      area: { area: 'az-ganja' },
      placeType: 'street',
      stateOfPerson: ['injured'],
    });
    expect(by['evicted']).not.toHaveProperty('stateOfPerson');
  });

  it('a voice and a photo come along as files of the case', () => {
    const sealed = (blob: string) => ({
      blob,
      key: 'k',
      size: 3,
      name: 'n',
      mediaType: 'audio/webm',
      sha256: 'f'.repeat(64),
    });
    const { records } = casesFrom({
      files: [
        { role: 'recording', file: sealed('one'), sha256: 'f' },
        { role: 'photo', file: sealed('two'), workingCopy: sealed('three'), sha256: 'f' },
      ],
    });
    expect(ofKind(records, 'file').map(({ fields }) => fields['role'])).toEqual(['recording', 'photo']);
    for (const record of records) expect(validateRecord(record.kind, record.fields), record.kind).toEqual([]);
  });

  it('keeps every word of an account, however long, and whatever was chosen', () => {
    const types = fc.subarray(['housing', 'evicted', 'violence', 'threat', 'other', 'care-denied']);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 300 }),
        types,
        (text, times, codes) => {
          const words = text.repeat(times).slice(0, 60_000);
          const { records } = casesFrom({ words, types: choose(...codes) });
          const kept = [
            ...ofKind(records, 'violation').map((act) => act.fields['account']),
            ...ofKind(records, 'note').map((note) => note.fields['text']),
          ].filter((part) => typeof part === 'string');
          expect(kept.join('').replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''));
          for (const record of records) expect(validateRecord(record.kind, record.fields)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says of each part of a long account what it continues', () => {
    const words = Array.from({ length: 9000 }, (_, index) => `word${index}`)
      .join(' ')
      .slice(0, 60_000)
      .trim();
    for (const types of [[], choose('housing', 'evicted')]) {
      const { records } = casesFrom({ words, types });
      const parts = records.filter(({ fields }) => typeof (fields['account'] ?? fields['text']) === 'string');
      expect(parts.length).toBeGreaterThan(4);
      const told = [parts.find(({ fields }) => fields['continues'] === undefined)];
      for (let part = told[0]; part !== undefined; ) {
        const { id }: PlainRecord = part;
        part = parts.find(({ fields }) => fields['continues'] === id);
        if (part !== undefined) told.push(part);
      }
      const whole = told.map((part) => part?.fields['account'] ?? part?.fields['text']).join('');
      expect(whole === words, 'the words in their order').toBe(true);
    }
  });

  it('gives each record an id of its own, the same when it is saved again after a crash', () => {
    for (const story of [ZEINAB, ZAUR, SAMIR]) {
      const first = casesFrom(story).changes;
      expect(new Set(first.map((change) => change.record)).size).toBe(first.length);
      expect(casesFrom(story).changes).toEqual(first);
    }
  });

  it('never asks for a legal name', () => {
    expect(STEPS).toContain('who');
    const { changes } = casesFrom(ZEINAB);
    for (const { fields } of changes)
      for (const name of Object.keys(fields)) expect(name).not.toMatch(/legal|surname|passport/i);
  });
});
