import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper, KEEP_WITHIN, type Keeping, MOST_CHARACTERS } from './draft-keeper.ts';

/** A keeper of plain words, and what it told. */
function aKeeper(saveDraft: () => Promise<{ ok: true; value: null }>) {
  const told: Keeping[] = [];
  const keeper = new DraftKeeper<string>(
    { saveDraft, dropDraft: async () => undefined },
    {
      id: 'd',
      kind: 'form',
      onDisk: false,
      write: (words) => (words === '' ? null : { title: '', data: words }),
      onKeeping: (keeping) => told.push(keeping),
    },
  );
  return { keeper, told };
}

describe('what cannot be kept', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is said when it is too much, and not written', async () => {
    const save = vi.fn(async () => ({ ok: true as const, value: null }));
    const { keeper, told } = aKeeper(save);
    keeper.change('a'.repeat(MOST_CHARACTERS));
    await vi.advanceTimersByTimeAsync(KEEP_WITHIN + 1);
    expect(told.at(-1)).toBe('too-large');
    expect(save).not.toHaveBeenCalled();
    keeper.change('less');
    await vi.advanceTimersByTimeAsync(KEEP_WITHIN + 1);
    expect(told.at(-1)).toBe('kept');
  });

  it('is said when the vault breaks in the middle, and tried again with the next change', async () => {
    let isBroken = true;
    const { keeper, told } = aKeeper(async () => {
      if (isBroken) throw new Error('locked');
      return { ok: true, value: null };
    });
    keeper.change('she said');
    await vi.advanceTimersByTimeAsync(KEEP_WITHIN + 1);
    expect(told.at(-1)).toBe('failed');
    isBroken = false;
    await keeper.flush();
    expect(told.at(-1)).toBe('kept');
  });
});
