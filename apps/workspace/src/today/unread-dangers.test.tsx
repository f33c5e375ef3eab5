// @vitest-environment happy-dom
import { createTranslator, loadMessages } from '@dayaq/locale';
import { cleanup, render, screen } from '@testing-library/preact';
import type { ApartRow, VaultConnection } from '@dayaq/vault/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { translator } from '../locale/index.ts';
import { openSession } from '../vault/session.ts';
import { UnreadDangers } from './UnreadDangers.tsx';

let close: () => void;
beforeEach(async () => {
  const connection: Pick<VaultConnection, 'status' | 'subscribe'> = {
    status: () => new Promise(() => undefined),
    subscribe: () => () => undefined,
  };
  close = openSession(connection as VaultConnection);
  translator.value = createTranslator('en', await loadMessages('en'));
});
afterEach(() => {
  cleanup();
  close();
});

const row = (reference: string): ApartRow => ({
  dossier: `dossier ${reference}`,
  kind: 'case',
  reference,
  reason: 'too-large',
  entries: 52,
  mayBeDanger: true,
  space: 'a space',
});

test('a case that cannot be shown stands on Today by its number, as one that may be a danger, and leads to where it is reported', () => {
  render(<UnreadDangers rows={[row('K7Q-2MX'), row('')]} />);
  expect(screen.getByRole('heading').textContent).toBe('Cannot be read here, perhaps in danger 2');
  const links = screen.getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual(['K7Q-2MX', 'Dossier without a reference']);
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/waiting', '/waiting']);
});

test('nothing is said where all can be read', () => {
  const { container } = render(<UnreadDangers rows={[]} />);
  expect(container.innerHTML).toBe('');
});
