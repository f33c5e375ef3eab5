/** Threat: the same as in `sight-of-edits.integration.test.ts`, from signed entries to what is projected, without a server. */
import { consentState, openTasks, packOf, standingShares } from '@dayaq/domain';
import { type Change, type Entry, mergeDossier, writeEntry } from '@dayaq/journal';
import {
  type Account,
  type DossierId,
  type EntryId,
  idText,
  newAccountRoot,
  newId,
  openAccountKeys,
  type RecordId,
  type SpaceId,
} from '@dayaq/sealing';
import { beforeAll, describe, expect, it } from 'vitest';
import { change } from '../../../worlds/devices/insider.ts';
import { plainRecords, projected } from './projected.ts';

const DONE = { type: 'protection', done: { day: '2026-11-20' }, safe: 'for-now', note: 'At her aunt’s.' };
const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 29);
const space = idText<SpaceId>(new Uint8Array(32).fill(7));
const KILL = { type: ['kill'], credible: 'likely' };
const record = (): RecordId => idText<RecordId>(crypto.getRandomValues(new Uint8Array(16)));
let leyla: Account;
let nigar: Account;
let murad: Account;
beforeAll(async () => {
  [leyla, nigar, murad] = (await Promise.all(
    [1, 2, 3].map(() => openAccountKeys(newId(), newAccountRoot())),
  )) as [Account, Account, Account];
});

function aCase() {
  const dossier = record() as string as DossierId;
  const entries: Entry[] = [];
  let clock = NOW;
  const says = async (
    by: Account,
    heads: readonly EntryId[],
    changes: Change[],
    time: number = (clock +=
      HOUR),
  ): Promise<EntryId> => {
    const view = { place: null, charter: new Uint8Array(32), peer: null };
    const { entry } = await writeEntry(
      { space, dossier, author: by.id, time, heads, view, changes },
      by.signing,
    );
    entries.push(entry);
    return entry.id;
  };
  const shown = () => {
    const state = mergeDossier(entries);
    const records = plainRecords(state);
    return { records, danger: projected(dossier, 'case', state, records, undefined).danger };
  };
  return { dossier, says, shown, entries };
}

describe('a newer record takes the place of what its author had seen, and of nothing else', () => {
  it('a consent that is withdrawn while a colleague, who does not know, notes it anew stays withdrawn', async () => {
    const { says, shown } = aCase();
    const [of, consent] = [record(), record()];
    const said = { of, to: 'sharing', recipient: 'Shelter', decision: 'yes', parts: ['safety'] };
    const a = await says(
      leyla,
      [],
      [change('person', of, { role: 'client' }), change('consent', consent, said)],
    );
    await says(leyla, [a], [change('consent', consent, { withdrawn: { day: '2026-11-29' } })]);
    await says(nigar, [a], [change('consent', record(), said)]);
    const { records } = shown();
    expect([consentState(records).sharing, standingShares(records, of).length]).toEqual(['withdrawn', 0]);
  });

  it('a consent turned into a "no" while a colleague, who does not know, notes a "yes" is a "no"', async () => {
    const { says, shown } = aCase();
    const [of, consent] = [record(), record()];
    const said = (decision: string) => ({ of, to: 'statistics', decision });
    const a = await says(
      leyla,
      [],
      [change('person', of, { role: 'client' }), change('consent', consent, said('yes'))],
    );
    await says(leyla, [a], [change('consent', consent, { decision: 'no' })]);
    await says(nigar, [a], [change('consent', record(), said('yes'))]);
    expect(consentState(shown().records).statistics).toBe('no');
  });

  it('an assessment that is found critical while a colleague, who does not know, assesses as low stands', async () => {
    const { says, shown } = aCase();
    const risk = record();
    const assessed = (level: string) => ({ instrument: 'defender', level, assessed: { day: '2026-11-20' } });
    const a = await says(leyla, [], [change('risk', risk, assessed('raised'))]);
    await says(leyla, [a], [change('risk', risk, { override: 'critical', overrideWhy: 'he has a gun' })]);
    await says(nigar, [a], [change('risk', record(), assessed('low'))]);
    expect(shown().danger).not.toBeNull();
  });
});

describe('a case is closed by its own head alone', () => {
  it('a second record of kind case, slipped in before it, settles no danger of a case that is open', async () => {
    const { dossier, says, shown } = aCase();
    const a = await says(leyla, [], [change('case', dossier, { status: 'new' })]);
    const b = await says(leyla, [a], [change('threat', record(), KILL)]);
    expect(shown().danger).not.toBeNull();
    const decoy = record();
    const c = await says(murad, [], [change('case', decoy, { summary: '' })], 0);
    await says(murad, [b, c].sort(), [change('case', decoy, { status: 'closed' })]);
    expect(shown().danger).not.toBeNull();
  });
});

describe('a case of which somebody says that the danger is high', () => {
  const low = () =>
    change('risk', record(), { instrument: 'defender', level: 'low', assessed: { day: '2026-01-20' } });
  it('after it was assessed as low, is dangerous', async () => {
    const { dossier, says, shown } = aCase();
    const a = await says(leyla, [], [change('case', dossier, { status: 'new', danger: 'not-now' })]);
    const b = await says(nigar, [a], [low()]);
    await says(leyla, [b], [change('case', dossier, { danger: 'high' })]);
    expect(shown().danger).not.toBeNull();
  });

  it('while a colleague, who does not know, assesses it as low, is dangerous', async () => {
    const { dossier, says, shown } = aCase();
    const a = await says(leyla, [], [change('case', dossier, { status: 'new' })]);
    await says(leyla, [a], [change('case', dossier, { danger: 'high' })]);
    await says(nigar, [a], [low()]);
    expect(shown().danger).not.toBeNull();
  });
});

describe('what rules ask for in an open case', () => {
  it('is asked for although a second record of kind case stands in it, closed', async () => {
    const { dossier, says, shown } = aCase();
    const threat = record();
    const a = await says(
      leyla,
      [],
      [change('case', dossier, { status: 'new' }), change('threat', threat, KILL)],
    );
    const asked = () => openTasks(shown().records, packOf('az')).map(({ rule }) => rule);
    expect(asked()).toContain('threat-act');
    // No more than any program of a caseworker may send.
    await says(murad, [a], [change('case', record(), { status: 'closed' })]);
    expect(asked()).toContain('threat-act');
  });
});

describe('a danger that was deleted', () => {
  it('is a danger again when it is brought back, whatever was done meanwhile about another', async () => {
    const { dossier, says, shown } = aCase();
    const threat = record();
    const gone = (deleted: boolean): Change[] => [{ kind: 'threat', record: threat, fields: {}, deleted }];
    let at = await says(
      leyla,
      [],
      [change('case', dossier, { status: 'new' }), change('threat', threat, KILL)],
    );
    at = await says(murad, [at], gone(true));
    at = await says(nigar, [at], [change('threat', record(), KILL)]);
    at = await says(leyla, [at], [change('response', record(), DONE)]);
    expect(shown().danger).toBeNull();
    await says(leyla, [at], gone(false));
    expect(shown().danger).not.toBeNull();
  });

  it('is a danger again when words were added to it by somebody who did not know that it was deleted', async () => {
    const { dossier, says, shown } = aCase();
    const threat = record();
    const first = await says(
      leyla,
      [],
      [change('case', dossier, { status: 'new' }), change('threat', threat, KILL)],
    );
    const gone = await says(murad, [first], [{ kind: 'threat', record: threat, fields: {}, deleted: true }]);
    const next = await says(nigar, [gone], [change('threat', record(), KILL)]);
    await says(leyla, [next], [change('response', record(), DONE)]);
    expect(shown().danger).toBeNull();
    await says(nigar, [first], [change('threat', threat, { words: 'Tonight' })]);
    expect(shown().danger).not.toBeNull();
  });
});

describe('a case that was deleted by who had not seen all that others wrote in it stands again', () => {
  it.each([
    ['detention', { place: 'police', lastTaken: { day: '2026-11-28' } }],
    ['task', { what: 'Bring insulin', due: { day: '2026-11-30' } }],
    ['violation', { type: 'evicted', account: 'She told me everything' }],
  ])('what is unseen is a %s', async (kind, fields) => {
    const { dossier, says, shown, entries } = aCase();
    const root = dossier as string as RecordId;
    const [own, theirs] = [record(), record()];
    const a = await says(leyla, [], [change('case', root, { status: 'in-progress' })]);
    const b = await says(leyla, [a], [change('note', own, { text: 'mine' })]);
    const gone = { kind: 'case', record: root, fields: {}, deleted: true } as Change;
    const isGone = () => shown().records.find(({ id }) => id === root)?.deleted;
    // By a clock that is a year slow: sight decides.
    await says(nigar, [b], [change(kind, theirs, fields)], NOW - 365 * 24 * HOUR);
    await says(leyla, [b], [gone]);
    expect(isGone()).toBe(false);
    const heads = mergeDossier(entries).heads;
    await says(leyla, heads, [gone]);
    expect(isGone()).toBe(true);
  });
});
