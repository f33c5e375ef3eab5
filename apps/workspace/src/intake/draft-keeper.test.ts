import type { Draft, Outcome } from '@dayaq/vault/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { emptyDraft, readDraft, type IntakeDraft } from '@dayaq/acts/intake/draft';
import { KEEP_WITHIN, type Keeping } from '../drafts/draft-keeper.ts';
import { intakeKeeper } from './draft-keeper.ts';

/** A place for drafts that takes its time, and can be full. */
class Shelf {
  drafts = new Map<string, Draft>();
  writes = 0;
  under = 0;
  most = 0;
  full = false;
  given = 0;
  async newId(): Promise<string> {
    this.given += 1;
    return `id-${this.given}`;
  }
  async saveDraft(draft: Omit<Draft, 'updated'>): Promise<Outcome<null>> {
    this.under += 1;
    this.most = Math.max(this.most, this.under);
    // A pause by the test's own clock, which stands for a slow disk.
    await new Promise((resolve) => setTimeout(resolve, 50));
    this.under -= 1;
    if (this.full) return { ok: false, failure: { code: 'disk-full' } };
    this.writes += 1;
    this.drafts.set(draft.id, { ...draft, updated: 0 });
    return { ok: true, value: null };
  }
  async dropDraft(id: string): Promise<void> {
    this.drafts.delete(id);
  }
  words(): string | undefined {
    const kept = this.drafts.get('d');
    return kept === undefined ? undefined : readDraft(kept.data)?.words;
  }
}

const saying = (words: string): IntakeDraft => ({ ...emptyDraft('2026-11-21', 'me'), words });

describe('a draft that is being written', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is on disk half a second after a change, however fast the typing goes on', async () => {
    const shelf = new Shelf();
    const keeper = intakeKeeper(shelf, 'd', false);
    for (let typed = 1; typed <= 20; typed++) {
      keeper.change(saying('a'.repeat(typed)));
      await vi.advanceTimersByTimeAsync(40);
    }
    expect(shelf.words()?.length ?? 0).toBeGreaterThan(5);
    await vi.advanceTimersByTimeAsync(KEEP_WITHIN + 60);
    expect(shelf.words()).toBe('a'.repeat(20));
    expect(shelf.writes).toBeLessThan(6);
  });

  it('is written at once when the page is hidden', async () => {
    const shelf = new Shelf();
    const keeper = intakeKeeper(shelf, 'd', false);
    keeper.change(saying('she said'));
    void keeper.flush();
    await vi.advanceTimersByTimeAsync(51);
    expect(shelf.words()).toBe('she said');
  });

  it('is not kept when nothing was said, and forgotten when all was taken back', async () => {
    const shelf = new Shelf();
    const keeper = intakeKeeper(shelf, 'd', false);
    keeper.change(saying('  '));
    await vi.advanceTimersByTimeAsync(1000);
    expect(shelf.drafts.size).toBe(0);
    keeper.change(saying('a'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(shelf.drafts.size).toBe(1);
    keeper.change(saying(''));
    await vi.advanceTimersByTimeAsync(1000);
    expect(shelf.drafts.size).toBe(0);
  });

  it('does not come back after it became a case, even when a write was under way', async () => {
    const shelf = new Shelf();
    const keeper = intakeKeeper(shelf, 'd', false);
    keeper.change(saying('a'));
    void keeper.flush();
    await vi.advanceTimersByTimeAsync(10);
    const closed = keeper.close();
    keeper.change(saying('too late'));
    await vi.advanceTimersByTimeAsync(2000);
    await closed;
    expect(shelf.drafts.size).toBe(0);
  });

  it('is kept with the ids that its records will have, and keeps them', async () => {
    const shelf = new Shelf();
    const told: IntakeDraft['ids'][] = [];
    const keeper = intakeKeeper(shelf, 'd', false, { onIds: (ids) => told.push(ids) });
    keeper.change(saying('she said'));
    await vi.advanceTimersByTimeAsync(KEEP_WITHIN + 20);
    keeper.change(saying('she said more'));
    await vi.advanceTimersByTimeAsync(2000);
    const stored = readDraft(shelf.drafts.get('d')?.data ?? null);
    expect(stored?.words).toBe('she said more');
    expect(stored?.ids).toEqual(told.at(-1));
    expect(stored?.ids['case']).toBe(told[0]?.['case']);
    expect(stored?.ids['reference']).toBe(told[0]?.['reference']);
  });

  it('says that keeping failed, and keeps what was refused once there is room', async () => {
    const shelf = new Shelf();
    const told: Keeping[] = [];
    const keeper = intakeKeeper(shelf, 'd', false, { onKeeping: (keeping) => told.push(keeping) });
    shelf.full = true;
    keeper.change(saying('first'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(told.at(-1)).toBe('failed');
    shelf.full = false;
    await Promise.all([keeper.flush(), vi.advanceTimersByTimeAsync(100)]);
    expect(shelf.words()).toBe('first');
    expect(told.at(-1)).toBe('kept');
  });

  it('ends with the newest words on disk after any order of typing, hiding and waiting, one write at a time', async () => {
    const act = fc.oneof(
      fc.record({
        type: fc.constant('type' as const),
        words: fc.string({ minLength: 1 }).filter((s) => s.trim() !== ''),
      }),
      fc.record({ type: fc.constant('hide' as const) }),
      fc.record({ type: fc.constant('wait' as const), for: fc.integer({ min: 1, max: 900 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
        const shelf = new Shelf();
        const keeper = intakeKeeper(shelf, 'd', false);
        let last: string | undefined;
        for (const one of acts) {
          if (one.type === 'type') keeper.change(saying((last = one.words)));
          else if (one.type === 'hide') void keeper.flush();
          else await vi.advanceTimersByTimeAsync(one.for);
        }
        await vi.advanceTimersByTimeAsync(5000);
        expect(shelf.words()).toBe(last);
        expect(shelf.most).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
