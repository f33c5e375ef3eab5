import type { Id, Outcome } from '@dayaq/vault/client';
import type { LocalVault } from '@dayaq/vault';
import { openNodeVault } from '@dayaq/vault/node';
import { DemoClock } from './clock.ts';
import { momentOf } from './days.ts';
import type { DemoMember, DemoOrganisation } from './people.ts';
import { record } from './record.ts';

/** A member with an open vault of their own, as if on their own device. */
export interface SeedingMember extends DemoMember {
  account: Id;
  vault: LocalVault;
  clock: DemoClock;
  kit: string[];
  passphrase: string;
}

/** The value, or an error: while seeding, no failure is expected. */
export function must<T>(outcome: Outcome<T>, doing: string): T {
  if (outcome.ok) return outcome.value;
  const { code, detail } = outcome.failure;
  throw new Error(`${doing}: ${code}${detail === undefined ? '' : ` (${detail})`}`);
}

/** Founds an organisation with all its members, each on the day on which they joined. */
export async function gather(
  organisation: DemoOrganisation,
  origin: string,
  foundingLink: string,
): Promise<SeedingMember[]> {
  const { name, country, language } = organisation;
  const gathered: SeedingMember[] = [];
  for (const member of organisation.members) {
    const clock = new DemoClock(momentOf(member.since, 10, 0, country));
    const vault = await openNodeVault(origin, clock.surroundings);
    const passphrase = await vault.suggestPassphrase('en');
    const inviter = gathered[0];
    const { kit } =
      inviter === undefined
        ? must(
            await vault.begin({
              token: foundingLink,
              passphrase,
              organisation: name,
              name: member.name,
              country,
              language,
            }),
            `${name} is founded`,
          )
        : must(
            await vault.join({ link: await inviteTo(inviter, member, clock), passphrase, name: member.name }),
            `${member.name} joins`,
          );
    const account = (await vault.status()).account;
    if (account === null) throw new Error(`${member.name} has no account`);
    gathered.push({ ...member, account, vault, clock, kit, passphrase });
  }
  // The founder's device hands the keys over, then everybody fetches theirs.
  await syncAll(gathered.slice(0, 1));
  await syncAll(gathered);
  for (const member of gathered) await introduceThemselves(member);
  await syncAll(gathered);
  return gathered;
}

async function inviteTo(inviter: SeedingMember, member: DemoMember, clock: DemoClock): Promise<string> {
  inviter.clock.set(clock.surroundings.now());
  await inviter.vault.syncNow();
  // The server goes by today's clock, and no invitation lasts for years: it is made today.
  inviter.clock.set(Date.now());
  const { role, keyholder } = member;
  return must(await inviter.vault.invite({ role, keyholder, days: 2 }), `${member.name} is invited`).link;
}

async function introduceThemselves(member: SeedingMember): Promise<void> {
  if (member.role === 'viewer') return;
  const roster = must(await member.vault.roster(), 'the roster is read');
  const profile = record('profile', member.account, {
    languages: [...member.languages],
    workingHours: member.hours,
  });
  must(
    await member.vault.save({ dossier: roster.id, changes: [profile] }),
    `${member.name} fills in the profile`,
  );
}

/** Sends what everybody has, then fetches what the others have sent. */
export async function syncAll(members: readonly SeedingMember[]): Promise<void> {
  for (let pass = 0; pass < 2; pass++) {
    await Promise.all(members.map((member) => member.vault.syncNow()));
  }
  for (const { name, vault } of members) {
    const { sync } = await vault.status();
    if (sync.problem !== null)
      throw new Error(`${name} could not sync: ${sync.problem.code} ${sync.problem.detail ?? ''}`);
    if (sync.waiting > 0) throw new Error(`${name} still has ${sync.waiting} entries to send`);
  }
}
