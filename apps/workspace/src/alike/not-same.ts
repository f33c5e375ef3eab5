import type { Change, DossierView, Failure, Id, LikelyPair, Vault } from '@dayaq/vault/client';

type Room = Pick<Vault, 'dossier' | 'save' | 'preference' | 'setPreference'>;

/** Takes it back. */
export type TakeBack = () => Promise<Failure | null>;

/**
 * Remembers that two cases are not the same: in one of them, as a link, where everybody who reads that may read the other;
 * else on this device alone, so that nobody learns of a case that they may not open.
 */
export async function sayNotSame(
  vault: Room,
  one: Id,
  other: Id,
): Promise<{ ok: true; takeBack: TakeBack } | { ok: false; failure: Failure }> {
  const first = await vault.dossier(one);
  if (!first.ok) return first;
  const second = await vault.dossier(other);
  if (!second.ok) return second;
  const [dossier, link] = isWithin(first.value, second.value) ? [one, other] : [other, one];
  if (!isWithin(first.value, second.value) && !isWithin(second.value, first.value)) {
    await noteHere(vault, one, other, true);
    return { ok: true, takeBack: () => noteHere(vault, one, other, false).then(() => null) };
  }
  const noted = (op: { add: Id[]; del: Id[] }): Change[] => [
    { kind: 'case', record: dossier, fields: { notSame: op } },
  ];
  const saved = await vault.save({ dossier, changes: noted({ add: [link], del: [] }) });
  if (!saved.ok) return saved;
  return {
    ok: true,
    takeBack: async () => {
      const back = await vault.save({ dossier, changes: noted({ add: [], del: [link] }) });
      return back.ok ? null : back.failure;
    },
  };
}

/** Whether everybody who reads the one may read the other. */
export function isWithin(
  one: Pick<DossierView, 'restricted' | 'readers'>,
  other: Pick<DossierView, 'restricted' | 'readers'>,
): boolean {
  return (
    !other.restricted || (one.restricted && one.readers.every((reader) => other.readers.includes(reader)))
  );
}

const NAME = 'alike.notSame';
/** Pairs that are remembered on this device alone. */
const MOST = 1000;

const named = (one: Id, other: Id): string => [one, other].sort().join(' ');

async function noteHere(vault: Room, one: Id, other: Id, isNot: boolean): Promise<void> {
  const pair = named(one, other);
  const others = (await notSameHere(vault)).filter((each) => each !== pair);
  await vault.setPreference(NAME, (isNot ? [pair, ...others] : others).slice(0, MOST));
}

async function notSameHere(vault: Pick<Vault, 'preference'>): Promise<string[]> {
  const kept = await vault.preference(NAME);
  return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string') : [];
}

/** Pairs without those that are remembered on this device alone. */
export async function withoutNotSame(
  vault: Pick<Vault, 'preference'>,
  pairs: readonly LikelyPair[],
): Promise<LikelyPair[]> {
  const here = new Set(await notSameHere(vault));
  return pairs.filter(({ one, other }) => !here.has(named(one.dossier, other.dossier)));
}
