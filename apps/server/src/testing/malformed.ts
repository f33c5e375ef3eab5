import { encodeBody, type Request, type RouteName } from '@dayaq/protocol';

const bytes = (length: number, fill = 1): Uint8Array => new Uint8Array(length).fill(fill);
const [id16, id32] = [bytes(16), bytes(32)];

/** A valid body of every route. */
export const SAMPLES: { [R in RouteName]: Request<R> } = {
  'server/hello': {},
  'accounts/create': {
    account: id16,
    verifier: id32,
    sealedRoot: bytes(80),
    admission: { by: 'invitation', space: id32, invite: id16, proof: bytes(64) },
  },
  'accounts/keys': {},
  'accounts/rekey': { verifier: id32, sealedRoot: bytes(80) },
  'sessions/challenge': { account: id16 },
  'sessions/open': { account: id16, challenge: id32, signature: bytes(64) },
  'sessions/close': { everywhere: false },
  'spaces/create': { token: id32, act: bytes(200), wrap: bytes(90) },
  'spaces/list': {},
  'spaces/unreadable': { space: id32, account: id16 },
  'charter/append': { space: id32, acts: [bytes(150)], wraps: [{ account: id16, wrap: bytes(90) }] },
  'charter/read': { space: id32, from: 3 },
  'charter/teach': { space: id32, acts: [bytes(150)] },
  'charter/settle': { space: id32, head: id32 },
  'invitations/read': { space: id32, invite: id16, from: 0 },
  'epochs/read': { space: id32 },
  'epochs/missing': { space: id32 },
  'epochs/wrap': { space: id32, epoch: 2, account: id16, wrap: bytes(90) },
  'epochs/refuse': { space: id32, epoch: 2, by: id16 },
  'dossiers/erase': { space: id32, dossier: id16, said: id32 },
  'dossiers/erased': { space: id32 },
  'blobs/erase': { space: id32, dossier: id16, blobs: [id16], said: id32 },
  'entries/append': {
    space: id32,
    generations: [bytes(120)],
    entries: [
      { dossier: id16, g: 1, id: id32, sealed: bytes(60) },
      { dossier: id16, g: 300, id: bytes(32, 2), sealed: bytes(60) },
    ],
  },
  'entries/pull': { space: id32, after: 70_000, limit: 500 },
  'entries/dossier': { space: id32, dossier: id16, after: 0, limit: 500 },
  'generations/begun': { space: id32, header: bytes(120) },
  'shares/list': { space: id32, after: bytes(48) },
  'shares/pull': { space: id32, owner: bytes(32, 3), dossier: id16, after: 70_000, limit: 500 },
  'shares/append': {
    space: id32,
    owner: bytes(32, 3),
    dossier: id16,
    entries: [{ g: 1, id: id32, sealed: bytes(60) }],
  },
  'blobs/begin': { space: id32, dossier: id16, blob: id16, chunks: 3 },
  'blobs/put': { space: id32, blob: id16, index: 1, sealed: bytes(100) },
  'blobs/get': { space: id32, blob: id16, index: 1 },
  'introductions/open': { space: id32, introduction: id16 },
  'introductions/answer': { space: id32, introduction: id16, sealed: bytes(90) },
  'introductions/read': { space: id32, introduction: id16 },
  'introductions/charter': { space: id32, introduction: id16, from: 0 },
  'doors/read': { space: id32 },
  'letters/put': { space: id32, letter: id16, epoch: 1, piece: 0, pieces: 2, sealed: bytes(90) },
  'letters/work': { space: id32 },
  'letters/list': { space: id32, after: 70_000 },
  'surveys/put': { space: id32, survey: bytes(90) },
  'surveys/get': { space: id32, hash: id32 },
  'surveys/read': { space: id32, hash: id32 },
  'sounds/put': { space: id32, sound: bytes(90) },
  'sounds/get': { space: id32, hash: id32 },
  'sounds/read': { space: id32, hash: id32 },
  'codes/put': { space: id32, key: id32, secret: bytes(90), codes: [id32, id32] },
  'codes/count': { space: id32, key: id32 },
  'codes/change': { space: id32, key: id32, code: id32, blinded: bytes(256) },
  'letters/get': { space: id32, letter: id16, piece: 1 },
  'replies/put': { space: id32, reply: id16, address: id16, verifier: id32, sealed: bytes(5233) },
  'mailboxes/poll': { space: id32, address: id16, day: 20_000, signature: bytes(64) },
  'push/key': {},
  'push/subscribe': { endpoint: 'https://push.example/a', p256dh: bytes(65), auth: id16 },
  'push/unsubscribe': { endpoint: 'https://push.example/a' },
  'push/listeners': { space: id32 },
  'timers/set': { space: id32, timers: [{ timer: id16, at: 900_000, accounts: [id16] }] },
  'timers/clear': { space: id32, position: 1, timers: [id16] },
  'timers/only': { space: id32, position: 1, timers: [id16] },
};

type Random = () => number;
const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** Some CBOR value: numbers of every kind, texts, bytes, nulls, lists and maps with names that mean something here. */
function randomValue(random: Random, depth: number): unknown {
  switch (below(random, depth > 0 ? 11 : 8)) {
    case 0:
      return below(random, 300);
    case 1:
      return -below(random, 2 ** 40);
    case 2:
      return random() * 1e9;
    case 3:
      return 2 ** 53 - 1 - below(random, 5);
    case 4:
      return random() < 0.5;
    case 5:
      return null;
    case 6:
      return bytes([0, 1, 15, 16, 17, 31, 32, 33, 64][below(random, 9)] ?? 0);
    case 7:
      return ['by', 'founding', '__proto__', 'constructor', ''][below(random, 5)];
    case 8:
      return Array.from({ length: below(random, 4) }, () => randomValue(random, depth - 1));
    default: {
      const names = ['space', 'account', 'entries', 'admission', 'by', 'limit', '__proto__', 'toString', 'x'];
      const map = new Map<string, unknown>();
      for (let i = below(random, 5); i > 0; i--) {
        map.set(names[below(random, names.length)] ?? 'x', randomValue(random, depth - 1));
      }
      return map;
    }
  }
}

/** Heads that promise far more than follows, break the rules of the encoding, or nest without end. */
const NASTY: readonly (readonly number[])[] = [
  [0x5b, 0, 0, 0, 255, 255, 255, 255, 255],
  [0x9b, 0, 0, 0, 255, 255, 255, 255, 255],
  [0xbb, 255, 255, 255, 255, 255, 255, 255, 255],
  [0x5f, 0x41, 0, 0xff],
  [0x9f, 0xff],
  [0xbf, 0xff],
  [0xc2, 0x41, 1],
  [0xd9, 0xd9, 0xf7],
  [0xf7],
  [0xf9, 0x7e, 0],
  [0xfb, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0],
  [0x18, 1],
  [0x1c],
  [0xff],
  [0xa2, 0x61, 0x61, 1, 0x61, 0x61, 2],
  [0x63, 0xff, 0xfe, 0xfd],
];

const NOTHING: readonly number[] = [];
const nasty = (random: Random): readonly number[] => NASTY[below(random, NASTY.length)] ?? NOTHING;

/** A body with `put` instead of what stands between two places. */
function spliced(body: Uint8Array, from: number, to: number, put: readonly number[]): Uint8Array {
  const rest = body.subarray(to);
  const made = new Uint8Array(from + put.length + rest.length);
  made.set(body.subarray(0, from));
  made.set(put, from);
  made.set(rest, from + put.length);
  return made;
}

/** Bytes that are probably no valid body: a valid one bent, cut, stretched or spliced; other CBOR; noise. */
export function malformedBody(random: Random, valid: Uint8Array): Uint8Array {
  switch (below(random, 8)) {
    case 0:
      return valid.slice(0, below(random, valid.length));
    case 1:
      return encodeBody(randomValue(random, 3));
    case 2: {
      const noise = new Uint8Array(below(random, 60));
      for (let at = 0; at < noise.length; at++) noise[at] = below(random, 256);
      return noise;
    }
    case 3:
      return spliced(valid, valid.length, valid.length, nasty(random));
    case 4: {
      const at = below(random, valid.length);
      return spliced(valid, at, at, nasty(random));
    }
    case 5: {
      const at = below(random, valid.length);
      return spliced(valid, at, at + 1 + below(random, 4), NOTHING);
    }
    case 6:
      return new Uint8Array(1 + below(random, 500)).fill([0x81, 0xa1, 0xd8, 0x9f][below(random, 4)] ?? 0x81);
    default: {
      const bent = valid.slice();
      // Mostly near the front, where the structure is.
      const reach = random() < 0.7 ? Math.min(12, bent.length) : bent.length;
      for (let i = 1 + below(random, 3); i > 0; i--) bent[below(random, reach)] = below(random, 256);
      return bent;
    }
  }
}
