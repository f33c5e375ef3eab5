// @vitest-environment happy-dom
import { groupOf } from '@dayaq/domain';
import { createTranslator, loadMessages } from '@dayaq/locale';
import type {
  Change,
  MemberView,
  RecordView,
  SaveRequest,
  Value,
  VaultConnection,
} from '@dayaq/vault/client';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage, wantInnerWords } from '../locale/index.ts';
import { openSession } from '../vault/session.ts';
import { RecordDialog } from './RecordDialog.tsx';
import type { RecordRequest } from './record-request.ts';

const translator = createTranslator('en', await loadMessages('en'));
const saved: SaveRequest[] = [];
let isFull = false;
let given = 0;
const connection: Partial<VaultConnection> = {
  status: () => new Promise(() => undefined),
  subscribe: () => () => undefined,
  newId: async () => `id-${++given}`,
  draft: async () => null,
  drafts: async () => [],
  saveDraft: async () => ({ ok: true, value: null }),
  dropDraft: async () => undefined,
  async save(request) {
    if (isFull) return { ok: false, failure: { code: 'disk-full' } };
    saved.push(request);
    return { ok: true, value: null };
  },
};
let close: () => void;

beforeEach(async () => {
  saved.length = 0;
  given = 0;
  isFull = false;
  await setLanguage('en');
  await wantInnerWords();
  close = openSession(connection as VaultConnection);
});
afterEach(() => {
  cleanup();
  close();
});

function aNote(fields: Record<string, Value>): RecordView {
  const stamp = { by: 'r', at: 1 };
  const views = Object.entries(fields).map(([name, value]) => [
    name,
    { value, by: 'r', at: 1, alternatives: [] },
  ]);
  return {
    id: 'n',
    kind: 'note',
    deleted: false,
    created: stamp,
    updated: stamp,
    fields: Object.fromEntries(views),
  };
}

/** The dialog over a case with these records; answers what was said of what is kept, and a way to bring news. */
function show(request: Partial<RecordRequest>, records: RecordView[], members: MemberView[] = []) {
  const told: { said: string; undo: Change[] | undefined }[] = [];
  let closed = 0;
  const page = (now: RecordView[]) => (
    <RecordDialog
      place={{
        dossier: 'c',
        records: now,
        around: { translator, records: now, members, country: 'az' },
        takesNotes: true,
        onKept: (said, undo) => told.push({ said, undo }),
      }}
      request={{ title: 'A note', kind: 'note', record: null, ...request }}
      onClose={() => closed++}
    />
  );
  const { rerender } = render(page(records));
  return { told, isClosed: () => closed > 0, news: (now: RecordView[]) => rerender(page(now)) };
}

const text = () => screen.findByLabelText<HTMLTextAreaElement>('Text');
const type = async (words: string) => fireEvent.input(await text(), { target: { value: words } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('one entry with only what changed is saved, and what the program adds to it', async () => {
  const record = aNote({ text: 'As it was', date: { day: '2026-11-01' } });
  const { told, isClosed } = show({ record, stamp: () => ({ continues: 'm' }), said: 'Written down' }, [
    record,
  ]);
  await type('As it is');
  press('Save');
  await waitFor(() => expect(isClosed()).toBe(true));
  expect(saved).toEqual([
    {
      dossier: 'c',
      changes: [
        { kind: 'note', record: 'n', fields: { text: { set: 'As it is' }, continues: { set: 'm' } } },
      ],
    },
  ]);
  expect(told).toEqual([{ said: 'Written down', undo: undefined }]);
});

test('a colleague’s newer value is overwritten only after it was said', async () => {
  const record = aNote({ text: 'As it was' });
  const { news } = show({ record }, [record]);
  await type('As I say');
  news([aNote({ text: 'As she says' })]);
  press('Save');
  await screen.findByText(/a colleague changed: Text/);
  expect(saved).toEqual([]);
  press('Save mine');
  await waitFor(() => expect(saved).toHaveLength(1));
});

test('what the program began with is no answer to a question that is not asked', async () => {
  const members = [{ account: 'me', name: 'Leyla', role: 'caseworker' }] as unknown as MemberView[];
  const { isClosed } = show(
    {
      kind: 'detention',
      only: ['where', 'treatment', 'bringer'],
      preset: { where: 'police', bringer: 'me' },
    },
    [],
    members,
  );
  const treatment = await screen.findByDisplayValue('Not answered');
  expect(screen.queryByText(/no longer belongs/)).toBeNull();
  expect(screen.queryByDisplayValue('Leyla')).toBeNull();
  fireEvent.change(treatment, { target: { value: 'ost' } });
  await screen.findByDisplayValue('Leyla');
  press('Save');
  await waitFor(() => expect(isClosed()).toBe(true));
  expect(saved[0]?.changes[0]?.fields).toMatchObject({ treatment: { set: 'ost' }, bringer: { set: 'me' } });
});

test('why it is not saved is brought to the eye, each time that the button is pressed', async () => {
  const seen: string[] = [];
  const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    seen.push(this.textContent ?? '');
  });
  show({ refuse: () => 'It concerns whoever would answer for it.' }, []);
  await type('She said');
  press('Save');
  await waitFor(() => expect(seen).toContain('It concerns whoever would answer for it.'));
  seen.length = 0;
  press('Save');
  await waitFor(() => expect(seen).toContain('It concerns whoever would answer for it.'));
  scroll.mockRestore();
});

test('what could not be saved is said in the dialog, and stays in it', async () => {
  isFull = true;
  const { isClosed } = show({}, []);
  await type('She said');
  press('Save');
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  expect(isClosed()).toBe(false);
  expect((await text()).value).toBe('She said');
});

test('what is lacking, or what the rules do not take, is asked again before anything is saved', async () => {
  show({ refuse: (values) => (values['text'] === 'no' ? 'Not this' : null) }, []);
  await text();
  await waitFor(() => expect(given).toBe(1));
  press('Save');
  await screen.findByText(/Please look again at: Text/);
  await type('no');
  press('Save');
  await screen.findByText('Not this');
  expect(saved).toEqual([]);
});

test('a text that is too long is saved as notes that continue each other, in entries that fit, under ids given once', async () => {
  const { isClosed } = show({ preset: { date: { day: '2026-11-29' } } }, []);
  const long = 'a word '.repeat(9_900);
  await type(long);
  expect((await text()).value).toBe(long);
  isFull = true;
  press('Save as 7 notes');
  await waitFor(() => expect(screen.getAllByRole('alert').length).toBeGreaterThan(0));
  isFull = false;
  press('Save as 7 notes');
  await waitFor(() => expect(isClosed()).toBe(true));
  const notes = saved.flatMap(({ changes }) => changes);
  expect(saved).toHaveLength(2);
  expect(notes).toHaveLength(7);
  expect(given).toBe(7);
  const said = notes.map(({ fields }) => (fields['text'] as { set: string }).set);
  expect(said.join('')).toBe(long);
});

test('what is judged is read above the form that judges it', async () => {
  const stamp = { by: 'r', at: 1 };
  const fields = { type: 'evicted', account: 'He put her out at night.' };
  const violation: RecordView = {
    id: 'v',
    kind: 'violation',
    deleted: false,
    created: stamp,
    updated: stamp,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value, ...stamp, alternatives: [] }]),
    ),
  };
  show(
    {
      kind: 'violation',
      record: violation,
      only: groupOf('violation', 'judgement'),
      read: groupOf('violation', 'judged'),
    },
    [violation],
  );
  await screen.findByText('He put her out at night.');
  screen.getByText('Evicted');
  expect(screen.queryByText(translator.label('kinds', 'violation', 'fields', 'date'))).toBeNull();
});
