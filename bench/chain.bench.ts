/**
 * Cases that may bear on a recommendation, among 100 000: by what was done, to whom, where and since when, of cases that nobody has
 * linked to it yet. From the question to the answer as the vault gives it, over the facts as they stand in memory after the first
 * question, which is told apart.
 */
import { type About, bearingCases, type Facts } from '@dayaq/domain/count';
import { codeList, dayNumber, PACKS } from '@dayaq/domain';
import { AGREED, type Narrow, narrowOf } from '@dayaq/domain/count';
import { prepareSchema } from '../packages/vault/src/database/schema.ts';
import { saidToBear } from '../packages/vault/src/figures/bearing.ts';
import { StandingFacts } from '../packages/vault/src/figures/standing-facts.ts';
import { nodeSurroundings } from '../packages/vault/src/node/index.ts';
import { Chance } from '../worlds/demo/random.ts';
import { conclude, percentile, say } from './lib/figure.ts';

const CASES = Number(process.env['CHAIN_CASES'] ?? 100_000);
const ACTS_OF_A_CASE = 2;
/** Of which somebody has said so already. */
const LINKED = 500;
const ROUNDS = 25;
const BAR_MS = 200;
const COMMITMENT = 'k1';

const chance = new Chance(2026);
const types = (codeList('violation-types')?.codes ?? []).map(({ code }) => code);
const groups = (codeList('populations')?.codes ?? []).map(({ code }) => code);
const areas = PACKS.az.areas.filter(({ level }) => level !== 'region').map(({ code }) => code);
const first = dayNumber('2020-01-01');
const stamp = { by: 'a', at: 1 };
const record = (id: string, kind: string, fields: Record<string, unknown>) => ({
  id,
  kind,
  deleted: false,
  fields,
  created: stamp,
  updated: stamp,
});
/** Which field has which number is the domain's to say. */
const sample = narrowOf('c', [
  record('c', 'case', {}),
  record('p', 'person', { role: 'client', populations: [groups[0]] }),
  record('v', 'violation', { type: types[0] }),
  record('w', 'violation', { area: { area: areas[0] } }),
]);
const numberOf = (kind: string, row: number): number =>
  Number(Object.keys(sample?.rows[kind]?.[row]?.c ?? {})[0]);
const [TYPE, AREA] = [numberOf('violation', 0), numberOf('violation', 1)];
const GROUPS = Number(
  Object.entries(sample?.rows['person']?.[0]?.c ?? {}).find(([, codes]) => codes[0] === groups[0])?.[0],
);

function inventCase(): Narrow {
  const day = first + chance.whole(0, 2500);
  return {
    rows: {
      case: [{ d: [day, day] }],
      person: [{ id: chance.id(), a: AGREED.yes, p: 1, c: { [GROUPS]: [chance.one(groups)] } }],
      violation: Array.from({ length: ACTS_OF_A_CASE }, () => ({
        d: [day, day],
        c: { [TYPE]: [chance.one(types)], [AREA]: [chance.one(areas)] },
        l: { person: [0] },
      })),
    },
  };
}

const around = await nodeSurroundings('http://localhost:1');
const engine = await around.database.open(new Uint8Array(32));
prepareSchema(engine);
engine.transaction(() => {
  for (let n = 1; n <= CASES; n += 1) {
    engine.run(
      "insert into dossier(rid, id, space, kind, day, updated, due, title_key, card) values(?, ?, 1, 'case', '', 0, '', '', '{}')",
      n,
      `c${n}`,
    );
    engine.run('insert into fact(rid, space, data) values(?, 1, ?)', n, JSON.stringify(inventCase()));
    if (n <= LINKED)
      engine.run(
        "insert into link(rid, record, kind, field, target) values(?, ?, 'bearing', 'commitment', ?)",
        n,
        `b${n}`,
        COMMITMENT,
      );
  }
});

const standing = new StandingFacts(engine);
const ask = (about: About): number => {
  const facts: Facts = standing.of(1, []);
  const { cases, more } = bearingCases(facts, about, saidToBear(engine, 1, COMMITMENT), 20);
  return cases.length + more;
};
const from = performance.now();
ask({ acts: ['liberty'], people: [], area: null, since: null });
say(`${CASES} cases: the first answer after unlocking ${(performance.now() - from).toFixed(0)} ms`);

const times: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  // The widest question and narrow ones in turn: most recommendations say several things.
  const about: About = {
    acts: round % 5 === 0 ? types : [chance.one(types), chance.one(types)],
    people: round % 2 === 0 ? groups : [chance.one(groups)],
    area: round % 3 === 0 ? null : 'az-baku',
    since: round % 2 === 0 ? null : '2023-01-01',
  };
  const begun = performance.now();
  const found = ask(about);
  times.push(performance.now() - begun);
  if (round === 0) say(`the widest question: ${found} cases in ${times[0]?.toFixed(1)} ms`);
}
engine.close();
const value = percentile(times, 0.95);
conclude({ name: 'chain', value, unit: 'ms', against: null, bar: `≤ ${BAR_MS} ms`, held: value <= BAR_MS });
