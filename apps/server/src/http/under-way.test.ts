import { describe, expect, test } from 'vitest';
import { UnderWay } from './under-way.ts';

const BOUNDS = { perHome: 2, perSite: 3, strangers: 4, perAccount: 2, streamsPerAccount: 1 };
const at = (home: string, site: string | null = null) => ({ home, site });

describe('of requests that are under way', () => {
  test('one home has only so many, and one more when one has ended', () => {
    const underWay = new UnderWay(BOUNDS);
    const first = underWay.stranger(at('a'));
    expect(underWay.stranger(at('a'))).not.toBeNull();
    expect(underWay.stranger(at('a'))).toBeNull();
    expect(underWay.stranger(at('b'))).not.toBeNull();
    first?.();
    first?.();
    expect(underWay.stranger(at('a'))).not.toBeNull();
    expect(underWay.stranger(at('a'))).toBeNull();
  });

  test('one network has only so many, from however many homes', () => {
    const underWay = new UnderWay(BOUNDS);
    for (const home of ['a', 'b', 'c']) expect(underWay.stranger(at(home, 'net'))).not.toBeNull();
    expect(underWay.stranger(at('d', 'net'))).toBeNull();
    expect(underWay.stranger(at('d', 'other'))).not.toBeNull();
  });

  test('strangers have only so many together, and whoever is refused counts nowhere', () => {
    const underWay = new UnderWay(BOUNDS);
    const ends = ['a', 'b', 'c', 'd'].map((home) => underWay.stranger(at(home)));
    for (let i = 0; i < 3; i++) expect(underWay.stranger(at('e'))).toBeNull();
    for (const end of ends) end?.();
    expect(underWay.stranger(at('e'))).not.toBeNull();
    expect(underWay.stranger(at('e'))).not.toBeNull();
    expect(underWay.stranger(at('e'))).toBeNull();
  });

  test('each account has its own, and its streams are counted apart', () => {
    const underWay = new UnderWay(BOUNDS);
    expect(underWay.account('leyla')).not.toBeNull();
    expect(underWay.account('leyla')).not.toBeNull();
    expect(underWay.account('leyla')).toBeNull();
    expect(underWay.stream('leyla')).not.toBeNull();
    expect(underWay.stream('leyla')).toBeNull();
    expect(underWay.account('rena')).not.toBeNull();
    expect(underWay.stream('rena')).not.toBeNull();
  });
});
