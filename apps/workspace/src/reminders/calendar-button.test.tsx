// @vitest-environment happy-dom
import { createTranslator, loadMessages } from '@dayaq/locale';
import type { VaultConnection } from '@dayaq/vault/client';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { translator } from '../locale/index.ts';
import { aTask } from '../today/testing/a-task.ts';
import { openSession } from '../vault/session.ts';
import { CalendarButton } from './CalendarButton.tsx';

const task = aTask({
  record: 'r',
  case: { reference: 'K7Q-2MX', alias: 'Zeinab', status: 'open', summary: '', violations: [] },
  what: 'Call Zeinab, at the shelter; urgent',
  due: '2026-12-01',
  owner: 'me',
});

let close: () => void;
let saved: Blob[];

beforeEach(async () => {
  translator.value = createTranslator('en', await loadMessages('en'));
  saved = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:nothing';
  });
  const connection: Pick<VaultConnection, 'status' | 'subscribe' | 'tasks'> = {
    status: () => new Promise(() => undefined),
    subscribe: () => () => undefined,
    tasks: () => Promise.resolve([task, { ...task, record: 's', due: '' }]),
  };
  close = openSession(connection as VaultConnection);
});
afterEach(() => {
  cleanup();
  close();
  vi.restoreAllMocks();
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));
async function file(): Promise<string> {
  press('Save the file');
  await waitFor(() => expect(saved).toHaveLength(1));
  return (saved[0] as Blob).text();
}

describe('saving for the calendar', () => {
  it('says nothing of a task but its day, unless somebody chooses to', async () => {
    render(<CalendarButton />);
    press(/Save for the calendar/);
    await screen.findByText('Days in the file: 1');
    const text = await file();
    expect(text).toContain('SUMMARY:Reminder\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20261201\r\n');
    expect(text).not.toMatch(/Zeinab|shelter|K7Q/);
  });

  it('warns who will read the words before they are put in', async () => {
    render(<CalendarButton />);
    press(/Save for the calendar/);
    await screen.findByText('Days in the file: 1');
    expect(screen.queryByText(/Whoever holds the phone/)).toBeNull();
    fireEvent.click(screen.getByLabelText('What the task says'));
    expect(screen.getByText(/Whoever holds the phone/)).toBeTruthy();
    expect(await file()).toContain('SUMMARY:Call Zeinab\\, at the shelter\\; urgent');
  });
});
