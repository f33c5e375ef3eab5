// @vitest-environment happy-dom
import { createTranslator, loadMessages } from '@dayaq/locale';
import type { VaultConnection, VaultEvent, VaultStatus } from '@dayaq/vault/client';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { translator } from '../locale/index.ts';
import { followPresses } from '../look/pressed.ts';
import { openSession, status } from '../vault/session.ts';
import { StateLine } from './StateLine.tsx';

let tell: (event: VaultEvent) => void;
let close: () => void;
followPresses(document);

beforeEach(async () => {
  translator.value = createTranslator('en', await loadMessages('en'));
  const connection: Pick<VaultConnection, 'status' | 'subscribe'> = {
    status: () => new Promise(() => undefined),
    subscribe: (listener) => {
      tell = listener;
      return () => undefined;
    },
  };
  close = openSession(connection as VaultConnection);
});
afterEach(() => {
  cleanup();
  close();
});

async function waits(waiting: number): Promise<void> {
  const now: VaultStatus = { ...status.value, sync: { ...status.value.sync, waiting } };
  await act(() => tell({ type: 'status', status: now }));
}
const lines = (): number => document.querySelectorAll('.state-line').length;

describe('the line that says what waits', () => {
  it('neither comes nor goes under a finger: what is being pressed would move away', async () => {
    render(
      <div>
        <StateLine />
        <button type="button">Act</button>
      </div>,
    );
    const button = screen.getByRole('button');
    await waits(1);
    expect(lines()).toBe(1);
    fireEvent.pointerDown(button);
    await waits(0);
    expect(lines()).toBe(1);
    fireEvent.pointerUp(button);
    await waitFor(() => expect(lines()).toBe(0));

    fireEvent.pointerDown(button);
    await waits(2);
    expect(lines()).toBe(0);
    fireEvent.pointerCancel(button);
    await waitFor(() => expect(lines()).toBe(1));
  });
});
