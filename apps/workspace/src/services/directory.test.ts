import type { DossierView, ListedRecord, Outcome, Value, VaultEvent } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { DIRECTORY_LIMIT, type OpenDirectory, openDirectory } from './directory.ts';

const listed = (
  dossier: string,
  record: string,
  kind: string,
  fields: Record<string, Value>,
): ListedRecord => ({
  record,
  dossier,
  kind,
  fields,
  created: { by: 'me', at: 0 },
  updated: { by: 'me', at: 0 },
  conflict: false,
  case: null,
  restricted: false,
});
const provider = (id: string, name: string): ListedRecord[] => [
  listed(id, id, 'provider', { name }),
  listed(id, `${id}-s`, 'service', { name: `${name} helps`, serves: ['shelter'] }),
];

/** A vault that holds records, counts what it is asked, and can be told that something changed. */
class Held {
  records: ListedRecord[] = [];
  pages = 0;
  broken = false;
  tell: (event: VaultEvent) => void = () => undefined;
  readonly vault = {
    records: async ({ after, limit }: { after: string | null; limit: number }) => {
      if (this.broken) throw new Error('no answer');
      this.pages += 1;
      const from = Number(after ?? 0);
      const next = from + limit < this.records.length ? String(from + limit) : null;
      return { records: this.records.slice(from, from + limit), next };
    },
    dossier: async (id: string): Promise<Outcome<DossierView>> => {
      const records = this.records
        .filter((one) => one.dossier === id)
        .map((one) => ({
          id: one.record,
          kind: one.kind,
          deleted: false,
          fields: Object.fromEntries(
            Object.entries(one.fields).map(([name, value]) => [
              name,
              { value, by: 'me', at: 0, alternatives: [] },
            ]),
          ),
          created: one.created,
          updated: one.updated,
        }));
      if (records.length === 0) return { ok: false, failure: { code: 'not-found' } };
      const kind = records.find((record) => record.id === id)?.kind ?? '';
      return {
        ok: true,
        value: {
          id,
          kind,
          records,
          restricted: false,
          readers: [],
          leftOut: [],
          closed: false,
          waiting: 0,
          held: null,
          complete: true,
          space: 's1',
          shared: null,
        },
      };
    },
    subscribe: (listener: (event: VaultEvent) => void) => {
      this.tell = listener;
      return () => {
        this.tell = () => undefined;
      };
    },
  };
}
/** A turn of the event loop: what the answers led to has happened. No pause. */
const settled = () => new Promise((done) => setTimeout(done, 0));
const names = (open: OpenDirectory): string[] =>
  open.state.value.step === 'here' ? open.state.value.directory.services.map(({ name }) => name) : [];

describe('the directory that is kept in memory', () => {
  it('is read once, page by page, and one provider’s news does not read it again', async () => {
    const held = new Held();
    held.records = Array.from({ length: 700 }, (_, index) => provider(`p${index}`, `P${index}`)).flat();
    const open = openDirectory(held.vault);
    await settled();
    expect(names(open)).toHaveLength(700);
    expect(held.pages).toBe(2);
    held.records = held.records.map((one) =>
      one.record === 'p3-s' ? { ...one, fields: { ...one.fields, name: 'New name' } } : one,
    );
    held.tell({ type: 'changed', dossiers: ['p3'], kinds: ['provider'] });
    await settled();
    expect(names(open)).toContain('New name');
    expect(held.pages).toBe(2);
    open.stop();
  });
  it('takes in a new provider, and lets go of one that is gone', async () => {
    const held = new Held();
    held.records = provider('a', 'A');
    const open = openDirectory(held.vault);
    await settled();
    held.records = provider('b', 'B');
    held.tell({ type: 'changed', dossiers: ['a', 'b'], kinds: ['service'] });
    await settled();
    expect(names(open)).toEqual(['B helps']);
    open.stop();
  });
  it('reads everything again when much changed, and cares for no other kinds', async () => {
    const held = new Held();
    const open = openDirectory(held.vault);
    await settled();
    held.tell({ type: 'changed', dossiers: ['x'], kinds: ['case'] });
    await settled();
    expect(held.pages).toBe(1);
    held.tell({ type: 'changed', dossiers: 'many', kinds: [] });
    await settled();
    expect(held.pages).toBe(2);
    open.stop();
  });
  it('knows a provider of whom no service is known yet', async () => {
    const held = new Held();
    held.records = provider('a', 'A').slice(0, 1);
    const open = openDirectory(held.vault);
    await settled();
    expect(open.state.value).toMatchObject({
      directory: { providers: [{ id: 'a', name: 'A' }], services: [] },
    });
    open.stop();
  });
  it('says when there is more than it keeps', async () => {
    const held = new Held();
    held.records = Array.from({ length: DIRECTORY_LIMIT + 1 }, (_, index) =>
      listed(`p${index}`, `p${index}`, 'provider', { name: 'P' }),
    );
    const open = openDirectory(held.vault);
    while (open.state.value.step === 'loading') await settled();
    expect(open.state.value).toMatchObject({ step: 'here', directory: { cut: true } });
    open.stop();
  });
  it('says that it failed, and can try again', async () => {
    const held = new Held();
    held.broken = true;
    const open = openDirectory(held.vault);
    await settled();
    expect(open.state.value.step).toBe('failed');
    held.broken = false;
    held.records = provider('a', 'A');
    open.again();
    await settled();
    expect(names(open)).toEqual(['A helps']);
    open.stop();
  });
});
