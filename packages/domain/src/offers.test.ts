import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DirectoryRecord } from './directory.ts';
import { narrowed, type OfferAsk, offersOf, rankOf, standOf, uncheckedSince } from './offers.ts';
import { cardOf } from './card.ts';
import { packOf } from './packs/index.ts';

const NOTHING: OfferAsk = {
  need: '',
  area: '',
  group: '',
  answer: 'admits',
  state: '',
  checkedSince: '',
  openAt: null,
};
const TEN = { day: '2026-11-23', minute: 10 * 60 };

function part(dossier: string, id: string, kind: string, fields: Record<string, unknown>): DirectoryRecord {
  return { id, kind, dossier, deleted: false, fields };
}
/** A provider with services in one place. */
function aProvider(
  services: readonly Record<string, unknown>[],
  fields: Record<string, unknown> = {},
  more: readonly DirectoryRecord[] = [],
  area = 'az-baku-nasimi',
): DirectoryRecord[] {
  return [
    part('p', 'p', 'provider', { name: 'Sığal Evi', ...fields }),
    ...services.map((service, n) =>
      part('p', `s${n}`, 'service', { name: `Kömək ${n}`, serves: ['legal-aid'], ...service }),
    ),
    part('p', 'l', 'location', { area: { area } }),
    ...more,
  ];
}
const found = (records: readonly DirectoryRecord[], ask: Partial<OfferAsk>): string[] | null =>
  offersOf(records, { ...NOTHING, ...ask })?.map(({ id }) => id) ?? null;
const HOURS = part('p', 'h', 'schedule', { what: 'hours', monday: '09:00-13:00' });

describe('what somebody looks for in the services of a provider', () => {
  it('must all hold of one and the same service', () => {
    const records = aProvider([
      { serves: ['shelter'], admitsTrans: 'refuses' },
      { serves: ['legal-aid'], admitsTrans: 'admits' },
    ]);
    expect(found(records, { need: 'shelter' })).toEqual(['s0']);
    expect(found(records, { group: 'trans' })).toEqual(['s1']);
    expect(found(records, { need: 'shelter', group: 'trans' })).toBe(null);
    expect(found(records, { need: 'shelter', group: 'trans', answer: 'refuses' })).toEqual(['s0']);
  });
  it('knows who lets somebody in, who must be asked first, who refuses, and of whom nobody knows', () => {
    const said = { admits: 'admits', depends: 'depends', refuses: 'refuses', unknown: undefined } as const;
    for (const [answer, admitsTrans] of Object.entries(said))
      for (const asked of Object.keys(said) as (keyof typeof said)[])
        expect(found(aProvider([{ admitsTrans }]), { group: 'trans', answer: asked }) !== null).toBe(
          asked === answer,
        );
  });
  it('is near in every district where one calls or writes to it, and by its region else', () => {
    const there = aProvider([{}], {}, [], 'az-ganja');
    expect(found(there, { area: 'az-ganja' })).toEqual(['s0']);
    expect(found(there, { area: 'az-r-ganja-dashkasan' })).toEqual(['s0']);
    expect(found(there, { area: 'az-baku-nasimi' })).toBe(null);
    expect(found(aProvider([{ reach: 'remote' }]), { area: 'az-ganja' })).toEqual(['s0']);
  });
  it('is open at that very hour, and checked on that day or later', () => {
    const records = aProvider([{ verified: { day: '2026-11-01' } }], {}, [HOURS]);
    expect(found(records, { openAt: TEN })).toEqual(['s0']);
    expect(found(records, { openAt: { ...TEN, minute: 14 * 60 } })).toBe(null);
    expect(found(records, { checkedSince: '2026-11-01' })).toEqual(['s0']);
    expect(found(records, { checkedSince: '2026-11-02' })).toBe(null);
    expect(found(aProvider([{}]), { checkedSince: '1900-01-01' })).toBe(null);
  });
  it('leaves out what has ended until somebody asks for it', () => {
    const ended = aProvider([{ state: 'ended' }]);
    expect([found(ended, {}), found(ended, { state: 'ended' })]).toEqual([null, ['s0']]);
    const closed = aProvider([{}], { state: 'ended' });
    expect([found(closed, {}), found(closed, { state: 'ended' })]).toEqual([null, ['s0']]);
  });
  it('means a provider of whom no service is known yet while nothing is asked of services', () => {
    const bare = [part('p', 'p', 'provider', { name: 'Yenicə' })];
    expect(found(bare, {})).toEqual([]);
    expect(found(bare, { state: 'active' })).toEqual([]);
    expect(found(bare, { state: 'paused' })).toBe(null);
    expect(found(bare, { need: 'shelter' })).toBe(null);
    expect(found(bare, { openAt: TEN })).toBe(null);
  });
});

describe('a provider among the others', () => {
  it('stands as the best of its services, behind them where it fits nobody here, is paused, or has ended', () => {
    const rank = (records: DirectoryRecord[]) => rankOf(records, 'az');
    expect(rank(aProvider([{ state: 'paused' }, {}]))).toBe(0);
    expect(rank(aProvider([{}], { trust: 'harmful' }))).toBe(1);
    expect(rank(aProvider([{}], {}, [], 'tj-dushanbe'))).toBe(1);
    expect(rank(aProvider([{ reach: 'remote' }], {}, [], 'tj-dushanbe'))).toBe(0);
    expect(rank(aProvider([{}], { state: 'paused' }))).toBe(2);
    expect(rank(aProvider([{ state: 'ended' }]))).toBe(3);
    expect(rankOf(aProvider([{}], {}, [], 'tj-dushanbe'), undefined)).toBe(0);
  });
  it('was checked when the service was that was checked least lately', () => {
    const day = (each: string) => ({ verified: { day: each } });
    expect(uncheckedSince(aProvider([day('2026-03-01'), day('2026-02-01')]))).toBe('2026-02-01');
    expect(uncheckedSince(aProvider([day('2026-03-01'), {}]))).toBe('');
    expect(uncheckedSince(aProvider([day('2026-03-01'), { state: 'ended' }]))).toBe('2026-03-01');
  });
});

const service = fc.record(
  {
    serves: fc.subarray(['shelter', 'legal-aid', 'helpline']),
    state: fc.constantFrom('active', 'paused', 'ended'),
    reach: fc.constantFrom('remote', 'at-location'),
    admitsTrans: fc.constantFrom('admits', 'depends', 'refuses', 'unknown'),
    verified: fc.constantFrom('2026-01-01', '2026-10-01').map((day) => ({ day })),
  },
  { requiredKeys: [] },
);
const providers = fc
  .tuple(
    fc.array(service, { maxLength: 3 }),
    fc.constantFrom('active', 'paused', 'ended', undefined),
    fc.boolean(),
  )
  .map(([services, state, open]) => aProvider(services, { state }, open ? [HOURS] : []));
const asks = fc.record<OfferAsk>({
  need: fc.constantFrom('', 'shelter', 'legal-aid'),
  area: fc.constantFrom('', 'az-ganja', 'az-baku'),
  group: fc.constantFrom('', 'trans'),
  answer: fc.constantFrom('admits', 'unknown'),
  state: fc.constantFrom('', 'active', 'paused', 'ended'),
  checkedSince: fc.constantFrom('', '2026-05-01'),
  openAt: fc.constantFrom(null, TEN),
});

describe('whatever is asked', () => {
  it('never finds more by asking for more', () => {
    fc.assert(
      fc.property(providers, asks, (records, ask) => {
        const all = found(records, { state: ask.state }) ?? [];
        for (const id of found(records, ask) ?? []) expect(all).toContain(id);
      }),
    );
  });
  it('the filters by which it is narrowed leave out nobody who is meant, and nobody else where they say so', () => {
    fc.assert(
      fc.property(providers, asks, (records, ask) => {
        const at = { at: 0, by: 'm', entry: '' };
        const plain = records.map((one) => ({ ...one, created: at, updated: at }));
        const { facets } = cardOf('p', plain, packOf('az'));
        const { filters, exact } = narrowed(ask);
        const passes = Object.entries(filters).every(
          ([name, codes]) =>
            codes.length === 0 || facets.some(([facet, code]) => facet === name && codes.includes(code)),
        );
        const isMeant = offersOf(records, ask) !== null;
        if (isMeant || exact) expect(passes).toBe(isMeant);
        expect(facets).toContainEqual(['state', standOf(records)]);
      }),
    );
  });
});
