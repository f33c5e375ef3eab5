// @vitest-environment happy-dom
import { asViews } from '@dayaq/acts/referral/hand-over';
import { travelling } from '@dayaq/acts/referral/send';
import { ofPeer } from '@dayaq/acts/referral/recipient';
import { codeList, type Field, KINDS, type SharedRecord, TRAVELLING_KINDS } from '@dayaq/domain';
import { createTranslator, loadMessages } from '@dayaq/locale';
import type { RecordView, Value } from '@dayaq/vault/client';
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { SharedFacts } from './SharedFacts.tsx';

const translator = createTranslator('en', await loadMessages('en'));
afterEach(cleanup);

/** What the last look, and later the recipient's page, says of what travels. */
function lookAt(shared: readonly SharedRecord[]): string {
  const views = asViews(shared, 'me', 0);
  const { container } = render(<SharedFacts records={views} translator={translator} country="az" />);
  return container.textContent ?? '';
}

/** A value of a field, and words by which it is known again; null of what says nothing by itself: bytes, and what leads elsewhere. */
function example({ type }: Field): { value: Value; says: string } | null {
  switch (type.is) {
    case 'text':
      return { value: 'Words of hers', says: 'Words of hers' };
    case 'place':
      return { value: { area: 'az-baku', detail: 'Nizami 17' }, says: 'Nizami 17' };
    case 'date':
      return { value: { day: '2026-11-03' }, says: 'November' };
    case 'moment':
      return { value: Date.UTC(2026, 10, 3), says: '2026' };
    case 'answer':
      return { value: 'yes', says: 'Yes' };
    case 'flag':
      return { value: true, says: 'Yes' };
    case 'number':
      return { value: type.max, says: String(type.max).slice(-3) };
    case 'money':
      return { value: { minor: 123_400, currency: 'AZN' }, says: 'AZN' };
    case 'code':
    case 'codes': {
      const code = codeList(type.list)?.codes[0]?.code ?? '';
      return { value: type.is === 'code' ? code : [code], says: '' };
    }
    default:
      return null;
  }
}

const carried = TRAVELLING_KINDS.flatMap((kind) =>
  (KINDS[kind].fields as readonly Field[])
    .filter(({ share, part }) => share && part !== undefined)
    .map((field) => [`${kind}.${field.name}`, kind, field] as const),
);

describe('what may travel', () => {
  it.each(carried)('stands in the last look: %s', (_, kind, field) => {
    const { name } = field;
    const told = example(field);
    if (told === null) {
      expect(
        ['blob', 'reference', 'references', 'link', 'links'],
        'what is shown nowhere may not travel',
      ).toContain(field.type.is);
      return;
    }
    // The words of an "other" travel with it alone.
    const other = (KINDS[kind].fields as readonly Field[]).find((each) => `${each.name}Other` === name);
    const code = field.when?.in[0] ?? '';
    const beside = other === undefined ? {} : { [other.name]: other.type.is === 'code' ? code : [code] };
    const without = lookAt([{ from: 'r', kind, fields: { ...beside } }]);
    cleanup();
    const look = lookAt([{ from: 'r', kind, fields: { ...beside, [name]: told.value } }]);
    expect(look).toContain(told.says);
    expect(look).not.toBe(without);
  });
});

const record = (id: string, kind: string, values: Record<string, Value>): RecordView => {
  const stamp = { by: 'leyla', at: 1 };
  const fields = Object.entries(values).map(([name, value]) => [name, { value, ...stamp, alternatives: [] }]);
  return { id, kind, deleted: false, created: stamp, updated: stamp, fields: Object.fromEntries(fields) };
};
const sealed = {
  blob: 'b',
  key: 'k',
  size: 3,
  name: 'x.jpg',
  mediaType: 'image/jpeg',
  sha256: 'b'.repeat(64),
};

it('of a chosen file goes what the last look says of it, and not where or how it was taken', () => {
  const records = [
    record('p', 'person', { role: 'client', alias: 'Wren' }),
    record('f', 'file', {
      role: 'photo',
      description: 'Her arm',
      file: sealed,
      workingCopy: sealed,
      capturedWhen: { day: '2026-10-03' },
      capturedWhere: { area: 'az-baku', detail: 'at her aunt, Nizami 17, flat 4' },
      capturedHow: 'other',
      capturedHowOther: 'with the telephone of her brother Tural',
    }),
    record('s', 'custody', {
      file: 'f',
      step: 'received',
      when: { day: '2026-11-04' },
      how: 'other',
      howOther: 'Nigar from the clinic brought it',
      sha256: 'a'.repeat(64),
    }),
  ];
  const plan = {
    of: 'p',
    recipient: ofPeer({ space: 's', name: 'Clean Home' }),
    consent: { fresh: { decision: 'yes' } },
    chosen: { p: ['alias'] },
    files: ['f'],
  };
  const shared = travelling(plan, { consent: 'c' }, records, 1);
  const [goes, look] = [JSON.stringify(shared), lookAt(shared)];
  for (const stays of ['Nizami', 'Tural', '2026-10-03']) expect(goes).not.toContain(stays);
  for (const said of ['Her arm', 'Nigar from the clinic brought it', '4 November', 'a'.repeat(64)])
    expect(look).toContain(said);
});
