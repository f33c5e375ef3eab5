import {
  addDays,
  areasIn,
  type FuzzyDate,
  followUpAfterIntake,
  newReference,
  REFERENCE_BYTES,
} from '@dayaq/domain';
import type { Change, Value } from '@dayaq/vault/client';
import { genderOf, type Invention, joined, some } from './invention.ts';
import { record } from './record.ts';
import type { Act } from './scenarios/index.ts';

const CHANNELS = {
  outreach: 7,
  hotline: 4,
  'walk-in': 5,
  'third-party': 4,
  referral: 3,
  message: 4,
} as const;
const DANGER = {
  low: { none: 3, some: 4, unknown: 1 },
  mixed: { none: 1, some: 5, high: 2 },
  high: { some: 3, high: 6 },
} as const;

const often = <T>(from: Invention, share: number, value: () => T): T | undefined =>
  from.chance.maybe(share) ? value() : undefined;

/** What is written down in the first talk, and the task that follows from it. */
export function intake(from: Invention): { changes: Change[]; task: string | null } {
  const { chance, words, scenario, telling } = from;
  const channel = chance.weighed(CHANNELS);
  const wants = some(scenario.wants, 2, chance);
  const area = chooseArea(from);
  const root = record('case', from.dossier, {
    reference: newReference(chance.bytes(REFERENCE_BYTES * 2)),
    alias: chooseAlias(from),
    opened: { day: from.today },
    channel,
    summary: joined(from.say(telling.what), secondSentence(from, wants)),
    area: { area },
    danger: chance.weighed<string>(DANGER[scenario.danger]),
    wants,
    wantsWords: often(from, 0.4, () => from.say(words.wants[wants[0] ?? ''])),
    status: 'new',
    owner: from.owner.account,
    confidentiality: chance.weighed({ usual: 6, careful: 3, strict: 1 }),
  });
  const person = client(from);
  const changes = [
    root,
    ...person,
    ...whatHappened(from, area, from.say(words.came[channel])),
    ...consents(from),
  ];
  const rule = followUpAfterIntake(
    changes.map((change) => plain(change, from)),
    from.today,
  );
  if (rule === null) return { changes, task: null };
  const task = chance.id();
  const what = from.say(rule.rule === 're-contact-urgent' ? words.followUp.urgent : words.followUp.usual);
  changes.push(
    record('task', task, { what, due: { day: rule.due }, owner: from.owner.account, rule: rule.rule }),
  );
  return { changes, task };
}

/** Summaries are written in a hurry: some stop after the first sentence, others go on in their own way. */
function secondSentence(from: Invention, wants: readonly string[]): string {
  const { chance, words, telling, scenario } = from;
  const how = chance.weighed({ stop: 7, detail: 9, state: 4, quote: 2 });
  if (how === 'detail') return from.say(telling.detail);
  if (how === 'state') return from.say(words.state[chance.one(scenario.acts[0].state)]);
  return how === 'quote' ? from.say(words.wants[wants[0] ?? '']) : '';
}

function plain({ kind, record: id, fields }: Change, from: Invention) {
  const stamp = { by: from.author.account, at: from.opened };
  const values = Object.entries(fields).map(([name, op]): [string, Value] => [
    name,
    'set' in op ? op.set : op.add,
  ]);
  return { id, kind, deleted: false, fields: Object.fromEntries(values), created: stamp, updated: stamp };
}

function chooseAlias({ chance, words, country, identity }: Invention): string {
  const name = chance.one(words.aliases[country][genderOf(identity)]);
  // Two who chose the same name stay apart by a number.
  return chance.maybe(0.3) ? `${name} ${chance.whole(2, 9)}` : name;
}

/** Where people live and where organisations like these reach them. */
const REGIONS = {
  az: {
    'az-r-absheron-khizi': 6,
    'az-r-ganja-dashkasan': 5,
    'az-r-lankaran-astara': 3,
    'az-r-guba-khachmaz': 3,
    'az-r-central-aran': 3,
    'az-r-shirvan-salyan': 3,
    'az-r-shaki-zagatala': 2,
    'az-r-gazakh-tovuz': 2,
    'az-r-mil-mughan': 2,
    'az-r-mountainous-shirvan': 1,
    'az-r-nakhchivan': 1,
  },
  tj: { 'tj-r-sughd': 5, 'tj-r-khatlon': 5, 'tj-r-drs': 4, 'tj-r-gbao': 1 },
} as const;

/** Half of them in the capital, the rest mostly in the towns of a region. */
function chooseArea({ chance, country }: Invention): string {
  const capital = country === 'az' ? 'az-baku' : 'tj-dushanbe';
  if (chance.maybe(0.04)) return chance.one(['unknown', 'prefers-not']);
  if (chance.maybe(0.5)) return chance.maybe(0.3) ? capital : chance.one(areasIn(capital)).code;
  const region = chance.weighed<string>(REGIONS[country]);
  if (chance.maybe(0.1)) return region;
  const inside = areasIn(region);
  const towns = inside.filter((area) => area.level === 'city');
  return chance.one(towns.length > 0 && chance.maybe(0.6) ? towns : inside).code;
}

function client(from: Invention): Change[] {
  const { chance, words, scenario, identity, ageBand } = from;
  const populations = [...chance.one(scenario.populations)];
  // The scenario's sets are about what happened; who somebody is comes from themselves.
  if (identity.startsWith('trans') && !populations.includes('trans')) populations.push('trans');
  if (!identity.startsWith('trans') && identity !== 'non-binary') remove(populations, 'trans');
  if (genderOf(identity) !== 'man') remove(populations, 'gay-bisexual-man');
  if (identity !== 'woman') remove(populations, 'lesbian-bisexual-woman');
  if (populations.length === 0) populations.push('violence-survivor');
  const hiv = populations.includes('living-with-hiv');
  const channel = chance.weighed({
    call: 3,
    whatsapp: 5,
    telegram: 3,
    signal: 1,
    'trusted-person': 1,
    'they-contact-us': 1,
  });
  const person = record('person', from.client, {
    role: 'client',
    populations,
    countedAs: populations[0],
    ageBand: chance.maybe(0.04) ? 'prefers-not' : ageBand,
    minor: ageBand === '14-17' ? 'yes' : 'no',
    genderIdentity: identity,
    languages: often(from, 0.6, () => [from.language]),
    hivStatus: hiv ? 'positive' : undefined,
    artStatus: hiv ? chance.weighed({ takes: 6, interrupted: 2, 'not-started': 1 }) : undefined,
    safeChannel: often(from, 0.85, () => [channel]),
    safeHours: often(from, 0.5, () => from.say(words.safeHours)),
    codeWord: often(from, 0.25, () => from.say(words.codeWords)),
    neverContact: often(from, 0.4, () => [
      chance.one(['at-home', 'at-work', 'through-family', 'voice-message']),
    ]),
    mayLeaveMessage: often(from, 0.5, () => chance.one(['yes', 'no'])),
  });
  if (!chance.maybe(scenario.child ?? 0)) return [person];
  const child = record('person', chance.id(), {
    role: 'dependant',
    relation: 'child',
    ageBand: chance.weighed({ '0-13': 8, '14-17': 1 }),
    minor: 'yes',
    note: often(from, 0.6, () => from.say(words.child)),
  });
  return [person, child];
}

function remove(from: string[], what: string): void {
  const at = from.indexOf(what);
  if (at >= 0) from.splice(at, 1);
}

/** The scenario's acts and who did them. */
function whatHappened(from: Invention, area: string, came: string): Change[] {
  const { chance, words, scenario, telling } = from;
  const acts = scenario.acts.filter((_, i) => i === 0 || chance.maybe(0.65));
  const ids = acts.map(() => chance.id());
  const offenders = new Map<string, string>();
  const date = whenItWas(from);
  const violations = acts.map((act, i) => {
    const known = act.by.find((type) => offenders.has(type));
    const type = known ?? chance.one(act.by);
    const by = offenders.get(type) ?? chance.id();
    offenders.set(type, by);
    const feels = from.say(words.state[act.state[0] ?? '']);
    const account =
      i === 0
        ? joined(
            from.say(telling.detail),
            chance.maybe(0.5) ? from.say(telling.detail) : '',
            chance.maybe(0.45) ? feels : '',
            chance.maybe(0.35) ? came : '',
          )
        : from.say(telling.then);
    const next = ids[i + 1];
    return violation(from, act, {
      id: ids[i] ?? '',
      ledTo: next === undefined ? undefined : [next],
      perpetrators: [by],
      date,
      area: { area },
      account,
      statedReason: i === 0 ? often(from, 0.7, () => from.say(telling.reason)) : undefined,
    });
  });
  const perpetrators = [...offenders].map(([type, id], i) =>
    record('perpetrator', id, {
      type,
      involvement: i === 0 ? chance.weighed({ did: 8, ordered: 1, 'took-part': 2 }) : 'took-part',
      unit: often(from, 0.65, () => from.say(words.units[type])),
      knownBefore: chance.weighed({ yes: 3, no: 4, unknown: 2 }),
    }),
  );
  return [...violations, ...perpetrators];
}

function violation(
  from: Invention,
  act: Act,
  of: { id: string } & Record<string, Value | undefined>,
): Change {
  const { chance } = from;
  const { id, ...values } = of;
  const reported = chance.weighed({ no: 7, yes: 2, unknown: 1 });
  return record('violation', id, {
    type: chance.one(act.type),
    placeType: chance.one(act.place),
    barrierTo: act.barrierTo === undefined ? undefined : chance.one(act.barrierTo),
    stateOfPerson: some(act.state, 2, chance),
    victims: [from.client],
    continuing: chance.weighed({ yes: 3, no: 5, unknown: 1 }),
    reportedElsewhere: reported,
    reportedTo:
      reported === 'yes'
        ? [chance.one(['police', 'ombudsman', 'head-of-institution', 'state-hotline'])]
        : undefined,
    ...values,
  });
}

/** As people remember: the day when it was yesterday, the month when it was long ago. */
function whenItWas({ chance, today }: Invention): FuzzyDate & Record<string, Value> {
  const day = addDays(today, -Math.floor(chance.share() ** 3 * 120));
  const precision = chance.weighed({ day: 6, 'about the day': 1, month: 2, 'about the month': 1 });
  const about = precision.startsWith('about') ? { about: true } : {};
  return { day: precision.endsWith('day') ? day : day.slice(0, 7), ...about };
}

function consents(from: Invention): Change[] {
  const { chance, words, client: of } = from;
  const minor = from.ageBand === '14-17';
  const common = {
    of,
    date: { day: from.today },
    how: chance.weighed({ spoken: 7, phone: 2, message: 2, signed: 1 }),
    takenBy: from.author.account,
    ...(minor
      ? {
          givenBy: 'self-and-adult',
          decidedBy: from.say(words.minorDecided.who),
          decidedWhy: from.say(words.minorDecided.why),
        }
      : { givenBy: 'self' }),
  };
  const asked: [to: string, yes: number][] = [
    ['service', 1],
    ['statistics', 0.8],
  ];
  if (chance.maybe(0.15)) asked.push(['story', 0.4]);
  const changes = asked.map(([to, yes]) =>
    record('consent', chance.id(), { ...common, to, decision: chance.maybe(yes) ? 'yes' : 'no' }),
  );
  if (from.scenario.responses.includes('shelter') && chance.maybe(0.5)) {
    changes.push(
      record('consent', chance.id(), {
        ...common,
        to: 'sharing',
        decision: 'yes',
        recipient: from.say(words.shelterName),
        parts: some(['alias-age', 'contact', 'needs', 'what-happened'], 3, chance),
      }),
    );
  }
  return changes;
}
