import { shareOnly } from '@dayaq/domain';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../changes-between.ts';
import { NOTHING_CHOSEN, withDependant, withOffer, withPart } from '../referral/choose.ts';
import { emptyDraft, type IntakeDraft, readDraft, storedDraft, withoutChild } from './draft.ts';
import { placesOf, plannedRecords, recordsOf } from './records.ts';
import { offersTo } from '@dayaq/domain';

const draft: IntakeDraft = {
  ...emptyDraft('2026-11-29', 'me'),
  case: { owner: 'me', wants: ['shelter'] },
  client: {
    alias: 'Zeynəb',
    ageBand: '25-34',
    populations: ['sex-work'],
    hivStatus: 'positive',
    safeContact: '050',
  },
  children: [{ alias: 'Pomegranate', ageBand: '0-13' }],
  types: ['evicted'],
  consents: { service: 'yes', sharing: 'yes', statistics: 'not-asked' },
  consent: { recipient: 'Clean World', how: 'spoken' },
};
const offers = offersTo(plannedRecords(draft), 'client');

/** What would travel on the consent that the intake took, if everything were chosen at the last look. */
function travelling(of: IntakeDraft) {
  const ids = Object.fromEntries(placesOf(of).map((place) => [place, `id ${place}`]));
  const context = { me: 'me', today: '2026-11-29', reference: 'K7Q-2MX' };
  const records = recordsOf({ ...of, ids }, context).map(({ kind, record, fields }) => ({
    id: record,
    kind,
    deleted: false,
    fields: applyChanges({}, fields),
    created: { by: 'me', at: 1 },
    updated: { by: 'me', at: 1 },
  }));
  const consent = records.find(({ kind, fields }) => kind === 'consent' && fields['to'] === 'sharing');
  if (consent === undefined) throw new Error('no consent');
  const all = Object.fromEntries(
    records.map(({ id, fields }) => [id, Object.keys(fields).filter((name) => !name.endsWith('Other'))]),
  );
  return JSON.stringify(shareOnly(records, consent, all));
}

describe('what somebody agrees to at the intake', () => {
  it('is nothing until it is chosen, whatever was told', () => {
    expect(travelling({ ...draft, agreed: NOTHING_CHOSEN })).not.toMatch(
      /Zeynəb|050|sex-work|Pomegranate|25-34/,
    );
  });

  it('opens a part without who they are and without their health: those need a yes of their own', () => {
    const agreed = ['alias-age', 'health', 'contact'].reduce(
      (choosing, part) => withPart(choosing, offers, 'client', part, true),
      NOTHING_CHOSEN,
    );
    const goes = travelling({ ...draft, agreed });
    expect(goes).toContain('25-34');
    expect(goes).not.toMatch(/Zeynəb|050|hivStatus/);
    const hiv = offers.find(({ field }) => field === 'hivStatus');
    if (hiv === undefined) throw new Error('nothing is offered about HIV');
    expect(travelling({ ...draft, agreed: withOffer(agreed, hiv, 'client', true) })).toContain('hivStatus');
  });

  it('takes a child along only where that was agreed, and no longer once the child was taken out', () => {
    const opened = withPart(NOTHING_CHOSEN, offers, 'client', 'alias-age', true);
    expect(travelling({ ...draft, agreed: opened })).not.toContain('0-13');
    const agreed = withDependant(opened, offers, 'child:0', true);
    expect(travelling({ ...draft, agreed })).toContain('0-13');
    const without = { ...draft, agreed, children: [...draft.children, { alias: 'Other', ageBand: '14-17' }] };
    expect(travelling({ ...without, ...withoutChild(without, 0) })).not.toMatch(/0-13|14-17/);
  });

  it('holds for the answers that stand: what is told differently or taken out afterwards was not agreed to', () => {
    const agreed = withPart(NOTHING_CHOSEN, offers, 'client', 'needs', true);
    expect(travelling({ ...draft, agreed })).toContain('shelter');
    const less = { ...draft, case: { ...draft.case, wants: [] }, agreed };
    expect(travelling(less)).not.toContain('wants');
    // Told only after the question.
    const more = { ...draft, case: { ...draft.case, wantsWords: 'a bed for two' }, agreed };
    expect(travelling(more)).not.toContain('a bed for two');
  });

  it('stays in a draft that is kept', () => {
    const agreed = withDependant(
      withPart(NOTHING_CHOSEN, offers, 'client', 'needs', true),
      offers,
      'child:0',
      true,
    );
    expect(readDraft(storedDraft({ ...draft, agreed }))?.agreed).toEqual(agreed);
    expect(readDraft(storedDraft(draft))?.agreed).toBeUndefined();
  });
});
