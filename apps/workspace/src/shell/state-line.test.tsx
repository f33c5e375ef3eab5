// @vitest-environment happy-dom
import { createTranslator, loadMessages } from '@dayaq/locale';
import type { SpaceSummary, VaultConnection, VaultEvent, VaultStatus } from '@dayaq/vault/client';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { translator } from '../locale/index.ts';
import { followPresses, pressed } from '../look/pressed.ts';
import { openSession, status } from '../vault/session.ts';
import { newVersionReady, offlineNotReady } from './offline.ts';
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
  // Files share their modules: nothing stands here of what another one left.
  pressed.value = false;
  offlineNotReady.value = false;
  newVersionReady.value = false;
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

const space = (id: string, name: string, more: Partial<SpaceSummary> = {}): SpaceSummary => ({
  id,
  name,
  country: 'az',
  me: { role: 'caseworker', keyholder: false },
  ready: true,
  rotationOwed: false,
  removed: false,
  keyUnusable: false,
  disputes: 0,
  fetching: null,
  restored: null,
  problem: null,
  ...more,
});

describe('with several organisations the line', () => {
  it('says which one it is about, and of the one that is not shown only what is to be known of it', async () => {
    const spaces = [
      space('a', 'Harbour', { removed: true }),
      space('b', 'Mill', { ready: false, problem: { code: 'server-unavailable' } }),
      space('c', 'Bridge', { removed: true }),
    ];
    const problem = { code: 'server-unavailable' } as const;
    const sync = { ...status.value.sync, state: 'problem', problem } as const;
    render(<StateLine />);
    await act(() =>
      tell({ type: 'status', status: { ...status.value, phase: 'open', space: 'a', spaces, sync } }),
    );
    const said = [...document.querySelectorAll('.state-line span:not(.dot)')].map((one) => one.textContent);
    const { t } = translator.value;
    expect(said).toEqual([
      `Harbour: ${t('shell.state.removed')}`,
      `Mill: ${t('errors.server-unavailable')}`,
      `Mill: ${t('shell.state.notReady')}`,
    ]);
  });

  it('says once that one was removed, with what to do', async () => {
    const problem = { code: 'removed' } as const;
    const spaces = [space('a', 'Harbour', { removed: true, problem })];
    const sync = { ...status.value.sync, state: 'problem', problem } as const;
    render(<StateLine />);
    await act(() =>
      tell({ type: 'status', status: { ...status.value, phase: 'open', space: 'a', spaces, sync } }),
    );
    const said = [...document.querySelectorAll('.state-line span:not(.dot)')].map((one) => one.textContent);
    expect(said).toEqual([translator.value.t('shell.state.removed')]);
  });
});
