import { describe, expect, it } from 'vitest';
import { accountId, change, entry, entryId, recordId } from '../test/graphs.ts';
import {
  type Entry,
  extendDossier,
  type FieldState,
  hadSeen,
  mergeDossier,
  type RecordState,
} from './index.ts';

const theCase = (entries: readonly Entry[]) =>
  mergeDossier(entries).records.get(recordId('case')) as RecordState;
const field = (entries: readonly Entry[], name = 'alias') => theCase(entries).fields.get(name) as FieldState;
const set = (value: string | null | readonly string[]) => change({ alias: { set: value } });
const values = (state: FieldState) => state.alternatives.map((alternative) => alternative.value);

describe('entries that name each other in a circle', () => {
  it('are none that anybody could have written, and are not merged', () => {
    expect(() => mergeDossier([entry('a', ['b'], set('A')), entry('b', ['a'], set('B'))])).toThrow('circle');
  });
});

describe('one field', () => {
  const first = entry('first', [], set('A'));

  it('has the value that was set last by someone who knew of the others', () => {
    const state = field([first, entry('second', ['first'], set('B'), { time: -5 })]);
    expect(state).toMatchObject({ value: 'B', entry: entryId('second'), alternatives: [] });
  });

  it('set by two people who did not know of each other keeps both, and shows the later', () => {
    const b = entry('b', ['first'], set('B'), { time: 2, author: 'bahar' });
    const c = entry('c', ['first'], set('C'), { time: 1, author: 'chingiz' });
    const state = field([first, b, c]);
    expect(state).toMatchObject({ value: 'B', by: accountId('bahar'), at: 2 });
    expect(state.alternatives).toEqual([
      { value: 'C', by: accountId('chingiz'), at: 1, entry: entryId('c') },
      { value: 'B', by: accountId('bahar'), at: 2, entry: entryId('b') },
    ]);
  });

  it('stays in conflict while others write about something else', () => {
    const fork = [first, entry('b', ['first'], set('B')), entry('c', ['first'], set('C'))];
    const elsewhere = entry('d', ['b', 'c'], change({ summary: { set: 'x' } }));
    expect(values(field([...fork, elsewhere])).sort()).toEqual(['B', 'C']);
  });

  it('is settled by whoever sets it knowing all', () => {
    const fork = [first, entry('b', ['first'], set('B')), entry('c', ['first'], set('C'))];
    const choice = entry('d', ['b', 'c'], set('C'));
    expect(field([...fork, choice])).toMatchObject({ value: 'C', entry: entryId('d'), alternatives: [] });
  });

  it('is not settled by whoever knew only one side', () => {
    const fork = [first, entry('b', ['first'], set('B')), entry('c', ['first'], set('C'))];
    const later = entry('d', ['b'], set('D'), { time: 9 });
    expect(values(field([...fork, later]))).toEqual(['C', 'D']);
  });

  it('is in no conflict when both set the same, whatever the order of keys', () => {
    const one = entry('b', ['first'], change({ when: { set: { date: '2023-06', precision: 'month' } } }));
    const same = entry('c', ['first'], change({ when: { set: { precision: 'month', date: '2023-06' } } }));
    expect(field([first, one, same], 'when').alternatives).toEqual([]);
  });

  it('cleared by one and set by another is in conflict too', () => {
    const state = field([
      first,
      entry('b', ['first'], set(null)),
      entry('c', ['first'], set('C'), { time: 1 }),
    ]);
    expect(values(state)).toEqual([null, 'C']);
  });

  it('set twice in one entry has the later value', () => {
    expect(field([entry('first', [], [set('A'), set('B')])])).toMatchObject({ value: 'B', alternatives: [] });
  });

  it('does not disturb another one that someone else set meanwhile', () => {
    const fork = [
      first,
      entry('b', ['first'], change({ alias: { set: 'B' } })),
      entry('c', ['first'], change({ summary: { set: 'S' } })),
    ];
    expect(field(fork)).toMatchObject({ value: 'B', alternatives: [] });
    expect(field(fork, 'summary')).toMatchObject({ value: 'S', alternatives: [] });
  });
});

describe('a set', () => {
  const groups = (add: readonly string[], del: readonly string[] = []) => change({ groups: { add, del } });
  const members = (entries: readonly Entry[]) => field(entries, 'groups').value;
  const first = entry('first', [], groups(['a', 'b']));

  it('keeps what each of two people added', () => {
    const fork = [first, entry('x', ['first'], groups(['c'])), entry('y', ['first'], groups(['d']))];
    expect(members(fork)).toEqual(['a', 'b', 'c', 'd']);
    expect(field(fork, 'groups').alternatives).toEqual([]);
  });

  it('loses what someone took away who knew of it', () => {
    expect(members([first, entry('x', ['first'], groups([], ['a']))])).toEqual(['b']);
  });

  it('keeps what one took away and another added again meanwhile', () => {
    const fork = [first, entry('x', ['first'], groups([], ['a'])), entry('y', ['first'], groups(['a']))];
    expect(members(fork)).toEqual(['a', 'b']);
  });

  it('may be empty', () => {
    expect(members([first, entry('x', ['first'], groups([], ['a', 'b']))])).toEqual([]);
  });

  it('takes over a list of texts that was set before it', () => {
    const listed = entry('first', [], change({ groups: { set: ['a', 'b'] } }));
    expect(members([listed, entry('x', ['first'], groups(['c'], ['a']))])).toEqual(['b', 'c']);
  });

  it('set as a whole meanwhile is in conflict with the elements', () => {
    const whole = entry('x', ['first'], change({ groups: { set: ['z'] } }), { time: 1 });
    const added = entry('y', ['first'], groups(['c']), { time: 2 });
    const state = field([first, whole, added], 'groups');
    expect(values(state)).toEqual([['z'], ['c']]);
    const settled = entry('w', ['x', 'y'], groups(['d']));
    expect(field([first, whole, added, settled], 'groups')).toMatchObject({
      value: ['c', 'd', 'z'],
      alternatives: [],
    });
  });
});

describe('deletion', () => {
  const first = entry('first', [], set('A'));
  const deletion = entry('x', ['first'], change({}, true), { time: 5, author: 'bahar' });

  it('hides a record and keeps what it said', () => {
    const record = theCase([first, deletion]);
    expect(record.deleted).toBe(true);
    expect(record.fields.get('alias')?.value).toBe('A');
    expect(record.fields.has('deleted')).toBe(false);
  });

  it('is undone by bringing back', () => {
    const back = entry('y', ['x'], change({}, false));
    expect(theCase([first, deletion, back]).deleted).toBe(false);
  });

  it('is not undone by an edit of someone who knew of it', () => {
    expect(theCase([first, deletion, entry('y', ['x'], set('B'))]).deleted).toBe(true);
  });

  it('and an edit at once: the record stays, and the conflict shows', () => {
    const edit = entry('y', ['first'], set('B'), { time: 1, author: 'chingiz' });
    const record = theCase([first, deletion, edit]);
    expect(record.deleted).toBe(false);
    expect(record.fields.get('deleted')).toEqual({
      value: false,
      by: accountId('chingiz'),
      at: 1,
      entry: entryId('y'),
      alternatives: [
        { value: false, by: accountId('chingiz'), at: 1, entry: entryId('y') },
        { value: true, by: accountId('bahar'), at: 5, entry: entryId('x') },
      ],
    });
  });

  it('and an edit at once are settled only by saying which', () => {
    const edit = entry('y', ['first'], set('B'));
    const both = [first, deletion, edit];
    const unrelated = entry('z', ['x', 'y'], set('C'));
    expect(theCase([...both, unrelated]).fields.get('deleted')?.alternatives).toHaveLength(2);
    const gone = theCase([...both, entry('z', ['x', 'y'], change({}, true))]);
    expect(gone).toMatchObject({ deleted: true });
    expect(gone.fields.has('deleted')).toBe(false);
    const kept = theCase([...both, entry('z', ['x', 'y'], change({}, false))]);
    expect(kept).toMatchObject({ deleted: false });
    expect(kept.fields.has('deleted')).toBe(false);
  });

  it('by a crowd at once, and an edit: the newest voices are shown, and how many more there are', () => {
    const crowd = Array.from({ length: 40 }, (_, i) =>
      entry(`x${i}`, ['first'], change({}, true), { time: 10 + i, author: `author ${i % 5}` }),
    );
    const edit = entry('y', ['first'], set('B'), { time: 1, author: 'chingiz' });
    // By a clock that is behind: merged last, and not among the newest.
    const elsewhere = entry('z', ['first'], change({}, undefined, 'other'), { time: 99, author: 'dilan' });
    const behind = entry('zz', ['z'], change({}, true), { time: 5, author: 'dilan' });
    const state = theCase([first, ...crowd, edit, elsewhere, behind]).fields.get('deleted') as FieldState;
    expect(state).toMatchObject({ value: false, by: accountId('chingiz'), more: 9 });
    expect(state.alternatives.map(({ at }) => at)).toEqual([1, ...crowd.slice(8).map(({ time }) => time)]);
  });

  it('by two people at once is no conflict', () => {
    const record = theCase([first, deletion, entry('y', ['first'], change({}, true))]);
    expect(record.deleted).toBe(true);
    expect(record.fields.has('deleted')).toBe(false);
  });
});

describe('a dossier', () => {
  it('says which entries are named but not there', () => {
    const state = mergeDossier([entry('b', ['a'], set('B')), entry('d', ['b', 'c'], set('D'))]);
    expect(state.missing).toEqual([entryId('a'), entryId('c')].sort());
    expect(state.records.get(recordId('case'))?.fields.get('alias')?.value).toBe('D');
  });

  it('misses nothing once they arrive, in whatever order', () => {
    const all = [entry('a', [], set('A')), entry('b', ['a'], set('B')), entry('c', ['b'], set('C'))];
    expect(mergeDossier([...all].reverse())).toEqual(mergeDossier(all));
    expect(mergeDossier(all).missing).toEqual([]);
    expect(mergeDossier(all).order).toEqual(['a', 'b', 'c'].map(entryId));
  });

  it('knows its heads, which are what the next entry names', () => {
    const fork = [entry('a', [], set('A')), entry('b', ['a'], set('B')), entry('c', ['a'], set('C'))];
    expect(mergeDossier(fork).heads).toEqual([entryId('b'), entryId('c')].sort());
    expect(mergeDossier([]).heads).toEqual([]);
  });

  it('knows who made a record and who touched it last', () => {
    const record = theCase([
      entry('a', [], set('A'), { time: 7, author: 'ana' }),
      entry('b', ['a'], set('B'), { time: 3, author: 'bahar' }),
    ]);
    expect(record.created).toEqual({ by: accountId('ana'), at: 7, entry: entryId('a') });
    expect(record.updated).toEqual({ by: accountId('bahar'), at: 3, entry: entryId('b') });
  });

  it('keeps kinds and fields that this client does not know', () => {
    const unknown = {
      kind: 'constellation',
      record: recordId('case'),
      fields: { brightness: { set: [1, { of: 'x' }] } },
    };
    const record = theCase([entry('a', [], unknown)]);
    expect(record.kind).toBe('constellation');
    expect(record.fields.get('brightness')?.value).toEqual([1, { of: 'x' }]);
  });

  it('does not go on in place from an entry that did not know everything', () => {
    const all = [entry('a', [], set('A')), entry('b', ['a'], set('B'))];
    const state = mergeDossier(all);
    const before = structuredClone(state);
    expect(extendDossier(state, entry('c', ['a'], set('C')))).toBeNull();
    expect(extendDossier(state, entry('d', [], set('D')))).toBeNull();
    expect(extendDossier(state, all[1] as Entry)).toBeNull();
    const further = { ...entry('e', [], set('E')), heads: [...state.heads, entryId('not here')] };
    expect(extendDossier(state, further)).toBeNull();
    expect(state).toEqual(before);
  });

  it('does not go on in place from an entry that changes one record twice', () => {
    const state = mergeDossier([entry('a', [], set('A'))]);
    const before = structuredClone(state);
    expect(extendDossier(state, entry('b', ['a'], [set('B'), set('C')]))).toBeNull();
    expect(state).toEqual(before);
  });

  it('of ten thousand entries keeps them all in order, in a line or forked at every third', () => {
    const line: Entry[] = [];
    const forked: Entry[] = [];
    let tips: string[] = [];
    for (let i = 0; i < 10_000; i++) {
      const one = change({ [`field${i % 40}`]: { set: i } }, undefined, `record${i % 50}`);
      line.push(entry(`l${i}`, i === 0 ? [] : [`l${i - 1}`], one, { time: i }));
      const joins = i % 3 === 2;
      forked.push(entry(`f${i}`, joins ? tips : tips.slice(0, 1), one, { time: i }));
      tips =
        joins || tips.length === 0
          ? [`f${i}`]
          : i % 3 === 0
            ? [...tips, `f${i}`]
            : [tips[1] as string, `f${i}`];
    }
    for (const entries of [line, forked]) {
      expect(mergeDossier(entries).order).toHaveLength(10_000);
    }
  });
});

describe('one act that two devices wrote, word for word, from the same thing', () => {
  const made = change({ alias: { set: 'A letter' }, state: { set: 'open' } });
  const [ours, theirs] = [
    entry('ours', [], made, { time: 2 }),
    entry('theirs', [], made, { time: 1, author: 'bahar' }),
  ];
  const away = change({ state: { set: 'put away' } });

  it.each(['ours', 'theirs'])('is ended by whoever saw %s alone', (seen) => {
    for (const time of [0, 9]) {
      const ended = entry('ended', [seen], away, { time });
      const state = field([ours, theirs, ended], 'state');
      expect(state).toMatchObject({ value: 'put away', alternatives: [] });
      expect(field([theirs, ended, ours], 'state')).toEqual(state);
    }
  });

  it('counts as seen by whoever saw either, and both heads stand until somebody names them', () => {
    const state = mergeDossier([ours, theirs, entry('ended', ['ours'], away)]);
    expect(hadSeen(state, entryId('ended'), entryId('theirs'))).toBe(true);
    expect(state.heads).toEqual([entryId('ended'), entryId('theirs')].sort());
  });

  it('is deleted by whoever saw one of them', () => {
    const gone = entry('gone', ['ours'], change({}, true), { time: 3 });
    expect(theCase([ours, theirs, gone])).toMatchObject({ deleted: true });
  });

  it('is brought up again by nobody who wrote it late, and by whoever changes it having seen neither end', () => {
    const ended = entry('ended', ['theirs'], away, { time: 3 });
    const late = entry('late', [], made, { time: 7, author: 'chingiz' });
    expect(field([ours, theirs, ended, late], 'state')).toMatchObject({
      value: 'put away',
      alternatives: [],
    });
    const again = entry('again', ['late'], change({ state: { set: 'answered' } }), { time: 8 });
    expect(values(field([ours, theirs, ended, late, again], 'state'))).toEqual(['put away', 'answered']);
  });

  it('is not one where a word differs: then both stand', () => {
    const other = entry('other', [], change({ alias: { set: 'A letter' }, state: { set: 'gone' } }));
    expect(values(field([ours, other], 'state'))).toEqual(['gone', 'open']);
  });

  it('is one as well where each device wrote two such in another order', () => {
    const second = change({ alias: { set: 'Another' } }, undefined, 'other');
    const graph = [
      entry('a1', [], made, { time: 1 }),
      entry('a2', ['a1'], second, { time: 4 }),
      entry('b2', [], second, { time: 2, author: 'bahar' }),
      entry('b1', ['b2'], made, { time: 3, author: 'bahar' }),
      entry('ended', ['a2'], away, { time: 5 }),
    ];
    expect(field(graph, 'state')).toMatchObject({ value: 'put away', alternatives: [] });
  });
});
