import type { DirectoryRecord } from '@dayaq/domain';
import { createTranslator, loadMessages, type Translator } from '@dayaq/locale';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { directoryFrom, type Listed } from '../directory.ts';
import { countryAbroad, EVERYTHING, isNarrowed, type ListSearch, searchDirectory } from './list-search.ts';

let translator: Translator;
beforeAll(async () => {
  translator = createTranslator('az', await loadMessages('az'));
});
const NOW = { day: '2026-11-23', minute: 10 * 60 };

function part(dossier: string, id: string, kind: string, fields: Record<string, unknown>): DirectoryRecord {
  return { id, kind, dossier, deleted: false, fields };
}
/** A provider with one service in one place. */
function aProvider(
  id: string,
  name: string,
  service: Record<string, unknown> = {},
  area = 'az-baku-nasimi',
  more: DirectoryRecord[] = [],
): DirectoryRecord[] {
  return [
    part(id, id, 'provider', { name }),
    part(id, `${id}-s`, 'service', { name: 'Kömək', serves: ['legal-aid'], ...service }),
    part(id, `${id}-l`, 'location', { area: { area } }),
    ...more,
  ];
}
const find = (listed: readonly Listed[], search: Partial<ListSearch>): string[] =>
  searchDirectory(listed, { ...EVERYTHING, ...search }, translator, NOW, 'az').map((line) => line.provider);

const { listed } = directoryFrom([
  ...aProvider(
    'a',
    'Sığal Evi',
    { serves: ['shelter'], admitsTrans: 'refuses', verified: { day: '2026-11-01' } },
    'az-ganja',
    [part('a', 'a-h', 'schedule', { what: 'hours', monday: '09:00-13:00' })],
  ),
  ...aProvider('b', 'Правовой маяк', { admitsTrans: 'depends', verified: { day: '2026-03-01' } }),
  ...aProvider('c', 'Bağlanmış', { state: 'ended' }),
  ...aProvider('d', 'Dayanıb', { state: 'paused' }),
  ...aProvider('e', 'Səs xətti', { reach: 'remote', serves: ['helpline'], admitsTrans: 'admits' }),
  part('f', 'f', 'provider', { name: 'Yenicə', about: 'Çay və söhbət' }),
]);

describe('searching the directory', () => {
  it('finds a name in whatever alphabet, a kind of help, and a place by its region', () => {
    expect(find(listed, { text: 'sigal' })).toEqual(['a']);
    expect(find(listed, { text: 'Сыгал' })).toEqual(['a']);
    expect(find(listed, { text: 'pravovoy' })).toEqual(['b']);
    expect(find(listed, { text: 'sığınacaq' })).toEqual(['a']);
    expect(find(listed, { text: 'Gəncə' })).toEqual(['a']);
    expect(find(listed, { text: 'söhbət' })).toEqual(['f']);
  });
  it('puts what fits nobody here behind what does: beyond a border, or where people came to harm', () => {
    const { listed: mixed } = directoryFrom([
      ...aProvider('abroad', 'A Душанбе', {}, 'tj-dushanbe'),
      ...aProvider('harm', 'A Zərər', { trust: 'harmful' }).map((record) =>
        record.kind === 'provider' ? { ...record, fields: { ...record.fields, trust: 'harmful' } } : record,
      ),
      ...aProvider('home', 'Z Ev'),
      ...aProvider('line', 'Y Xətt', { reach: 'remote' }, 'tj-dushanbe'),
    ]);
    expect(find(mixed, {})).toEqual(['line', 'home', 'harm', 'abroad']);
    expect(countryAbroad(mixed.find(({ provider }) => provider === 'abroad') as Listed, 'az')).toBe('tj');
    expect(countryAbroad(mixed.find(({ provider }) => provider === 'line') as Listed, 'az')).toBeNull();
  });
  it('leaves out what has ended until somebody asks for it, and puts what is paused last', () => {
    expect(find(listed, {})).not.toContain('c');
    expect(find(listed, {}).at(-1)).toBe('d');
    expect(find(listed, { state: 'ended' })).toEqual(['c']);
  });
  it('knows who lets somebody in, who must be asked first, who refuses, and of whom nobody knows: four lists', () => {
    const by = (answer: ListSearch['answer']) => find(listed, { admits: 'trans', answer });
    expect([by('admits'), by('depends'), by('refuses'), by('unknown')]).toEqual([['e'], ['b'], ['a'], ['d']]);
    expect(find(listed, { admits: 'trans' })).toEqual(['e']);
    expect(isNarrowed({ ...EVERYTHING, answer: 'refuses' })).toBe(false);
  });
  it('counts a service without a door as being in every district', () => {
    expect(find(listed, { area: 'az-ganja' }).sort()).toEqual(['a', 'e']);
    expect(find(listed, { area: 'az-r-ganja-dashkasan' }).sort()).toEqual(['a', 'e']);
  });
  it('shows what is open at this very hour', () => {
    expect(find(listed, { openNow: true })).toEqual(['a']);
    expect(
      searchDirectory(
        listed,
        { ...EVERYTHING, openNow: true },
        translator,
        { ...NOW, minute: 14 * 60 },
        'az',
      ),
    ).toEqual([]);
  });
  it('shows what was checked lately, and first what nobody checked for long', () => {
    expect(find(listed, { verifiedWithin: 1 })).toEqual(['a']);
    expect(find(listed, { verifiedWithin: 12 }).sort()).toEqual(['a', 'b']);
    expect(find(listed, { sort: 'unchecked' }).indexOf('a')).toBeGreaterThan(
      find(listed, { sort: 'unchecked' }).indexOf('b'),
    );
  });
  it('never finds more by asking for more', () => {
    const search = fc.record({
      text: fc.constantFrom('', 'sigal', 'komek', 'zzz'),
      need: fc.constantFrom('', 'shelter', 'legal-aid'),
      area: fc.constantFrom('', 'az-ganja', 'az-baku'),
      openNow: fc.boolean(),
      verifiedWithin: fc.constantFrom(0, 1, 12),
    });
    fc.assert(
      fc.property(search, (one) => {
        const all = find(listed, {});
        const found = find(listed, one);
        expect(found.every((id) => all.includes(id))).toBe(true);
        expect(isNarrowed({ ...EVERYTHING, ...one }) || found.length === all.length).toBe(true);
      }),
    );
  });
  it('gives the same order however the directory is shuffled', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...listed], { minLength: listed.length }), (shuffled) => {
        expect(find(shuffled, {})).toEqual(find(listed, {}));
      }),
    );
  });
});
