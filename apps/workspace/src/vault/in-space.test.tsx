// @vitest-environment happy-dom
import type { SpaceSummary, VaultConnection, VaultEvent } from '@dayaq/vault/client';
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  currentSpaceId,
  inThese,
  nameOfSpace,
  openSession,
  status,
  troubled,
  useVault,
  workIn,
} from './session.ts';

const asked: unknown[][] = [];
const kept: string[] = [];
let tell: (event: VaultEvent) => void;
let close: () => void;

function summary(id: string, name: string, more: Partial<SpaceSummary> = {}): SpaceSummary {
  return {
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
  };
}

/** As the vault tells it: these spaces, and the one that was chosen last on the device. */
const opens = (space: string | null, spaces: readonly SpaceSummary[]) =>
  act(() => tell({ type: 'status', status: { ...status.value, phase: 'open', space, spaces: [...spaces] } }));

const BOTH = [summary('a', 'Harbour'), summary('b', 'Mill')];

beforeEach(() => {
  asked.length = 0;
  kept.length = 0;
  const note =
    (method: string) =>
    (...inputs: unknown[]) => {
      asked.push([method, ...inputs]);
      return Promise.resolve(undefined);
    };
  const connection = {
    status: () => new Promise(() => undefined),
    subscribe: (listener: (event: VaultEvent) => void) => {
      tell = listener;
      return () => undefined;
    },
    chooseSpace: (space: string) => {
      kept.push(space);
      return Promise.resolve();
    },
    members: note('members'),
    save: note('save'),
    tasks: note('tasks'),
    spaceOf: note('spaceOf'),
  };
  close = openSession(connection as unknown as VaultConnection);
});
afterEach(() => {
  cleanup();
  close();
});

function Page() {
  const vault = useVault();
  const request = { dossier: 'd', changes: [] };
  return (
    <>
      <button type="button" onClick={() => void vault.save(request)}>
        Save
      </button>
      <button type="button" onClick={() => void vault.tasks({ owner: null, until: null, limit: 1 }, null)}>
        All
      </button>
    </>
  );
}

describe('the space of a page', () => {
  it('is where the device was left, and stays when another tab chooses another one', async () => {
    await opens('b', BOTH);
    expect(currentSpaceId()).toBe('b');
    await opens('a', BOTH);
    expect(currentSpaceId()).toBe('b');
    workIn('a');
    expect(currentSpaceId()).toBe('a');
    expect(kept).toEqual(['a']);
  });

  it('is another one where this account does not have it any more, and the same after a lock', async () => {
    await opens('b', BOTH);
    await opens(null, []);
    await opens('a', BOTH);
    expect(currentSpaceId()).toBe('b');
    await opens('c', [summary('c', 'Another account’s')]);
    expect(currentSpaceId()).toBe('c');
  });

  it('is meant by what a page asks and does; what names a space itself is asked of that', async () => {
    await opens('a', BOTH);
    render(<Page />);
    const button = screen.getByText('Save');
    await opens('b', BOTH);
    button.click();
    screen.getByText('All').click();
    expect(asked).toEqual([
      ['save', { dossier: 'd', changes: [] }, 'a'],
      ['tasks', { owner: null, until: null, limit: 1 }, null],
    ]);
  });

  it('is named only where there are several, and what concerns one is said of that one', async () => {
    await opens('a', [summary('a', 'Harbour', { problem: { code: 'server-unavailable' } })]);
    expect(nameOfSpace('a')).toBe('');
    expect(troubled()).toEqual([]);
    await opens('a', [...BOTH.slice(0, 1), summary('b', 'Mill', { problem: { code: 'server-lies' } })]);
    expect(nameOfSpace('b')).toBe('Mill');
    expect(inThese('It waits.', troubled())).toBe('Mill: It waits.');
  });
});
