import { canonicalPassphrase, generatePassphrase, passphraseStrength, type SpaceId } from '@dayaq/sealing';
import { loadPassphraseWords } from '@dayaq/locale/passphrase-words';
import type { Change, ComingIn, Outcome, Value } from '../client.ts';
import * as entrance from '../entrance.ts';
import { done, failed, success } from '../failure.ts';
import { kitOf, loadKit } from '../load-kit.ts';
import type { Session } from '../session.ts';
import type { Ring } from '../space/ring.ts';
import { mayWrite, type Unlocked } from '../unlocked.ts';

type Founding = Parameters<ComingIn['begin']>[0];

export function comingIn(session: Session): ComingIn {
  const { around } = session;
  return {
    status: () => Promise.resolve(session.status()),
    begin: (request) =>
      session.enter(async () => {
        if (session.unlocked !== null) return foundFurther(session, session.unlocked, request);
        // Before anything is done: nobody may come in whose kit cannot be shown.
        const kit = await loadKit();
        if (kit === null) return failed('offline');
        const entered = await entrance.begin(around, request);
        if (!entered.ok) return entered;
        const unlocked = await session.open(entered.value);
        const space = entered.value.space?.id as SpaceId;
        const saved = await nameOrganisation(session, unlocked, space, request);
        if (!saved.ok) return saved;
        await session.settle();
        return success({ kit: kitOf(kit, entered.value.device), space });
      }),
    inspectInvitation: (link) => entrance.inspectInvitation(around, link),
    join: (request) =>
      session.enter(async () => {
        if (session.unlocked !== null) return joinFurther(session, session.unlocked, request);
        const kit = await loadKit();
        if (kit === null) return failed('offline');
        const entered = await entrance.join(around, request);
        if (!entered.ok) return entered;
        const unlocked = await session.open(entered.value);
        const space = entered.value.space?.id as SpaceId;
        await introduceMyself(session, unlocked, space, request.name);
        return success({ kit: kitOf(kit, entered.value.device), space });
      }),
    restore: (request) =>
      session.enter(async () => {
        const entered = await entrance.restore(around, request);
        if (!entered.ok) return entered;
        await session.inside.lookForSpaces(await session.open(entered.value));
        await session.settle();
        return done;
      }),
    unlock: (passphrase) => session.unlock(passphrase),
    lock: () => Promise.resolve(session.lock()),
    wipe: () => session.wipe(),
    changePassphrase: async (request) => {
      const { unlocked } = session;
      if (unlocked === null) return failed('locked');
      const changed = await entrance.changePassphrase(around, unlocked.server, request);
      if (!changed.ok) return changed;
      unlocked.server.replace(changed.value);
      return done;
    },
    kit: async (passphrase) => {
      const kit = await loadKit();
      if (kit === null) return failed('offline');
      const entered = await entrance.unlockDevice(around, passphrase);
      return entered.ok ? success({ kit: kitOf(kit, entered.value.device) }) : entered;
    },
    kitNumbers: async (words) => (await loadKit())?.kitNumbers(words) ?? [],
    suggestPassphrase: async (language) =>
      generatePassphrase(await loadPassphraseWords(language), around.random),
    passphraseStrength: async (text) => (await passphraseStrength(text)).level,
    samePassphrase: async (one, other) => canonicalPassphrase(one) === canonicalPassphrase(other),
  };
}

async function foundFurther(
  session: Session,
  unlocked: Unlocked,
  request: Founding,
): ReturnType<ComingIn['begin']> {
  const founded = await session.inside.foundFurther(unlocked, request.token);
  if (!founded.ok) return founded;
  const space = founded.value;
  const saved = await nameOrganisation(session, unlocked, space, request);
  if (!saved.ok) return saved;
  await session.inside.foundingIsOver(unlocked);
  await session.choose(space);
  session.loop?.soon();
  return success({ kit: [], space });
}

/** Writes what the organisation is called and who founded it. */
async function nameOrganisation(
  session: Session,
  unlocked: Unlocked,
  space: SpaceId,
  { organisation, country, language, name }: Founding,
): Promise<Outcome<null>> {
  const roster = await session.inside.rosterDossier(space);
  if (!unlocked.alive) return failed('locked');
  return session.inside.saveAct(unlocked, unlocked.rings.get(space) as Ring, {
    dossier: roster,
    changes: [
      record('organisation', roster, { name: organisation, country, languages: [language] }),
      record('profile', unlocked.account.id, { name, languages: [language] }),
    ],
  });
}

async function joinFurther(
  session: Session,
  unlocked: Unlocked,
  request: Parameters<ComingIn['join']>[0],
): ReturnType<ComingIn['join']> {
  const joined = await session.inside.joinFurther(unlocked, request.link);
  if (!joined.ok) return joined;
  if (!unlocked.alive) return failed('locked');
  const space = joined.value;
  await introduceMyself(session, unlocked, space, request.name);
  await session.choose(space);
  return success({ kit: [], space });
}

/** Writes one's name for the others and begins to work. */
async function introduceMyself(
  session: Session,
  unlocked: Unlocked,
  space: SpaceId,
  name: string,
): Promise<void> {
  const ring = unlocked.rings.get(space) as Ring;
  if (mayWrite(ring)) {
    const profile = record('profile', unlocked.account.id, { name });
    await session.inside.saveAct(unlocked, ring, {
      dossier: await session.inside.rosterDossier(space),
      changes: [profile],
    });
  }
  await session.settle();
}

function record(kind: string, id: string, fields: Record<string, Value>): Change {
  return {
    kind,
    record: id,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        Array.isArray(value) ? { add: value as string[], del: [] } : { set: value },
      ]),
    ),
  };
}
