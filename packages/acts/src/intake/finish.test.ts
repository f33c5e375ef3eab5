import type { Outcome, SaveRequest } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { emptyDraft, type IntakeDraft, MOST_WORDS } from './draft.ts';
import { finishIntake } from './finish.ts';

/** A device of which only three things are asked: ids, saving, and whether a case is there. It can be full. */
class Device {
  given = 0;
  full = false;
  saved: SaveRequest[] = [];
  async newId(): Promise<string> {
    this.given += 1;
    return `id-${this.given}`;
  }
  async save(request: SaveRequest): Promise<Outcome<null>> {
    if (this.full) return { ok: false, failure: { code: 'disk-full' } };
    this.saved.push(request);
    return { ok: true, value: null };
  }
  async dossier(id: string): Promise<Outcome<never>> {
    return this.saved.some((request) => request.dossier === id)
      ? { ok: true, value: undefined as never }
      : { ok: false, failure: { code: 'not-found' } };
  }
}

function contextOf() {
  const kept: IntakeDraft[] = [];
  const context = {
    me: 'rena',
    today: '2026-11-21',
    keep: async (draft: IntakeDraft) => void kept.push(draft),
  };
  return { kept, context };
}

const draft: IntakeDraft = {
  ...emptyDraft('2026-11-21', 'rena'),
  client: { alias: 'Samir' },
  words: 'Refused.',
};

describe('finishing an intake', () => {
  it('saves everything as one entry and tells the reference and what is due', async () => {
    const device = new Device();
    const { context } = contextOf();
    const done = await finishIntake(device, draft, context);
    expect(device.saved).toHaveLength(1);
    expect(device.saved[0]?.restrictedTo).toBeUndefined();
    expect(done).toMatchObject({
      ok: true,
      value: { alias: 'Samir', tasks: [{ what: '', rule: 're-contact', due: '2026-11-28' }] },
    });
    expect(done.ok && done.value.reference).toMatch(/^\w{3}-\w{3}$/);
    expect(device.saved[0]?.dossier).toBe(device.saved[0]?.changes[0]?.record);
  });

  it('makes no case, and gives out no number, of somebody who said no', async () => {
    const device = new Device();
    const { kept, context } = contextOf();
    const refused: IntakeDraft = { ...draft, consents: { ...draft.consents, service: 'no' } };
    await expect(finishIntake(device, refused, context)).rejects.toThrow('nothing is kept');
    expect([device.saved, kept, device.given]).toEqual([[], [], 0]);
  });

  it('after a full disk saves the same case, under the same ids and reference', async () => {
    const device = new Device();
    const { context, kept } = contextOf();
    device.full = true;
    expect(await finishIntake(device, draft, context)).toMatchObject({
      ok: false,
      failure: { code: 'disk-full' },
    });
    const ids = kept[0]?.ids;
    device.full = false;
    await finishIntake(device, kept[0] ?? draft, context);
    expect(kept, 'the second time it has its ids').toHaveLength(1);
    expect(device.saved.map((request) => request.dossier)).toEqual([ids?.['case']]);
  });

  it('after a crash between saving and putting the draft away makes no second case', async () => {
    const device = new Device();
    const { context, kept } = contextOf();
    const first = await finishIntake(device, draft, context);
    const again = await finishIntake(device, kept[0] ?? draft, context);
    expect(device.saved).toHaveLength(1);
    expect(again).toEqual(first);
  });

  it('restricted from its first moment names who may open it, the writer among them', async () => {
    const device = new Device();
    await finishIntake(device, { ...draft, readers: ['leyla'] }, contextOf().context);
    expect(device.saved[0]?.restrictedTo).toEqual(['rena', 'leyla']);
    expect(device.saved[0]?.changes[0]?.fields['confidentiality']).toEqual({ set: 'strict' });
  });

  it('refuses an account that no entry can hold, before anything is saved', async () => {
    const device = new Device();
    const long = { ...draft, words: 'a'.repeat(MOST_WORDS + 1) };
    expect(await finishIntake(device, long, contextOf().context)).toMatchObject({
      ok: false,
      failure: { code: 'too-large' },
    });
    expect(device.saved).toEqual([]);
  });
});
