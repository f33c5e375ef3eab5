import { LIMITS, type Reply } from '@dayaq/protocol';
import { idBytes, idText, type LogId } from '@dayaq/sealing';
import type { CallOutcome } from '../adapters.ts';
import type { Failure } from '../client.ts';
import { failed, success } from '../failure.ts';
import { Chain } from '../history/chain.ts';
import { beginLife, lastRestored, noteKnown, noteRestored } from '../history/lives.ts';
import { disputeCount, noteDispute } from '../history/disputes.ts';
import { judgeFormer, judgeFormerLater } from '../history/former-words.ts';
import { forgetVouched, holdsVouched, type Vouched, vouchedOf } from '../history/vouched.ts';
import type { Ring } from '../space/ring.ts';
import type { Unlocked } from '../unlocked.ts';
import { askPage } from './ask-page.ts';
import { isSealed } from './echo.ts';
import { keepPage } from './keep-page.ts';
import { beginHeaders, type Lie, openPage, type OpenedPage } from './open-page.ts';
import { readAgain } from './read-again.ts';
import { reteach } from './reteach.ts';
import { signAnew } from './sign-anew.ts';
import { settleAsked } from './what-stood.ts';

type Pulled = { ok: true; value: { items: number } } | { ok: false; failure: Failure };
type Page = Reply<'entries/pull'>;

/** Lives of a log that one pull goes through at most, being taught and being read: each reading is from the start. */
const MOST_LIVES = 6;

/**
 * Fetches the space's log from where this device stands, page by page. While one page is opened, the next one is on its
 * way and the one before is kept, so that network, key work and database wait for each other as little as possible.
 * Pages are kept in their order, each whole: an interruption goes on from the last that was.
 */
export function pullSpace(
  unlocked: Unlocked,
  ring: Ring,
  progress: (done: number, total: number) => void,
): Promise<Pulled> {
  return ring.reading.run(async () => {
    try {
      return await pullLives(unlocked, ring, progress);
    } finally {
      // However it ended: what came is shown.
      await unlocked.due.now(unlocked);
    }
  });
}

async function pullLives(
  unlocked: Unlocked,
  ring: Ring,
  progress: (done: number, total: number) => void,
): Promise<Pulled> {
  for (let life = 0; life < MOST_LIVES; life++) {
    const before = disputeCount(unlocked, ring.space);
    const pulled = await pullFrom(unlocked, ring, progress);
    if (!unlocked.alive) return success({ items: 0 });
    if (pulled === 'restored') continue;
    const doubtful = pulled.ok ? disputeCount(unlocked, ring.space) > before : isOfAnotherLog(pulled.failure);
    if (!doubtful || !(await readAgain(unlocked, ring))) return pulled;
  }
  return failed('server-lies', 'history');
}

/** What came does not fit the log that was read here, items or acts: perhaps this device was lied to before. */
const isOfAnotherLog = ({ code, detail }: Failure): boolean =>
  code === 'server-lies' && (detail === 'history' || detail === 'charter');

async function pullFrom(
  unlocked: Unlocked,
  ring: Ring,
  progress: (done: number, total: number) => void,
): Promise<Pulled | 'restored'> {
  const ask = (after: number) => askPage(unlocked, ring.space, after);
  let items = 0;
  let isUnsettled = false;
  let { position: after, seq } = standing(unlocked, ring);
  /** The charter was seen to stand here before: an honest log comes to it. */
  const known = ring.state.seq;
  let chain: Chain | null = null;
  /** Opened, its signatures being checked, not kept yet. */
  let before: OpenedPage | null = null;
  let asked = ask(after).then((page) => beginHeaders(ring, page, seq));
  const end = async (outcome: Pulled): Promise<Pulled> => {
    if (before !== null && chain !== null) await keepPage(unlocked, ring, chain, before);
    return outcome;
  };
  for (;;) {
    const {
      page,
      headers,
    }: { page: CallOutcome<'entries/pull'>; headers: Parameters<typeof openPage>[3]['headers'] } =
      await asked;
    if (!unlocked.alive) return success({ items });
    if (!page.ok) return end(page);
    if (chain === null) {
      const begun = await begin(unlocked, ring, page.value, after);
      if (begun === 'restored') return begun;
      if (!(begun instanceof Chain)) return typeof begun === 'string' ? lies(begun) : begun;
      chain = begun;
    } else if (idText<LogId>(page.value.log) !== chain.life.log) return end(success({ items }));
    const { more } = page.value;
    isUnsettled = page.value.unsettled;
    // Where to go on is read off what came, not off what the server says: it counts every position.
    const position = page.value.items.at(-1)?.p ?? after;
    if (more && position === after) return end(lies('history'));
    // Where this page changes who may write, the next one's headers have to wait for that.
    const steady = page.value.items.every((item) => item.t !== 'charter');
    const at = seq;
    if (more) asked = ask(position).then((next) => beginHeaders(ring, next, steady ? at : null));
    const opened: OpenedPage | Lie = await openPage(unlocked, ring, chain, {
      items: page.value.items,
      headers,
      after,
      position,
      seq,
    });
    if (typeof opened === 'string') return unlocked.alive ? end(lies(opened)) : success({ items });
    if (before !== null) await keepPage(unlocked, ring, chain, before);
    before = opened;
    ({ position: after, seq } = opened);
    items += page.value.items.length;
    if (!more) break;
    progress(items, position + LIMITS.itemsPerPull);
  }
  await keepPage(unlocked, ring, chain, before);
  if (!unlocked.alive) return success({ items });
  // An act that was seen to be there, or that the server took from this device, and that its log does not show.
  if (seq < known) return lies('charter');
  await signAnew(unlocked, ring, chain);
  resendLost(unlocked, ring);
  await judgeFormer(unlocked, ring, chain);
  if (!unlocked.alive) return success({ items });
  await settleAsked(unlocked, ring);
  if (!(await isWhole(unlocked, ring, chain))) return failed('server-lies', 'stale');
  if (isUnsettled) await settleTeam(unlocked, ring);
  return success({ items });
}

/**
 * The log, which had another life, is read to its end, and its charter has all that is known here: whoever waits for one who
 * holds the keys goes on. Where that fails, the next pull says it.
 */
async function settleTeam({ alive, server }: Unlocked, ring: Ring): Promise<void> {
  if (!alive || ring.me?.keyholder !== true) return;
  await server.call('charter/settle', { space: idBytes(ring.space), head: ring.state.head });
}

/**
 * Whether the server's log is still the one that was read here: its life, and the item at which the reading goes on. A log
 * with another life that follows from this one was put back by its operator: it is taught what it lost and read anew. What
 * its charter lost stands right behind where the two part, and nowhere else (`taught`).
 */
async function begin(
  unlocked: Unlocked,
  ring: Ring,
  page: Page,
  after: number,
): Promise<Chain | Lie | 'restored' | { ok: false; failure: Failure }> {
  const { engine } = unlocked;
  const log = idText<LogId>(page.log);
  const former = page.former.map(({ log: id, until }) => ({ log: idText<LogId>(id), until }));
  const chain = await Chain.open(engine, ring.space);
  if (chain === null) {
    engine.transaction(() => beginLife(engine, ring.space, log, former));
    return (await Chain.open(engine, ring.space)) ?? 'history';
  }
  if (chain.life.log === log) {
    const { position } = chain.head;
    if (position === 0) return chain;
    const same = position === after && page.at !== null && (await chain.holds(after, page.at));
    return same ? chain : 'history';
  }
  const until = chain.sameUntil(former);
  if (until === null || chain.lives.some((each) => each.log === log)) return 'history';
  const retaught = await reteach(unlocked, ring);
  if (!retaught.ok) return retaught;
  if (retaught.value === 'taught') return 'restored';
  engine.transaction(() => {
    beginLife(engine, ring.space, log, former, { log: chain.life.log, until });
    noteRestored(engine, ring.space, unlocked.around.now());
    noteKnown(engine, ring.space, chain.life.log);
  });
  return 'restored';
}

/** What no honest server shows: said while it lasts. */
function lies(lie: Lie): Pulled {
  return failed('server-lies', lie);
}

/** How far the log is kept here, and the charter's last act up to there: -1 before the first. */
function standing(unlocked: Unlocked, ring: Ring): { position: number; seq: number } {
  const row = unlocked.engine.get<{ position: number; seq: number }>(
    'select position, seq from space where id = ?',
    ring.space,
  );
  return row ?? { position: 0, seq: -1 };
}

/**
 * What the server acknowledged must come back in its log. What did not, although the log has gone past it, was dropped: it
 * waits to be sent again.
 */
function resendLost(unlocked: Unlocked, ring: Ring): void {
  const { engine } = unlocked;
  const upTo = standing(unlocked, ring).position;
  const lost = engine.transaction(() => {
    const rows = engine.run(
      `update entry set position = null where space = ? and echoed = 0 and position <= ? and not ${isSealed('entry')}`,
      ring.space,
      upTo,
    );
    if (rows > 0) judgeFormerLater(engine, ring.space);
    return rows;
  });
  if (lost === 0) return;
  // What a restore lost is said as that, and accuses nobody.
  if (lastRestored(engine, ring.space) === null) unlocked.refused += lost;
  unlocked.forgotten += lost;
  unlocked.changed('many', []);
}

/**
 * Whether the log, read to its end, holds what those had seen who let this account in. One that is too short keeps
 * something back: nothing is sent until it comes, or until somebody else has vouched for less.
 */
async function isWhole(unlocked: Unlocked, ring: Ring, chain: Chain): Promise<boolean> {
  const short: Vouched[] = [];
  let held = ring.isVouched;
  for (const vouched of vouchedOf(unlocked.engine, ring.space)) {
    const verdict = holdsVouched(chain, vouched);
    if (verdict === 'short') {
      short.push(vouched);
      continue;
    }
    held = true;
    if (verdict === 'contradicts') {
      noteDispute(unlocked, {
        space: ring.space,
        id: `key/${vouched.giver}`,
        what: 'key',
        author: vouched.giver,
        claim: vouched.place,
        own: chain.place,
        bytes: new Uint8Array(),
      });
    }
    forgetVouched(unlocked.engine, ring.space, vouched.giver);
  }
  ring.isVouched = held;
  for (const { giver, epoch } of short) {
    // Perhaps it is not the server that says what is not so: somebody else is asked, and if the log holds their word, on it goes.
    const isMember = ring.state.members.get(giver)?.removedSeq === null;
    if (held || !isMember) forgetVouched(unlocked.engine, ring.space, giver);
    await unlocked.server.call('epochs/refuse', { space: idBytes(ring.space), epoch, by: idBytes(giver) });
  }
  const waits = !held && vouchedOf(unlocked.engine, ring.space).length > 0;
  if (waits) await ring.fetchVouches(unlocked.engine, unlocked.server);
  return !waits;
}
