import { cardOf, codesOf, fieldOf, titleOf, validateRecord } from '@dayaq/domain';
import type { Change, SaveRequest, Value, Vault } from '@dayaq/vault/client';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../changes-between.ts';
import { finishIntake } from '../intake/finish.ts';
import { placesOf, recordsOf } from '../intake/records.ts';
import { type IntakeDraft, readDraft, storedDraft } from '../intake/draft.ts';
import { draftFromLead, laidAside, leadBecameCase, leadReopened } from './lead.ts';

const TODAY = '2024-02-12';
const HEARD = {
  heard: 'Her landlord put her out. She has a child.',
  connection: 'peer',
  who: 'the one from Nasimi',
  area: { area: 'az-baku' },
  danger: 'some',
  state: 'open',
  date: { day: TODAY },
} satisfies Record<string, Value>;

const after = (changes: readonly Change[]): Record<string, unknown> =>
  changes.reduce<Record<string, Value>>((fields, change) => applyChanges(fields, change.fields), {
    ...HEARD,
  });

/** Saves what it is given, as far as it was not there. */
function shelf(): Pick<Vault, 'newId' | 'save' | 'dossier'> & { saved: SaveRequest[] } {
  const saved: SaveRequest[] = [];
  let ids = 0;
  return {
    saved,
    newId: async () => `id ${ids++}`,
    save: async (request) => {
      saved.push(request);
      return { ok: true, value: null };
    },
    dossier: async () => ({ ok: false, failure: { code: 'not-found' } }),
  };
}

describe('a tip', () => {
  it('is a valid record that is found by what was heard, and counts as no case', () => {
    expect(validateRecord('lead', HEARD)).toEqual([]);
    const stamp = { by: 'm', at: 1 };
    const record = { id: 'l', kind: 'lead', deleted: false, fields: HEARD, created: stamp, updated: stamp };
    const card = cardOf('l', [record]);
    expect(titleOf('lead', card)).toBe('the one from Nasimi');
    expect(codesOf(card, 'state')).toEqual(['open']);
    expect(codesOf(card, 'status')).toEqual([]);
    expect(card.text).toContain('landlord');
  });

  it('does not offer the person as the one who told, and says nothing of who told until somebody does', () => {
    const type = fieldOf('lead', 'connection')?.type;
    expect(type?.is === 'code' && type.without).toEqual(['the-person']);
    expect(validateRecord('lead', { heard: HEARD.heard, state: 'open' })).toEqual([]);
  });

  it('becomes a case with what was heard as somebody else’s word, and no consent of a person nobody spoke to', async () => {
    const draft = draftFromLead('a lead', HEARD, TODAY, 'nigar');
    expect(readDraft(storedDraft(draft))).toEqual(draft);
    const vault = shelf();
    const finished = await finishIntake(vault, draft, {
      me: 'nigar',
      today: TODAY,
      keep: async () => undefined,
    });
    expect(finished.ok).toBe(true);
    const [made, ended] = vault.saved;
    const head = made?.changes.find(({ kind }) => kind === 'case');
    expect(head?.fields).toMatchObject({ lead: { set: 'a lead' }, danger: { set: 'some' } });
    const source = made?.changes.find(({ kind }) => kind === 'source');
    expect(source?.fields).toMatchObject({ connection: { set: 'peer' }, words: { set: HEARD.heard } });
    const met: IntakeDraft = { ...draft, teller: 'the-person' };
    const spoken = recordsOf(
      { ...met, ids: Object.fromEntries(placesOf(met).map((place) => [place, place])) },
      { me: 'nigar', today: '2024-02-20', reference: 'K7Q-2MX' },
    ).filter(({ kind }) => kind === 'source');
    expect(spoken.map(({ fields }) => [fields['connection'], fields['words'], fields['date']])).toEqual([
      [{ set: 'the-person' }, undefined, { set: { day: TODAY } }],
      [{ set: 'peer' }, { set: HEARD.heard }, { set: { day: TODAY } }],
    ]);
    expect(made?.changes.some(({ kind }) => kind === 'consent')).toBe(false);
    // Which case it became is said by the case alone: not everybody who reads the lead may know of it.
    expect(ended).toEqual({ dossier: 'a lead', changes: leadBecameCase('a lead', TODAY) });
    expect(JSON.stringify(ended)).not.toContain(made?.dossier);
  });

  it('is laid aside with its reason, and can be looked into again', () => {
    expect(validateRecord('lead', { ...HEARD, ...laidAside(TODAY) })).toEqual([
      { field: 'end', problem: 'required' },
    ]);
    expect(validateRecord('lead', { ...HEARD, ...laidAside(TODAY), end: 'not-found' })).toEqual([]);
    expect(after(leadReopened('a lead'))).toMatchObject({ state: 'open' });
  });
});
