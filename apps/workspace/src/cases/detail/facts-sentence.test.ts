import { createTranslator, type Language, loadMessages } from '@dayaq/locale';
import type { RecordView } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { aRecord } from '../testing/records.ts';
import { factsSentence, within } from './facts-sentence.ts';

const translatorIn = async (language: Language) =>
  createTranslator(language, await loadMessages(language), (key) => {
    throw new Error(`no message "${key}"`);
  });

/** Put out by the landlord with a child; a shelter was found. */
function putOut(): { root: RecordView; records: RecordView[] } {
  const root = aRecord('case', {
    reference: 'V62-VF5',
    area: { area: 'az-baku' },
    wants: ['safe-place', 'documents'],
    status: 'in-progress',
  });
  const landlord = aRecord('perpetrator', { type: 'landlord' });
  return {
    root,
    records: [
      root,
      landlord,
      aRecord('violation', { type: 'evicted', date: { day: '2026-11-10' }, perpetrators: [landlord.id] }),
      aRecord('person', { role: 'client' }),
      aRecord('person', { role: 'dependant', ageBand: '0-13' }),
      aRecord('response', { type: 'shelter', done: { day: '2026-11-14' }, result: 'worked' }),
    ],
  };
}

const say = async (
  language: Language,
  { root, records }: { root: RecordView; records: readonly RecordView[] },
): Promise<string> => factsSentence(records, root, await translatorIn(language));

describe('the facts of a case in one sentence', () => {
  it.each([
    [
      'en',
      'Evicted (landlord), Baku; 1 person depends on them; shelter (14 November 2026); wants: a safe place and documents.',
    ],
    [
      'ru',
      'Выселение (хозяин жилья), Баку; на попечении 1 человек; приют (14 ноября 2026\u00a0г.); нужно: безопасное место и документы.',
    ],
    [
      'az',
      'Evdən çıxarılma (ev sahibi), Bakı; himayəsində 1 nəfər; sığınacaq (14 noyabr 2026); istəyi: təhlükəsiz yer və sənədlər.',
    ],
    [
      'tg',
      'Аз хона берун кардан (соҳибхона), Боку; дар парасторияш 1 нафар; паноҳгоҳ (14 ноябри соли 2026); мехоҳад: ҷои бехатар ва ҳуҷҷатҳо.',
    ],
  ] as const)(
    'says what happened, who depends on them, where they are and what they want, in %s',
    async (language, sentence) => {
      expect(await say(language, putOut())).toBe(sentence);
    },
  );

  it('says of a case with nothing but a reference that there is nothing yet', async () => {
    const root = aRecord('case', { reference: 'AAA-AAA' });
    expect(await say('en', { root, records: [root] })).toBe('Nothing is written down yet but the reference.');
  });

  it('does not say so where anything else is written, only that it has no sentence for it', async () => {
    const root = aRecord('case', { reference: 'AAA-AAA' });
    expect(await say('en', { root, records: [root, aRecord('note', { text: 'He called.' })] })).toBe('');
    const told = aRecord('case', { reference: 'AAA-AAA', summary: 'Put out at night.' });
    expect(await say('en', { root: told, records: [told] })).toBe('');
    const begun = aRecord('case', { reference: 'AAA-AAA', status: 'new', opened: { day: '2026-11-01' } });
    expect(await say('en', { root: begun, records: [begun] })).toContain('Nothing is written down yet');
  });

  it('keeps silent on what is not known, and names "other" by its branch', async () => {
    const root = aRecord('case', { wants: ['unknown', 'not-sure'], area: { area: 'unknown' } });
    const doer = aRecord('perpetrator', { type: 'unknown' });
    const acts = [
      aRecord('violation', { type: 'unknown', perpetrators: [doer.id] }),
      aRecord('violation', { type: 'housing-other', perpetrators: [doer.id] }),
    ];
    expect(await say('en', { root, records: [root, doer, ...acts] })).toBe('Housing.');
  });

  it('names the institution that did it', async () => {
    const root = aRecord('case', {});
    const doer = aRecord('perpetrator', { type: 'organisation', unit: 'Narcology Centre' });
    const act = aRecord('violation', { type: 'registration-ended', perpetrators: [doer.id] });
    expect(await say('en', { root, records: [root, doer, act] })).toBe(
      'Struck off the residence register (organisation, Narcology Centre).',
    );
  });

  it('says with what somebody was threatened', async () => {
    const root = aRecord('case', {});
    const threat = aRecord('threat', { type: ['kill', 'other'] });
    expect(await say('en', { root, records: [root, threat] })).toBe('Threat: to kill.');
    const more = aRecord('threat', { type: ['injure'] });
    expect(await say('en', { root, records: [root, threat, more] })).toMatch(/^Threat: to \p{L}[^:]+\.$/u);
    // What was done comes first; the danger beside it quotes the threat.
    const act = aRecord('violation', { type: 'evicted' });
    expect(await say('en', { root, records: [root, threat, act] })).not.toContain('to kill');
  });

  it('counts what it does not name, the latest first, each once', async () => {
    const root = aRecord('case', {});
    const types = ['evicted', 'threat', 'dismissed', 'extortion', 'extortion'];
    const acts = types.map((type, i) => aRecord('violation', { type, date: { day: `2026-0${i + 1}-01` } }));
    expect(await say('en', { root, records: [root, ...acts] })).toBe(
      'Extortion, lost work, dismissed and 2 more.',
    );
  });

  it('says nothing of a shelter that refused, is only planned, or had to be left', async () => {
    const root = aRecord('case', { wants: ['documents'] });
    const refused = aRecord('response', { type: 'shelter', done: { day: '2026-11-14' }, result: 'refused' });
    const planned = aRecord('response', { type: 'shelter', planned: { day: '2026-12-14' } });
    expect(await say('en', { root, records: [root, refused, planned] })).toBe('Wants: documents.');
    const stay = aRecord('response', { type: 'shelter', done: { day: '2026-11-14' }, result: 'worked' }, 1);
    const left = aRecord('violation', { type: 'shelter-forced-out' }, 2);
    expect(await say('en', { root, records: [root, stay, left] })).not.toContain('helter (');
  });

  it('does not say where somebody is now of a shelter that was found once, and nothing where no day says when', async () => {
    const root = aRecord('case', { wants: ['documents'] });
    const undated = aRecord('response', { type: 'shelter' });
    expect(await say('en', { root, records: [root, undated] })).toBe('Wants: documents.');
    const once = aRecord('response', { type: 'shelter', done: { day: '2023' } });
    expect(await say('en', { root, records: [root, once] })).toBe('Shelter (2023); wants: documents.');
  });

  it('says where they are now of a stay that was begun and not ended, and nothing of one that is over', async () => {
    const root = aRecord('case', { wants: ['documents'] });
    const found = aRecord('response', { type: 'shelter', done: { day: '2026-11-14' } });
    const stay = (fields: Parameters<typeof aRecord>[1], at = 1) => aRecord('stay', fields, at);
    const says = (...stays: RecordView[]) => say('en', { root, records: [root, found, ...stays] });
    expect(await says(stay({ in: { day: '2026-11-14' } }))).toBe(
      'In a shelter since 14 November 2026; wants: documents.',
    );
    expect(await says(stay({ in: { day: '2026' } }))).toBe('In a shelter (2026); wants: documents.');
    const over = stay({ in: { day: '2026-11-14' }, out: { day: '2026-11-20' } }, 2);
    expect(await says(over)).toBe('Wants: documents.');
    expect(await says(stay({ in: { day: '2026-11-14' }, ending: 'put-out' }))).toBe('Wants: documents.');
    expect(await says(stay({ asked: { day: '2026-11-14' }, ending: 'refused' }))).toContain('Shelter (14');
    expect(await says(stay({ asked: { day: '2026-11-14' } }))).toContain('Shelter (14');
    expect(await says(stay({ in: { day: '2026-11-14' } }, 3), over)).toContain('In a shelter since');
  });

  it('says how it ended', async () => {
    const root = aRecord('case', { status: 'closed', outcome: 'resolved' });
    expect(await say('en', { root, records: [root] })).toBe('Closed: put right.');
  });

  it('leaves out what was deleted', async () => {
    const { root, records } = putOut();
    const gone = records.map((record) => (record === root ? record : { ...record, deleted: true }));
    expect(await say('en', { root, records: gone })).toBe('Baku; wants: a safe place and documents.');
  });
});

describe('a label within a sentence', () => {
  it('begins small, in the letters of its language, unless it is an abbreviation', () => {
    expect(within('en', 'A safe place')).toBe('a safe place');
    expect(within('en', 'HIV treatment')).toBe('HIV treatment');
    expect(within('az', 'İşdən çıxarılma')).toBe('işdən çıxarılma');
    expect(within('az', 'Irq')).toBe('ırq');
    expect(within('tg', 'Ҷои бехатар')).toBe('ҷои бехатар');
  });

  it('says first that somebody is held, as long as they are', async () => {
    const { root, records } = putOut();
    const client = records.find(({ kind }) => kind === 'person');
    const taken = aRecord('detention', { of: client?.id ?? '', where: 'police', treatment: 'ost' });
    expect(await say('en', { root, records: [...records, taken] })).toMatch(/^With the police; evicted/i);
    const free = aRecord('detention', {
      of: client?.id ?? '',
      where: 'police',
      treatment: 'ost',
      released: { day: '2026-11-20' },
    });
    expect(await say('en', { root, records: [...records, free] })).toMatch(/^Evicted/);
  });
});
