import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ServiceEntry } from './directory.ts';
import { sampleSeeker, sampleService, seekerArbitrary, serviceArbitrary } from '../test/directory-samples.ts';
import { TIERS } from './match-reasons.ts';
import { type Ask, type Match, matchServices, standingOf, warningsOf } from './matching.ts';
import { openingOf } from './opening.ts';

const ask = (over: Partial<Ask> = {}): Ask => ({
  needs: ['shelter'],
  seeker: sampleSeeker(),
  day: '2027-03-21',
  minute: 11 * 60,
  ...over,
});
const only = (service: ServiceEntry, over: Partial<Ask> = {}): Match => {
  const [match] = matchServices([service], ask(over)).ranked;
  if (match === undefined) throw new Error('nothing was ranked');
  return match;
};
const reason = (match: Match, code: string): unknown =>
  match.reasons.find((candidate) => candidate.code === code)?.args;
const ids = (services: readonly ServiceEntry[], over: Partial<Ask> = {}): string[] =>
  matchServices(services, ask(over)).ranked.map((match) => match.service);

test('a service that fits, next door, is open and says so', () => {
  const match = only(sampleService());
  expect(match).toMatchObject({ tier: 'fits', points: 0 });
  expect(match.reasons.map((r) => r.code)).toEqual(
    expect.arrayContaining(['admits', 'open-now', 'same-district', 'verified', 'reports-to-nobody']),
  );
});

test('"closed until 29 March": the day is that on which the door opens again', () => {
  const opening = openingOf([
    { fields: { what: 'hours', monday: '9-17', tuesday: '9-17' } },
    { fields: { what: 'closure', period: { day: '2027-03-20', until: '2027-03-28' }, why: 'holiday' } },
  ]);
  expect(reason(only(sampleService({ opening })), 'closed-until')).toEqual({
    day: '2027-03-29',
    minute: 540,
    days: 8,
    why: 'holiday',
  });
});

test('"refused trans clients twice": counted for a trans client, and only in passing for others', () => {
  const refusal = (day: string) => ({ type: 'refusal', day, groups: ['trans'] });
  const service = sampleService({ history: [refusal('2026-05-01'), refusal('2026-09-01')] });
  const trans = sampleSeeker({ groups: ['trans', 'women'] });
  expect(reason(only(service, { seeker: trans }), 'turned-away')).toEqual({
    group: 'trans',
    times: 2,
    last: '2026-09-01',
  });
  expect(only(service, { seeker: trans }).tier).toBe('ask-first');
  expect(only(service).tier).toBe('fits');
  expect(reason(only(service), 'turned-others-away')).toEqual({ times: 2, last: '2026-09-01' });
});

test('a demanded paper that the person has not is named', () => {
  const service = sampleService({ demandsPapers: 'yes', papers: ['identity-card', 'residence-record'] });
  const has = sampleSeeker({ papers: ['identity-card'] });
  expect(reason(only(service, { seeker: has }), 'demands-paper')).toEqual({ document: 'residence-record' });
  expect(
    only(service, { seeker: sampleSeeker({ papers: ['identity-card', 'residence-record'] }) }).tier,
  ).toBe('fits');
});

test('a son above the age is a refusal, and a son of a year that may be either is a question', () => {
  const son = (from: number, to: number) => sampleSeeker({ sons: [{ ages: { from, to } }] });
  expect(only(sampleService(), { seeker: son(13, 14) }).tier).toBe('refuses');
  expect(only(sampleService(), { seeker: son(12, 13) }).tier).toBe('ask-first');
  expect(only(sampleService(), { seeker: son(3, 4) }).tier).toBe('fits');
});

test('those who report to the police stand behind the far away, and those who refuse behind all', () => {
  const police = sampleService({ id: 'police', reportsTo: ['police'] });
  const far = sampleService({ id: 'far', areas: ['az-lankaran'] });
  const refusing = sampleService({ id: 'refusing', admission: { women: 'refuses' } });
  const shut = sampleService({ id: 'paused', state: 'paused' });
  const gone = sampleService({ id: 'gone', state: 'ended' });
  expect(ids([refusing, shut, police, gone, far])).toEqual(['far', 'police', 'refusing', 'paused']);
});

test('distance is said in tens of kilometres, by the nearest place', () => {
  const match = only(sampleService({ areas: ['az-lankaran', 'az-baku'] }), {
    seeker: sampleSeeker({ area: 'az-ganja' }),
  });
  expect(reason(match, 'distance')).toEqual({ area: 'az-lankaran', km: 300 });
});

test('what we know against a service is told whoever asks, the doubt first and then why', () => {
  const refusal = { type: 'refusal', day: '2026-10-12', groups: ['trans' as const] };
  const doubtful = sampleService({ trust: 'doubtful', history: [refusal, refusal] });
  expect(warningsOf(doubtful).map(({ code }) => code)).toEqual(['trust', 'turned-others-away']);
  expect(warningsOf(sampleService({ reportsTo: ['police'] })).map(({ code }) => code)).toEqual([
    'reports-to',
  ]);
  expect(warningsOf(sampleService({ history: [refusal] })), 'one refusal is no warning').toEqual([]);
  expect(warningsOf(sampleService({}))).toEqual([]);
});

test('where no road leads, that is said instead of a distance, and a farther door that one can drive to comes first', () => {
  const seeker = sampleSeeker({ area: 'az-baku' });
  const exclave = sampleService({ id: 'exclave', areas: ['az-nakhchivan'] });
  const far = sampleService({ id: 'far', areas: ['az-lankaran'] });
  const match = only(exclave, { seeker });
  expect(reason(match, 'no-road')).toEqual({ area: 'az-nakhchivan', km: 410 });
  expect(match.tier).toBe('ask-first');
  expect(ids([exclave, far])).toEqual(['far', 'exclave']);
  const inside = only(exclave, { seeker: sampleSeeker({ area: 'az-ordubad' }) });
  expect(inside.reasons.some(({ code }) => code === 'no-road')).toBe(false);
  const both = only(sampleService({ areas: ['az-nakhchivan', 'az-lankaran'] }), {
    seeker: sampleSeeker({ area: 'az-zangilan' }),
  });
  expect(reason(both, 'distance')).toMatchObject({ area: 'az-lankaran' });
});

test('a place in another country never stands before one at home, and says so', () => {
  const abroad = sampleService({ id: 'abroad', areas: ['tj-dushanbe'] });
  expect(reason(only(abroad), 'other-country')).toEqual({ country: 'tj' });
  const nowhere = only(abroad, { seeker: sampleSeeker({ area: '' }), country: 'az' });
  expect(reason(nowhere, 'other-country')).toEqual({ country: 'tj' });
  expect(ids([abroad, sampleService({ id: 'home', areas: ['az-zagatala'], verified: '' })])).toEqual([
    'home',
    'abroad',
  ]);
});

test('not verified for eight months is said; never verified weighs more', () => {
  expect(reason(only(sampleService({ verified: '2026-07-10' })), 'verified-long-ago')).toEqual({
    day: '2026-07-10',
    months: 8,
  });
  expect(
    ids([sampleService({ id: 'never', verified: '' }), sampleService({ id: 'old', verified: '2026-07-10' })]),
  ).toEqual(['old', 'never']);
});

test('a full shelter is behind a free one, and an old number of free places is not said', () => {
  const figure = { number: 20, unit: 'beds', source: 'phone' };
  const full = sampleService({ id: 'a', capacities: [{ ...figure, free: 0, date: '2027-03-20' }] });
  const free = sampleService({ id: 'b', capacities: [{ ...figure, free: 3, date: '2027-03-19' }] });
  expect(ids([full, free])).toEqual(['b', 'a']);
  const old = only(sampleService({ capacities: [{ ...figure, free: 0, date: '2027-01-01' }] }));
  expect(old.reasons.some((r) => r.code === 'full')).toBe(false);
});

test("an excluded provider is absent, by id and by any of its names in the client's words", () => {
  const service = sampleService({ names: ['House', 'Təmiz Dünya', 'Clean World'] });
  for (const excluded of [
    { providers: ['p1'], words: '' },
    { providers: [], words: 'I know everyone at clean world; my brother' },
    { providers: [], words: 'təmiz  dünya' },
  ]) {
    const found = matchServices([service], ask({ seeker: sampleSeeker({ excluded }) }));
    expect(found).toEqual({ ranked: [], excluded: 1 });
  }
  const other = sampleSeeker({ excluded: { providers: [], words: 'my brother' } });
  expect(matchServices([service], ask({ seeker: other })).ranked).toHaveLength(1);
});

const directories = fc.uniqueArray(serviceArbitrary, { selector: (service) => service.id, maxLength: 12 });
const asks = seekerArbitrary.map((seeker) => ask({ seeker }));

test('the order does not depend on the order in which the services come', () => {
  fc.assert(
    fc.property(
      directories.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        ),
      ),
      asks,
      ([all, shuffled], question) => {
        expect(matchServices(shuffled, question)).toEqual(matchServices(all, question));
      },
    ),
    { numRuns: 60 },
  );
});

test('every place is explained: tier and points are those of its reasons, and refusing ones come last', () => {
  fc.assert(
    fc.property(directories, asks, (all, question) => {
      const { ranked } = matchServices(all, question);
      let before = -1;
      for (const match of ranked) {
        const tiers = match.reasons.map((r) => TIERS.indexOf(r.tier));
        expect(tiers.length).toBeGreaterThan(0);
        expect(TIERS.indexOf(match.tier)).toBe(Math.max(...tiers));
        expect(match.reasons.reduce((sum, r) => sum + r.points, 0)).toBe(match.points);
        expect(TIERS.indexOf(match.tier)).toBeGreaterThanOrEqual(before);
        before = TIERS.indexOf(match.tier);
      }
    }),
    { numRuns: 60 },
  );
});

test('an excluded provider is nowhere, and nobody else is lost', () => {
  fc.assert(
    fc.property(directories, asks, (all, question) => {
      const { ranked, excluded } = matchServices(all, question);
      const out = question.seeker.excluded.providers;
      for (const match of ranked) expect(out).not.toContain(match.provider);
      const serving = all.filter((s) => s.serves.includes('shelter') && s.state !== 'ended');
      expect(ranked.length + excluded).toBe(serving.length);
    }),
    { numRuns: 60 },
  );
});

test('one refusal more never raises a service', () => {
  fc.assert(
    fc.property(
      directories.filter((all) => all.length > 0),
      fc.nat(),
      asks,
      fc.constantFrom('refusal', 'exit', 'passed-on'),
      fc.subarray(['trans', 'women', 'men', 'uses-drugs']),
      (all, pick, question, type, groups) => {
        const chosen = all[pick % all.length];
        if (chosen === undefined) return;
        const event = { type, day: '2027-02-01', groups };
        const worse = all.map((s) => (s === chosen ? { ...s, history: [...s.history, event] } : s));
        const rank = (from: readonly ServiceEntry[]): number =>
          matchServices(from, question).ranked.findIndex((match) => match.service === chosen.id);
        expect(rank(worse)).toBeGreaterThanOrEqual(rank(all));
      },
    ),
    { numRuns: 80 },
  );
});

test('where a service stands at any hour is never worse than with hour, papers and way counted', () => {
  fc.assert(
    fc.property(serviceArbitrary, asks, (service, question) => {
      const [match] = matchServices([service], question).ranked;
      if (match === undefined) return;
      const standing = TIERS.indexOf(standingOf(service, question.seeker));
      expect(standing).toBeLessThanOrEqual(TIERS.indexOf(match.tier));
    }),
    { numRuns: 60 },
  );
});
