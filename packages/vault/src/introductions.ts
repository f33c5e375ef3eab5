import {
  decodeCanonical,
  encodeCanonical,
  equalBytes,
  foldCharter,
  idBytes,
  type IntroductionId,
  idText,
  linkKeys,
  localCipher,
  newLinkSecret,
  Secret,
  type SpaceId,
} from '@dayaq/sealing';
import { LIMITS } from '@dayaq/protocol';
import { appendAct, readRoster } from './circle.ts';
import type { Outcome, PeerView } from './client.ts';
import { failed, success } from './failure.ts';
import { readLink, writeLink } from './links.ts';
import { toldApart } from './namesakes.ts';
import type { Ring } from './space/ring.ts';
import type { Unlocked } from './unlocked.ts';

const MAX_CARD = 8192;

/** What one space says of itself to another, sealed to the link's secret. */
interface IntroductionCard {
  space: Uint8Array;
  head: Uint8Array;
  dropKey: Uint8Array;
  name: string;
}

interface Offer {
  space: Uint8Array;
  secret: Uint8Array;
  expires: number;
}

/** Opens a mailbox and makes the link that another organisation's keyholder answers. */
export async function introduce(
  unlocked: Unlocked,
  ring: Ring,
): Promise<Outcome<{ link: string; expires: number }>> {
  if (ring.me?.keyholder !== true) return failed('not-allowed');
  const secret = newLinkSecret(unlocked.around.random);
  const keys = await linkKeys(secret, 'introduction');
  const space = idBytes(ring.space);
  const answer = await unlocked.server.call('introductions/open', { space, introduction: idBytes(keys.id) });
  if (!answer.ok) return answer;
  const expires = unlocked.around.now() + LIMITS.introductionLife;
  const offer: Offer = { space, secret: secret.expose(), expires };
  await unlocked.kept.put(`introduction/${keys.id}`, offer);
  const name = (await readRoster(unlocked, ring.space)).organisation;
  return success({
    link: writeLink(unlocked.server.transport.origin, 'introduce', { secret, space: ring.space, name }),
    expires,
  });
}

/**
 * The other side of an introduction: checks the other space's charter against the link, answers with this space's own
 * keys, sealed to the link's secret, and records the other space.
 */
export async function acceptIntroduction(
  unlocked: Unlocked,
  ring: Ring,
  text: string,
): Promise<Outcome<PeerView>> {
  if (ring.me?.keyholder !== true) return failed('not-allowed');
  const link = readLink(text);
  if (link === null) return failed('link-malformed');
  if (link.space === ring.space || ring.state.peers.has(link.space)) return failed('already-here');
  const keys = await linkKeys(link.secret, 'introduction');
  const introduction = idBytes(keys.id);
  const space = idBytes(link.space);
  const acts: Uint8Array[] = [];
  for (;;) {
    const read = await unlocked.server.call('introductions/charter', {
      space,
      introduction,
      from: acts.length,
    });
    if (!read.ok) return read.code === 'not-found' ? failed('introduction-expired') : read;
    acts.push(...read.value.acts);
    if (!read.value.more || read.value.acts.length === 0) break;
  }
  const peer = await foldCharter(acts);
  if (!peer.ok || peer.value.space !== link.space) return failed('server-lies', 'charter');
  const card: IntroductionCard = {
    space: idBytes(ring.space),
    head: ring.state.head,
    dropKey: ring.state.epoch.dropKey,
    name: (await readRoster(unlocked, ring.space)).organisation,
  };
  const sealed = await keys.seal(encodeCanonical(card));
  const answered = await unlocked.server.call('introductions/answer', { space, introduction, sealed });
  if (!answered.ok) return answered.code === 'not-found' ? failed('introduction-expired') : answered;
  const recorded = await recordPeer(unlocked, ring, {
    space,
    head: peer.value.head,
    dropKey: peer.value.epoch.dropKey,
    name: link.name,
  });
  return recorded.ok ? success({ space: link.space, name: link.name, trust: 'checking' }) : recorded;
}

/** Looks whether introductions that this device offered were answered, and records those that were. */
export async function collectIntroductions(unlocked: Unlocked, ring: Ring): Promise<void> {
  for (const { name, value } of await unlocked.kept.all('introduction/')) {
    const offer = value as Offer;
    if (!equalBytes(offer.space, idBytes(ring.space))) continue;
    if (offer.expires < unlocked.around.now()) {
      await unlocked.kept.delete(name);
      continue;
    }
    const keys = await linkKeys(new Secret(offer.secret), 'introduction');
    const answer = await unlocked.server.call('introductions/read', {
      space: offer.space,
      introduction: idBytes(name.slice('introduction/'.length) as IntroductionId),
    });
    if (!answer.ok || answer.value.sealed === null) continue;
    const opened = await keys.open(answer.value.sealed);
    const card = opened.ok ? readCard(opened.value) : null;
    if (card === null) continue;
    const recorded = await recordPeer(unlocked, ring, card);
    if (recorded.ok || recorded.failure.code === 'already-here') await unlocked.kept.delete(name);
  }
}

function readCard(bytes: Uint8Array): IntroductionCard | null {
  const decoded = decodeCanonical(bytes, { maxBytes: MAX_CARD });
  if (!decoded.ok || typeof decoded.value !== 'object' || decoded.value === null) return null;
  const { space, head, dropKey, name } = decoded.value as Record<string, unknown>;
  const fits =
    space instanceof Uint8Array &&
    space.length === 32 &&
    head instanceof Uint8Array &&
    dropKey instanceof Uint8Array;
  return fits && typeof name === 'string' ? { space, head, dropKey, name } : null;
}

/**
 * The charter carries the peer's keys for everyone to check; its name is sealed to the members. `already-here`: it was
 * introduced before, be it by another keyholder in this moment; what was pinned then stays.
 */
async function recordPeer(unlocked: Unlocked, ring: Ring, card: IntroductionCard): Promise<Outcome<null>> {
  const peer = idText<SpaceId>(card.space);
  const isKnown = (): boolean => peer === ring.space || ring.state.peers.has(peer);
  if (isKnown()) return failed('already-here');
  const epoch = ring.state.epoch.number;
  const key = ring.epochKey(epoch);
  if (key === null) return failed('not-allowed');
  const cipher = await localCipher(key, 'peer');
  const name = await cipher.seal(card.space, new TextEncoder().encode(card.name));
  const appended = await appendAct(unlocked, ring, {
    type: 'introduce',
    peer,
    head: card.head,
    dropKey: card.dropKey,
    sealed: encodeCanonical([epoch, name]),
  });
  return !appended.ok && isKnown() ? failed('already-here') : appended;
}

export async function peerViews(unlocked: Unlocked, ring: Ring): Promise<PeerView[]> {
  const views: (PeerView & { space: SpaceId })[] = [];
  await unlocked.peers.load();
  for (const [space, peer] of ring.state.peers) {
    const decoded = decodeCanonical(peer.sealed, { maxBytes: MAX_CARD });
    const [epoch, sealed] =
      decoded.ok && Array.isArray(decoded.value) ? (decoded.value as [number, Uint8Array]) : [0, null];
    const key = ring.epochKey(epoch);
    let name = '';
    if (key !== null && sealed instanceof Uint8Array) {
      const opened = await (await localCipher(key, 'peer')).open(idBytes(space), sealed);
      if (opened.ok) name = new TextDecoder().decode(opened.value);
    }
    views.push({ space, name, trust: unlocked.peers.get(space)?.trust(ring) ?? 'checking' });
  }
  // To which of two of one name something goes must never be a guess.
  const told = toldApart(views.map(({ space, name }) => ({ id: space, name })));
  return views.map((view) => ({ ...view, name: told.get(view.space) ?? view.name }));
}
