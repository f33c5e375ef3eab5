// @vitest-environment happy-dom
import { loadInnerWords, loadWords } from '@dayaq/locale';
import type { Draft, VaultConnection } from '@dayaq/vault/client';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setLanguage, wantInnerWords } from '../locale/index.ts';
import { openSession } from '../vault/session.ts';
import { MOST_FORMS } from './form-drafts.ts';
import { FormFoot } from './FormFoot.tsx';
import { afterKeeping } from './keep-now.ts';
import { useDrafted } from './use-drafted.ts';

/** Drafts as a device keeps them, in memory. */
const kept = new Map<string, Draft>();
const connection: Partial<VaultConnection> = {
  status: () => new Promise(() => undefined),
  subscribe: () => () => undefined,
  draft: async (id) => kept.get(id) ?? null,
  drafts: async () => [...kept.values()],
  saveDraft: async (draft) => {
    kept.set(draft.id, { ...draft, updated: Date.now() });
    return { ok: true, value: null };
  },
  dropDraft: async (id) => void kept.delete(id),
};
let close: () => void;

beforeEach(async () => {
  kept.clear();
  await Promise.all([loadWords('en'), loadInnerWords('en')]);
  await setLanguage('en');
  await wantInnerWords();
  close = openSession(connection as VaultConnection);
});
afterEach(() => {
  cleanup();
  close();
});

function Reason({ about }: { about: string }) {
  const form = useDrafted({
    place: { dossier: 'c', about, purpose: 'refuse' },
    title: 'Why',
    begin: { why: '' },
  });
  if (!form.ready) return null;
  return (
    <form onSubmit={(event) => (event.preventDefault(), form.done())}>
      <textarea value={form.typed.why} onInput={(event) => form.put({ why: event.currentTarget.value })} />
      <FormFoot form={form} save="Save" onClose={() => undefined} />
    </form>
  );
}

const box = () => screen.findByRole<HTMLTextAreaElement>('textbox');
const type = async (text: string) => fireEvent.input(await box(), { target: { value: text } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
/** What a lock does before it locks. */
const keepNow = () => act(() => new Promise<void>((done) => afterKeeping(1000, done)));

test('a form that went away stands there again as it was, and only there', async () => {
  const { unmount } = render(<Reason about="cost-1" />);
  await type('too dear');
  unmount();
  await waitFor(() => expect(kept.size).toBe(1));
  const other = render(<Reason about="cost-2" />);
  expect((await box()).value).toBe('');
  other.unmount();
  render(<Reason about="cost-1" />);
  expect((await box()).value).toBe('too dear');
  expect(screen.getByRole('status').textContent).toContain('stands here again');
});

test('left and opened again in the same moment, it has its last words; saved and opened again, it has none', async () => {
  const slow = connection.saveDraft;
  const put = connection.dropDraft;
  // A pause that stands for a store that takes its time.
  const later = () => new Promise((done) => setTimeout(done, 50));
  connection.saveDraft = async (draft) => later().then(() => slow?.(draft) ?? { ok: true, value: null });
  connection.dropDraft = async (id) => later().then(() => put?.(id));
  const first = render(<Reason about="cost-1" />);
  await type('too dear');
  first.unmount();
  const second = render(<Reason about="cost-1" />);
  expect((await box()).value).toBe('too dear');
  press('Save');
  second.unmount();
  render(<Reason about="cost-1" />);
  expect((await box()).value).toBe('');
  Object.assign(connection, { saveDraft: slow, dropDraft: put });
});

test('before a lock it is kept at once, and what was saved is not offered again', async () => {
  const { unmount } = render(<Reason about="cost-1" />);
  await type('too dear');
  await keepNow();
  expect(kept.size).toBe(1);
  press('Save');
  unmount();
  await waitFor(() => expect(kept.size).toBe(0));
});

test('discarded by mistake, the words can be brought back; discarded and left, they are gone', async () => {
  const { unmount } = render(<Reason about="cost-1" />);
  await type('too dear');
  press('Discard what I wrote');
  expect((await box()).value).toBe('');
  press('Bring it back');
  expect((await box()).value).toBe('too dear');
  press('Discard what I wrote');
  unmount();
  await waitFor(() => expect(kept.size).toBe(0));
  render(<Reason about="cost-1" />);
  expect((await box()).value).toBe('');
});

test('where there is no room, the oldest form goes: said while one types, done when this one is left unsaved', async () => {
  for (let at = 0; at < MOST_FORMS; at++)
    kept.set(`f${at}`, { id: `f${at}`, kind: 'form', title: `Form ${at}`, updated: at, data: null });
  const { unmount } = render(<Reason about="cost-1" />);
  await type('too dear');
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Form 0'));
  expect(kept.has('f0')).toBe(true);
  unmount();
  await waitFor(() => expect(kept.has('f0')).toBe(false));
  expect(kept.size).toBe(MOST_FORMS);
});

test('words for which the device has no room stand there again when the form was left, until they are kept or discarded', async () => {
  const put = connection.saveDraft;
  connection.saveDraft = async () => ({ ok: false, failure: { code: 'disk-full' } });
  const first = render(<Reason about="cost-1" />);
  await type('a long account');
  await keepNow();
  // It is said beside the buttons.
  expect(screen.getByText(/could not be kept/).closest('.dialog-foot')).not.toBeNull();
  first.unmount();
  const again = render(<Reason about="cost-1" />);
  expect((await box()).value).toBe('a long account');
  again.unmount();
  if (put !== undefined) connection.saveDraft = put;
  const roomy = render(<Reason about="cost-1" />);
  expect((await box()).value).toBe('a long account');
  roomy.unmount();
  await waitFor(() => expect([...kept.values()]).toHaveLength(1));
  const last = render(<Reason about="cost-1" />);
  expect((await box()).value).toBe('a long account');
  press('Begin anew');
  last.unmount();
  render(<Reason about="cost-1" />);
  expect((await box()).value).toBe('');
});
