// @vitest-environment happy-dom
import { createTranslator, loadMessages } from '@dayaq/locale';
import type { VaultConnection } from '@dayaq/vault/client';
import { cleanup, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { translator } from '../locale/index.ts';
import { InviteDialog } from '../people/InviteDialog.tsx';
import { openSession } from '../vault/session.ts';
import { FirstWeek } from './FirstWeek.tsx';

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

test('the second keyholder is asked for where one is made: an invitation that says so already', () => {
  const noop = () => undefined;
  render(<FirstWeek space={{ id: 'a space' }} steps={[{ step: 'keyholder', done: false }]} onSaid={noop} />);
  expect(screen.getByRole('link').getAttribute('href')).toBe('/people?invite=keyholder');
  for (const asKeyholder of [true, false]) {
    cleanup();
    render(
      <LocationProvider>
        <InviteDialog open asKeyholder={asKeyholder} onClose={noop} onInvited={noop} />
      </LocationProvider>,
    );
    const box = screen.getByRole('checkbox', { name: /Keyholder/, hidden: true });
    expect((box as HTMLInputElement).checked).toBe(asKeyholder);
  }
});
