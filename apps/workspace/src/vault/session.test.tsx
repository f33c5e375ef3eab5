// @vitest-environment happy-dom
import type { Vault, VaultConnection, VaultEvent } from '@dayaq/vault/client';
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSession, useQuery } from './session.ts';

/** Answers that the test gives when it wants to. */
interface Asked {
  answer: (kept: unknown) => void;
}

let asked: Asked[];
let tell: (event: VaultEvent) => void;
let close: () => void;

function Question({ name, kinds }: { name: string; kinds?: string[] }) {
  const { data } = useQuery((vault: Vault) => vault.preference(name), [name], kinds);
  return <p>{String(data ?? 'nothing yet')}</p>;
}
const answer = (index: number, value: unknown) => act(async () => asked[index]?.answer(value));
const change = (kinds: string[], dossiers: string[] | 'many' = ['d']) =>
  act(async () => tell({ type: 'changed', dossiers, kinds }));

beforeEach(() => {
  asked = [];
  const connection: Pick<VaultConnection, 'status' | 'subscribe' | 'preference'> = {
    status: () => new Promise(() => undefined),
    subscribe: (listener) => {
      tell = listener;
      return () => undefined;
    },
    preference: () => new Promise((resolve) => asked.push({ answer: resolve as Asked['answer'] })),
  };
  close = openSession(connection as VaultConnection);
});
afterEach(() => {
  cleanup();
  close();
});

describe('asking the vault', () => {
  it('asks again when something of the wanted kind changed, and keeps the last answer meanwhile', async () => {
    render(<Question name="a" kinds={['task']} />);
    await answer(0, 'first');
    await change(['task']);
    expect(asked).toHaveLength(2);
    expect(screen.getByText('first')).toBeTruthy();
    await answer(1, 'second');
    expect(screen.getByText('second')).toBeTruthy();
  });

  it('leaves other kinds alone, except when many things changed at once', async () => {
    render(<Question name="a" kinds={['task']} />);
    await answer(0, 'first');
    await change(['note']);
    expect(asked).toHaveLength(1);
    await change([], 'many');
    expect(asked).toHaveLength(2);
  });

  it('asks once more after a burst of changes, not once for each', async () => {
    render(<Question name="a" />);
    for (let i = 0; i < 5; i++) await change(['task']);
    await answer(0, 'first');
    expect(asked).toHaveLength(2);
  });

  it('never shows the answer to an older question', async () => {
    const { rerender } = render(<Question name="a" />);
    rerender(<Question name="b" />);
    await answer(0, 'answer to a');
    expect(screen.queryByText('answer to a')).toBeNull();
    await answer(1, 'answer to b');
    expect(screen.getByText('answer to b')).toBeTruthy();
  });
});
