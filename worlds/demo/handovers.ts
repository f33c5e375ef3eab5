import {
  chosenOf,
  newReference,
  offersTo,
  type PlainRecord,
  REFERENCE_BYTES,
  servicesForWant,
  shareOnly,
} from '@dayaq/domain';
import type { Id, Value } from '@dayaq/vault/client';
import { handoverChanges } from '@dayaq/acts/referral/hand-over';
import { must, type SeedingMember, syncAll } from './circle.ts';
import { DAY, dayThere } from './days.ts';
import type { GeneratedCase } from './generated.ts';
import { Chance } from './random.ts';
import { record } from './record.ts';

/** One of the two organisations, as far as handing over goes. */
interface Side {
  organisation: { name: string; country: 'az' | 'tj' };
  members: readonly SeedingMember[];
  cases: readonly GeneratedCase[];
}

/** What came of asking the other organisation, and how many days ago. */
interface Asked {
  /** 0 is the first organisation. */
  from: 0 | 1;
  need: string;
  parts: readonly string[];
  sent: number;
  accepted?: number;
  inService?: number;
  done?: number;
  declined?: number;
  declinedWhy?: string;
}

/** Somebody goes home, a relative flees across the border: what two organisations ask each other for. */
const ASKED: readonly Asked[] = [
  {
    from: 0,
    need: 'art',
    parts: ['alias-age', 'contact', 'health', 'needs'],
    sent: 41,
    accepted: 40,
    inService: 37,
    done: 12,
  },
  { from: 0, need: 'legal-aid', parts: ['alias-age', 'what-happened', 'needs'], sent: 9, accepted: 7 },
  {
    from: 1,
    need: 'shelter',
    parts: ['alias-age', 'contact', 'needs'],
    sent: 20,
    declined: 19,
    declinedWhy: 'no-place',
  },
  { from: 1, need: 'mental-health', parts: ['alias-age', 'contact', 'needs'], sent: 1 },
];
/** When the organisations met, in days before the world's today. */
const MET = 210;

/** The two organisations meet, and hand some cases over to each other; the newest still waits for an answer. */
export async function handOver(sides: readonly [Side, Side], now: number): Promise<void> {
  await introduce(sides, now - MET * DAY);
  const chance = new Chance(41);
  const taken = new Set<Id>();
  for (const asked of ASKED) {
    const [from, to] = asked.from === 0 ? sides : [sides[1], sides[0]];
    const of = fitting(
      from.cases.filter(({ dossier }) => !taken.has(dossier)),
      asked,
      now,
    );
    const author = from.members.find(({ account }) => account === of?.acts[0].author);
    if (of === undefined || author === undefined) continue;
    taken.add(of.dossier);
    await pass({ asked, of, author, from, to, chance, now });
  }
}

async function introduce(sides: readonly [Side, Side], at: number): Promise<void> {
  const [here, there] = sides.map(({ members }) => members.find((member) => member.keyholder));
  if (here === undefined || there === undefined) throw new Error('nobody holds the keys');
  here.clock.set(at);
  there.clock.set(at);
  const { link } = must(await here.vault.introduce(), 'an introduction is offered');
  must(await there.vault.acceptIntroduction(link), 'an introduction is accepted');
  await here.vault.syncNow();
  for (const { members } of sides) await syncAll(members.filter(({ role }) => role !== 'viewer'));
}

/** A case that everybody of ours may open: best one in which this was wanted, and that was worked on in those days. */
function fitting(
  cases: readonly GeneratedCase[],
  { need, sent }: Asked,
  now: number,
): GeneratedCase | undefined {
  const at = now - sent * DAY;
  const able = cases.filter(({ acts, restrictedTo }) => restrictedTo === null && acts[0].at < at);
  const wanted = able.filter((one) => wantsOf(one).some((want) => servicesForWant(want).includes(need)));
  const fresh = (of: readonly GeneratedCase[]) =>
    of.find(({ acts }) => (acts.at(-1)?.at ?? 0) > at - 30 * DAY);
  return fresh(wanted) ?? wanted.at(-1) ?? fresh(able) ?? able.at(-1);
}

function wantsOf({ acts, dossier }: GeneratedCase): readonly string[] {
  const wants = acts[0].changes.find(({ record: id }) => id === dossier)?.fields['wants'];
  return wants !== undefined && 'add' in wants ? wants.add.map(String) : [];
}

interface Passing {
  asked: Asked;
  of: GeneratedCase;
  author: SeedingMember;
  from: Side;
  to: Side;
  chance: Chance;
  now: number;
}

async function pass({ asked, of, author, from, to, chance, now }: Passing): Promise<void> {
  const { vault, clock, name } = author;
  const { need, parts } = asked;
  const sent = now - asked.sent * DAY;
  clock.set(sent);
  const [peer] = await vault.peers();
  const view = must(await vault.dossier(of.dossier), `${name} opens a case`);
  const records: PlainRecord[] = view.records.map(({ fields, ...one }) => ({
    ...one,
    fields: Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value])),
  }));
  const client = records.find(({ kind, fields }) => kind === 'person' && fields['role'] === 'client');
  if (peer === undefined || client === undefined) throw new Error('there is nobody to refer, or nobody to');
  const [consent, referral, dossier] = [chance.id(), chance.id(), chance.id()];
  const reference = newReference(chance.bytes(REFERENCE_BYTES * 2));
  // Read aloud and agreed to answer by answer.
  const chosen = chosenOf(
    offersTo(records, client.id).filter(({ part, person }) => person === client.id && parts.includes(part)),
  );
  const given: Value = Object.fromEntries(Object.entries(chosen).map(([id, names]) => [id, [...names]]));
  const agreed: Record<string, Value> = {
    of: client.id,
    to: 'sharing',
    decision: 'yes',
    recipient: to.organisation.name,
    recipientId: peer.space,
    agreed: given,
    date: { day: dayThere(sent, from.organisation.country) },
    how: 'spoken',
    givenBy: 'self',
    takenBy: author.account,
  };
  const stamp = { by: author.account, at: sent };
  const shared = shareOnly(
    records,
    { id: consent, kind: 'consent', deleted: false, fields: agreed, created: stamp, updated: stamp },
    chosen,
  );
  const head = {
    reference,
    from: from.organisation.name,
    to: to.organisation.name,
    contactPerson: name,
    need,
    needOther: '',
    needWords: '',
    parts,
    sent,
  };
  const copies = Object.fromEntries(shared.map((one) => [one.from, chance.id()]));
  must(
    await vault.share({
      dossier,
      to: peer.space,
      changes: handoverChanges(head, shared, { dossier, copies }, {}),
      barred: { spaces: [], accounts: [] },
    }),
    `${name} hands over`,
  );
  const kept = {
    of: client.id,
    target: 'space',
    to: to.organisation.name,
    space: peer.space,
    reference,
    dossier,
    need,
    consent,
    parts: [...parts],
    carried: given,
    handover: 'sealed',
    owner: author.account,
    proposed: sent,
    sent,
  };
  must(
    await vault.save({
      dossier: of.dossier,
      changes: [record('consent', consent, agreed), record('referral', referral, kept)],
    }),
    `${name} writes the referral down`,
  );
  await vault.syncNow();
  await answer({ asked, dossier, to, now });
  const answers = answersAt(asked, now);
  if (Object.keys(answers).length === 0) return;
  clock.set(Math.max(...Object.values(answers).map(Number).filter(Number.isFinite)) + 3_600_000);
  await vault.syncNow();
  must(
    await vault.save({ dossier: of.dossier, changes: [record('referral', referral, answers)] }),
    `${name} writes the answer down`,
  );
  await vault.syncNow();
}

/** The moments of the other side's answers, and their reason or result. */
function answersAt(asked: Asked, now: number): Record<string, Value> {
  const answers: Record<string, Value> = {};
  for (const step of ['accepted', 'inService', 'done', 'declined'] as const) {
    const daysAgo = asked[step];
    if (daysAgo !== undefined) answers[step] = now - daysAgo * DAY;
  }
  if (asked.declinedWhy !== undefined) answers['declinedWhy'] = asked.declinedWhy;
  if (asked.done !== undefined) answers['result'] = 'worked';
  return answers;
}

/** The coordinator of the other organisation answers, step by step. */
async function answer({
  asked,
  dossier,
  to,
  now,
}: Pick<Passing, 'asked' | 'to' | 'now'> & { dossier: Id }): Promise<void> {
  const coordinator = to.members.find(({ role }) => role === 'coordinator');
  if (coordinator === undefined) throw new Error('nobody coordinates');
  const { vault, clock, name } = coordinator;
  await vault.syncNow();
  const steps = Object.entries(answersAt(asked, now));
  const reasons = steps.filter(([, value]) => typeof value === 'string');
  for (const [step, at] of steps.filter(([, value]) => typeof value === 'number')) {
    clock.set(Number(at));
    const isLast = step === 'declined' || step === 'done';
    const fields = Object.fromEntries([[step, at], ...(isLast ? reasons : [])]);
    must(
      await vault.save({ dossier, changes: [record('handover', dossier, fields)] }),
      `${name} answers a referral`,
    );
  }
  await vault.syncNow();
}
