/** Threat: somebody shapes the graph so that an author counts as having seen what they had not. */
import type { AccountId, DossierId, EntryId, RecordId, SpaceId } from '@dayaq/sealing/verify';
import { expect, it } from 'vitest';
import { extendDossier, hadSeen, mergeDossier } from './merge.ts';
import type { Entry } from './types.ts';

function luck(seed: number) {
  let state = seed >>> 0;
  return (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

it('nobody counts as having seen what is not among what they had, whatever the graph', () => {
  let lost = 0;
  let known = 0;
  for (let seed = 1; seed <= 1500; seed++) {
    const below = luck(seed);
    const authors = 1 + below(6);
    const count = 5 + below(seed % 50 === 0 ? 600 : 60);
    const forks = below(10);
    const entries: Entry[] = [];
    const seen = new Map<EntryId, Set<EntryId>>();
    for (let i = 0; i < count; i++) {
      const id = `e${String(below(1e9)).padStart(9, '0')}-${i}` as EntryId;
      const heads = new Set<EntryId>();
      if (i > 0 && below(10) > 0) {
        if (below(10) < forks) for (let k = below(4); k >= 0; k--) heads.add((entries[below(i)] as Entry).id);
        else heads.add((entries[i - 1] as Entry).id);
      }
      if (below(20) === 0) heads.add('nowhere' as EntryId);
      const all = new Set<EntryId>();
      for (const head of heads) {
        all.add(head);
        for (const each of seen.get(head) ?? []) all.add(each);
      }
      seen.set(id, all);
      entries.push({
        id,
        space: 's' as SpaceId,
        dossier: 'd' as DossierId,
        author: `a${below(authors)}` as AccountId,
        time: below(3) === 0 ? below(1000) : i * 10,
        heads: [...heads].sort(),
        view: { place: null, charter: new Uint8Array(32), peer: null },
        changes: [{ kind: 'note', record: `r${below(3)}` as RecordId, fields: { text: { set: i } } }],
      });
    }
    let state = mergeDossier([...entries].sort(() => below(3) - 1));
    // And one that knew all of it, in place.
    const last = { ...(entries[0] as Entry), id: 'last' as EntryId, heads: state.heads, time: 1e6 };
    if (state.heads.length <= 64) {
      const all = new Set<EntryId>(entries.map(({ id }) => id));
      seen.set(last.id, all);
      state = extendDossier(state, last) ?? state;
      entries.push(last);
    }
    for (let k = 0; k < 400; k++) {
      const [a, b] = [entries[below(entries.length)] as Entry, entries[below(entries.length)] as Entry];
      const truly = a.id === b.id || seen.get(a.id)?.has(b.id) === true;
      const said = hadSeen(state, a.id, b.id);
      if (said && !truly) throw new Error(`seed ${seed}: ${a.id} had not seen ${b.id}`);
      if (truly) known++;
      if (truly && !said) lost++;
    }
  }
  expect(known).toBeGreaterThan(1000);
  expect(lost / known).toBeLessThan(0.2);
});
