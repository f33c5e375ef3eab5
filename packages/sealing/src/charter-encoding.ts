import {
  type CharterAct,
  type CharterEntry,
  CHARTER_LIMITS,
  type DoorReader,
  type EpochPublic,
  ROLES,
} from './charter-types.ts';
import { encodeCanonical } from './encoding.ts';
import { hashOf } from './hash.ts';
import { type AccountId, HASH_BYTES, idBytes, idText, type InviteId, type SpaceId } from './ids.ts';
import { readPlace, writePlace } from './log-place.ts';
import { ENC_KEY_SIZE, type MemberKeys } from './member-keys.ts';
import type { Result } from './result.ts';
import { asBytes, asId, asList, Fields, isRecord, readShape, refuse } from './shape.ts';
import { SIGN_KEY_BYTES, SIGNATURE_BYTES } from './signature-check.ts';
import { isUsableEncKey, isUsableSignKey } from './weak-keys.ts';

const VERSION = 1;
const SALT_BYTES = 16;
const NO_SPACE = new Uint8Array(0);
/** `prev` of the first entry. */
export const NO_PREVIOUS: Uint8Array = new Uint8Array(HASH_BYTES);

function readEncKey(f: Fields, name: string): Uint8Array {
  const key = f.bytes(name, ENC_KEY_SIZE);
  return isUsableEncKey(key) ? key : refuse(`${name}: not a usable key`);
}

function readSignKey(f: Fields, name: string): Uint8Array {
  const key = f.bytes(name, SIGN_KEY_BYTES);
  return isUsableSignKey(key) ? key : refuse(`${name}: not a usable key`);
}

function writeMember(member: MemberKeys): unknown {
  return { account: idBytes(member.account), signKey: member.signKey, encKey: member.encKey };
}

function readMember(value: unknown): MemberKeys {
  const f = new Fields(value, 'member', ['account', 'signKey', 'encKey']);
  return {
    account: f.id<AccountId>('account'),
    signKey: readSignKey(f, 'signKey'),
    encKey: readEncKey(f, 'encKey'),
  };
}

function writeEpoch(epoch: EpochPublic): unknown {
  return { number: epoch.number, commitment: epoch.commitment, dropKey: epoch.dropKey };
}

function readEpoch(value: unknown): EpochPublic {
  const f = new Fields(value, 'epoch', ['number', 'commitment', 'dropKey']);
  return {
    number: f.int('number', 1, CHARTER_LIMITS.acts),
    commitment: f.bytes('commitment', HASH_BYTES),
    dropKey: readEncKey(f, 'dropKey'),
  };
}

function readDoorReader(value: unknown): DoorReader {
  const f = new Fields(value, 'reader', ['account', 'name']);
  return { account: f.id<AccountId>('account'), name: f.text('name', 1, CHARTER_LIMITS.doorName) };
}

function writeAct(act: CharterAct): unknown {
  switch (act.type) {
    case 'create':
      return { ...act, founder: writeMember(act.founder), epoch: writeEpoch(act.epoch) };
    case 'invite':
    case 'revoke':
      return { ...act, invite: idBytes(act.invite) };
    case 'join':
      return { ...act, invite: idBytes(act.invite), member: writeMember(act.member) };
    case 'role':
    case 'remove':
      return { ...act, account: idBytes(act.account) };
    case 'rotate':
      return { ...act, epoch: writeEpoch(act.epoch), members: act.members.map(idBytes) };
    case 'introduce':
      return { ...act, peer: idBytes(act.peer) };
    case 'door':
      return {
        ...act,
        readers: act.readers.map(({ account, name }) => ({ account: idBytes(account), name })),
      };
    case 'door-open':
    case 'door-close':
      return { ...act };
  }
}

function readAct(value: unknown): CharterAct {
  if (!isRecord(value) || typeof value['type'] !== 'string') refuse('act: no type');
  const type = value['type'];
  switch (type) {
    case 'create': {
      const f = new Fields(value, type, ['type', 'founder', 'role', 'salt', 'epoch']);
      return {
        type,
        founder: readMember(f.raw('founder')),
        role: f.oneOf('role', ROLES),
        salt: f.bytes('salt', SALT_BYTES),
        epoch: readEpoch(f.raw('epoch')),
      };
    }
    case 'invite': {
      const f = new Fields(value, type, [
        'type',
        'invite',
        'verifier',
        'role',
        'keyholder',
        'expires',
        'sealed',
      ]);
      return {
        type,
        invite: f.id<InviteId>('invite'),
        verifier: readSignKey(f, 'verifier'),
        role: f.oneOf('role', ROLES),
        keyholder: f.flag('keyholder'),
        expires: f.int('expires', 0, CHARTER_LIMITS.latest),
        sealed: f.bytes('sealed', 0, CHARTER_LIMITS.sealedBytes),
      };
    }
    case 'revoke': {
      const f = new Fields(value, type, ['type', 'invite']);
      return { type, invite: f.id<InviteId>('invite') };
    }
    case 'join': {
      const f = new Fields(value, type, ['type', 'invite', 'member', 'proof']);
      return {
        type,
        invite: f.id<InviteId>('invite'),
        member: readMember(f.raw('member')),
        proof: f.bytes('proof', SIGNATURE_BYTES),
      };
    }
    case 'role': {
      const f = new Fields(value, type, ['type', 'account', 'role', 'keyholder']);
      return {
        type,
        account: f.id<AccountId>('account'),
        role: f.oneOf('role', ROLES),
        keyholder: f.flag('keyholder'),
      };
    }
    case 'remove': {
      const f = new Fields(value, type, ['type', 'account']);
      return { type, account: f.id<AccountId>('account') };
    }
    case 'rotate': {
      const f = new Fields(value, type, ['type', 'epoch', 'members', 'link']);
      return {
        type,
        epoch: readEpoch(f.raw('epoch')),
        members: f.list('members', 1, CHARTER_LIMITS.members).map((id) => asId<AccountId>(id, 'members')),
        link: f.bytes('link', 1, CHARTER_LIMITS.linkBytes),
      };
    }
    case 'introduce': {
      const f = new Fields(value, type, ['type', 'peer', 'head', 'dropKey', 'sealed']);
      return {
        type,
        peer: f.hashId<SpaceId>('peer'),
        head: f.bytes('head', HASH_BYTES),
        dropKey: readEncKey(f, 'dropKey'),
        sealed: f.bytes('sealed', 0, CHARTER_LIMITS.sealedBytes),
      };
    }
    case 'door': {
      const f = new Fields(value, type, ['type', 'notice', 'readers']);
      return {
        type,
        notice: f.bytes('notice', 1, CHARTER_LIMITS.noticeBytes),
        readers: f.list('readers', 1, CHARTER_LIMITS.doorReaders).map(readDoorReader),
      };
    }
    case 'door-open': {
      const f = new Fields(value, type, ['type', 'door']);
      return { type, door: f.int('door', 1, CHARTER_LIMITS.acts - 1) };
    }
    case 'door-close': {
      const f = new Fields(value, type, ['type']);
      return { type: f.oneOf('type', [type]) };
    }
    default:
      return refuse(`act: ${type.slice(0, 40)} is not known`, 'unknown-act');
  }
}

/** The bytes that the author of a charter entry signs. */
export function encodeCharterBody(entry: Omit<CharterEntry, 'body' | 'signature'>): Uint8Array {
  return encodeCanonical({
    space: entry.space === null ? NO_SPACE : idBytes(entry.space),
    seq: entry.seq,
    prev: entry.prev,
    time: entry.time,
    author: idBytes(entry.author),
    place: writePlace(entry.place),
    act: writeAct(entry.act),
  });
}

export function encodeCharterEntry(body: Uint8Array, signature: Uint8Array): Uint8Array {
  return encodeCanonical([VERSION, body, signature]);
}

function readSpace(value: unknown): SpaceId | null {
  if (value instanceof Uint8Array && value.length === 0) return null;
  return asId<SpaceId>(value, 'space', HASH_BYTES);
}

/**
 * Reads one entry's shape and bounds; checks neither signature nor rules.
 * Errors: `too-large`, `malformed`, `unsupported-version`, `unknown-act`.
 */
export function readCharterEntry(bytes: Uint8Array): Result<CharterEntry> {
  const outer = readShape(bytes, CHARTER_LIMITS.entryBytes, (value) => {
    const list = asList(value, 'entry', 1, 8);
    if (list[0] !== VERSION) refuse('a charter entry of another version', 'unsupported-version');
    const [, body, signature] = asList(value, 'entry', 3, 3);
    return {
      body: asBytes(body, 'body', 1, CHARTER_LIMITS.entryBytes),
      signature: asBytes(signature, 'signature', SIGNATURE_BYTES),
    };
  });
  if (!outer.ok) return outer;
  const { body, signature } = outer.value;
  return readShape(body, CHARTER_LIMITS.entryBytes, (value) => {
    const f = new Fields(value, 'body', ['space', 'seq', 'prev', 'time', 'author', 'place', 'act']);
    return {
      space: readSpace(f.raw('space')),
      seq: f.int('seq', 0, CHARTER_LIMITS.acts - 1),
      prev: f.bytes('prev', HASH_BYTES),
      time: f.int('time', 0, CHARTER_LIMITS.latest),
      author: f.id<AccountId>('author'),
      place: readPlace(f.raw('place')),
      act: readAct(f.raw('act')),
      body,
      signature,
    };
  });
}

/** Names an entry in the chain: `prev` of the one after it, and the head while it is the last. */
export function charterHead(entry: Uint8Array): Promise<Uint8Array> {
  return hashOf('charter-head', entry);
}

/** The id of the space that a first entry founds. */
export async function spaceId(firstEntry: Uint8Array): Promise<SpaceId> {
  return idText<SpaceId>(await hashOf('space', firstEntry));
}
