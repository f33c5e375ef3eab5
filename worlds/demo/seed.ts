import { writeAccounts } from './accounts.ts';
import { inventAid } from './aid/invent-aid.ts';
import { generateCases } from './generate.ts';
import type { GeneratedCase } from './generated.ts';
import { gather, must, type SeedingMember, syncAll } from './circle.ts';
import { dayThere } from './days.ts';
import { type DirectoryAct, directoryActs } from './directory/directory.ts';
import { type DemoOrganisation, ORGANISATIONS } from './people.ts';
import { writeFound } from './found.ts';
import { writePlans } from './plans.ts';
import { openPublicPage } from './public-page.ts';
import { handOver } from './handovers.ts';
import { inventLeads } from './leads.ts';
import { inventMoney } from './money.ts';
import { Chance } from './random.ts';
import { inventScenes } from './scenes.ts';
import { STORIES, type Story, tell } from './stories.ts';
import { writeSideActs } from './write-side-acts.ts';

/** How one member gets in. */
export interface DemoLogin {
  organisation: string;
  name: string;
  role: string;
  keyholder: boolean;
  kit: string[];
  passphrase: string;
}

export interface SeedOptions {
  origin: string;
  /** One founding link (or its token) for each organisation. */
  foundingLink(organisation: DemoOrganisation, index: number): Promise<string>;
  /** The world's "now", in milliseconds since 1970. */
  now: number;
  /** Share of the generated cases that are made, from 0 to 1. */
  share?: number;
  say(line: string): void;
}

export interface SeededOrganisation {
  organisation: DemoOrganisation;
  members: SeedingMember[];
  cases: GeneratedCase[];
  directory: DirectoryAct[];
}
export interface SeededWorld {
  organisations: SeededOrganisation[];
  /** Dossier of each story, by key. */
  stories: Record<Story['key'], string>;
  /** The id of each of a story's records, by its name in the story. */
  storyIds: Record<Story['key'], ReadonlyMap<string, string>>;
  logins: DemoLogin[];
}

/** Fills an empty server with the demo world. The vaults stay open; `close` locks them. */
export async function seedWorld(options: SeedOptions): Promise<SeededWorld> {
  const { origin, now, share = 1, say } = options;
  const seeded: SeededOrganisation[] = [];
  for (const [i, organisation] of ORGANISATIONS.entries()) {
    say(`Founding ${organisation.name}, with ${organisation.members.length} members …`);
    const members = await gather(organisation, origin, await options.foundingLink(organisation, i));
    const { seed, count } = organisation.cases;
    const cases = [
      ...generateCases({
        seed,
        count: Math.round(count * share),
        country: organisation.country,
        languages: [...new Set(members.flatMap((member) => member.languages))],
        members,
        until: dayThere(now, organisation.country),
      }),
    ];
    const directory = directoryActs({
      country: organisation.country,
      members,
      until: dayThere(now, organisation.country),
      seed,
    });
    seeded.push({ organisation, members, cases, directory });
  }
  say('Writing the three stories …');
  const [home] = seeded;
  if (home === undefined) throw new Error('there is no organisation');
  const [zeinab, zaur, samir] = STORIES;
  const storyIds = {
    zeinab: await writeStory(zeinab, home.members),
    zaur: await writeStory(zaur, home.members),
    samir: await writeStory(samir, home.members),
  };
  for (const { organisation, members, cases } of seeded) {
    say(`Writing ${cases.length} invented cases for ${organisation.name} …`);
    await writeCases(cases, members);
    const { country, cases: from } = organisation;
    const around = { seed: from.seed, country, members, cases, now };
    const beside = [inventMoney, inventAid, inventLeads, inventScenes].flatMap((invent) => invent(around));
    await writeSideActs(beside, members);
  }
  for (const { organisation, members, directory } of seeded) {
    say(`Writing the directory of services of ${organisation.name} …`);
    await writeDirectory(directory, members);
  }
  for (const { organisation, members } of seeded) {
    say(`Bringing in what was promised to the people of ${organisation.name} …`);
    await writePlans(organisation, members, now);
    await writeAccounts(organisation, members, now);
    await openPublicPage(organisation, members, now);
    await writeFound(organisation, members, now);
  }
  const [first, second] = seeded;
  if (first !== undefined && second !== undefined) {
    say('Introducing the two organisations, and handing some cases over …');
    await handOver([first, second], now);
  }
  return {
    organisations: seeded,
    stories: { zeinab: caseOf(storyIds.zeinab), zaur: caseOf(storyIds.zaur), samir: caseOf(storyIds.samir) },
    storyIds,
    logins: seeded.flatMap(loginsOf),
  };
}

export async function close(world: SeededWorld): Promise<void> {
  for (const { members } of world.organisations) {
    for (const { vault } of members) await vault.lock();
  }
}

const caseOf = (ids: ReadonlyMap<string, string>): string => ids.get('case') ?? '';

/** Answers the id of each of its records, by its name in the story. */
async function writeStory(
  story: Story,
  members: readonly SeedingMember[],
): Promise<ReadonlyMap<string, string>> {
  const chance = new Chance(STORIES.indexOf(story), 7);
  const ids = new Map<string, string>();
  const idOf = (name: string): string => {
    const id = ids.get(name) ?? chance.id();
    ids.set(name, id);
    return id;
  };
  const byKey = new Map(members.map((member) => [member.key, member]));
  const memberOf = (key: string): SeedingMember => {
    const member = byKey.get(key);
    if (member === undefined) throw new Error(`nobody is called ${key}`);
    return member;
  };
  const dossier = idOf('case');
  for (const step of tell(story, story.language, idOf, (key) => memberOf(key).account)) {
    const { vault, clock, name } = memberOf(step.by);
    clock.set(step.at);
    // Each must have seen what the colleagues wrote before.
    await vault.syncNow();
    must(await vault.save({ dossier, changes: step.changes }), `${name} writes about ${story.key}`);
    await vault.syncNow();
  }
  return ids;
}

/** Round by round: within a round nobody knows what the others are writing. */
async function writeCases(cases: readonly GeneratedCase[], members: readonly SeedingMember[]): Promise<void> {
  const rounds = 1 + Math.max(0, ...cases.map((each) => each.acts.at(-1)?.round ?? 0));
  for (let round = 0; round < rounds; round++) {
    for (const { account, vault, clock, name } of members) {
      const acts = cases.flatMap((each) =>
        each.acts
          .filter((act) => act.round === round && act.author === account)
          .map((act) => ({ act, first: act === each.acts[0], of: each })),
      );
      acts.sort((a, b) => a.act.at - b.act.at);
      for (const { act, first, of } of acts) {
        clock.set(act.at);
        const restrictedTo = first && of.restrictedTo !== null ? { restrictedTo: of.restrictedTo } : {};
        must(
          await vault.save({ dossier: of.dossier, changes: act.changes, ...restrictedTo }),
          `${name} writes`,
        );
      }
    }
    // Those who only read have nothing to send, and will fetch everything when they come in.
    await syncAll(members.filter((member) => member.role !== 'viewer'));
  }
}

/** Each provider first, then what happened there, by whoever heard of it. */
async function writeDirectory(
  acts: readonly DirectoryAct[],
  members: readonly SeedingMember[],
): Promise<void> {
  const begun = new Set<string>();
  const first = acts.filter(({ dossier }) => !begun.has(dossier) && begun.add(dossier));
  for (const round of [first, acts.filter((act) => !first.includes(act))]) {
    for (const { account, vault, clock, name } of members) {
      for (const { dossier, at, changes } of round.filter((act) => act.author === account)) {
        clock.set(at);
        must(await vault.save({ dossier, changes }), `${name} writes in the directory`);
      }
    }
    await syncAll(members.filter((member) => member.role !== 'viewer'));
  }
}

function loginsOf({ organisation, members }: SeededOrganisation): DemoLogin[] {
  return members.map(({ name, role, keyholder, kit, passphrase }) => ({
    organisation: organisation.name,
    name,
    role,
    keyholder,
    kit,
    passphrase,
  }));
}
