import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOG_FIELDS } from './http/log.ts';
import { call, must } from './testing/client.ts';
import { entries, found, join, openDossier } from './testing/space.ts';
import { startWorld, type World } from './testing/world.ts';

/**
 * Everything that the server keeps in the clear, and why. A column that is not here must not exist; adding one is a
 * decision about the people whose data this is.
 */
const ALLOWED: Record<string, readonly string[]> = {
  // Random ids, a public key, and ciphertext.
  accounts: ['account_id bytea', 'verifier bytea', 'sealed_root bytea'],
  // Hashes, so that the database signs nobody in; the day on which they end.
  sessions: ['token_hash bytea', 'account_id bytea', 'expires_day integer'],
  used_challenges: ['challenge_hash bytea', 'expires_day integer'],
  founding_tokens: ['token_hash bytea', 'first_run boolean', 'expires_day integer', 'space_id bytea'],
  // What follows from the charter, which is signed and public to the members and to this server.
  spaces: [
    'space_id bytea',
    'position bigint',
    'charter_seq integer',
    'charter_head bytea',
    'epoch integer',
    'rotation_owed boolean',
    // Which life of the log this is (random), and a hash over ids and signed bytes that the members reckon too.
    'log_id bytea',
    'chain_position bigint',
    'chain_hash bytea',
    // In which life one who holds the keys said that it lacks nothing; not who, nor when.
    'settled_log bytea',
  ],
  // That this server was put back, and to where in the log; not when.
  former_logs: ['space_id bytea', 'number integer', 'log_id bytea', 'until bigint'],
  members: ['space_id bytea', 'account_id bytea', 'role text', 'keyholder boolean', 'removed boolean'],
  // Which member handed a sealed key to which, that it did not open, and how often.
  wraps: [
    'space_id bytea',
    'epoch integer',
    'account_id bytea',
    'wrap bytea',
    'given_by bytea',
    'refused boolean',
    'refusals integer',
  ],
  // Ids, order, and sealed or signed bytes. `number` is a charter act's seq or a generation.
  log: [
    'space_id bytea',
    'position bigint',
    'kind smallint',
    'dossier_id bytea',
    'number integer',
    'entry_id bytea',
    'body bytea',
  ],
  dossiers: [
    'space_id bytea',
    'dossier_id bytea',
    'generation integer',
    'epoch integer',
    'restricted boolean',
  ],
  readers: ['space_id bytea', 'dossier_id bytea', 'account_id bytea'],
  // That a dossier was destroyed; its number says nothing. By whose wish and on which day, as the team is told of it even where
  // whoever asked said nothing to them.
  erased: ['space_id bytea', 'dossier_id bytea', 'account_id bytea', 'asked_day integer'],
  // The same of one file of a dossier that stands.
  erased_blobs: [
    'space_id bytea',
    'blob_id bytea',
    'dossier_id bytea',
    'account_id bytea',
    'asked_day integer',
  ],
  blobs: ['space_id bytea', 'blob_id bytea', 'dossier_id bytea', 'chunks integer'],
  blob_chunks: ['space_id bytea', 'blob_id bytea', 'chunk integer', 'sha256 bytea'],
  // Which space shares which dossier with which other one, and whom a dossier must not be opened to: both stand in signed
  // headers. How many entries the other one added, because there is a limit.
  shares: [
    'space_id bytea',
    'dossier_id bytea',
    'peer_id bytea',
    'peer_epoch integer',
    'generation integer',
    'ended_at bigint',
    'entries integer',
    'late integer',
  ],
  barred: ['space_id bytea', 'dossier_id bytea', 'account_id bytea'],
  // Which keyholder opened it: it ends with them.
  introductions: [
    'space_id bytea',
    'introduction_id bytea',
    'expires_day integer',
    'sealed bytea',
    'opened_by bytea',
  ],
  // What strangers sealed: ids that they drew, the order in which it came whole, the day. Nothing of who sent it.
  letters: [
    'space_id bytea',
    'letter_id bytea',
    'number bigint',
    'epoch integer',
    'pieces integer',
    'day integer',
  ],
  letter_pieces: ['space_id bytea', 'letter_id bytea', 'piece integer', 'sealed bytea'],
  // Codes that admit one answer each, by their hash, for what blinded words each was changed, and what signs those: nothing that
  // ties any of it to an answer, nor to who was given a code, and no day.
  code_keys: ['space_id bytea', 'key bytea', 'private bytea'],
  survey_codes: ['space_id bytea', 'key bytea', 'code bytea', 'blinded bytea'],
  // What is answered to them, by mailboxes that nothing ties to a letter here; the key that checks who fetches.
  replies: [
    'address bytea',
    'reply_id bytea',
    'space_id bytea',
    'verifier bytea',
    'number bigint',
    'sealed bytea',
    'day integer',
  ],
  // Devices that want to be woken: an address at the browser's maker, keys that the browser made for it, a day.
  push_subscriptions: [
    'account_id bytea',
    'endpoint_hash bytea',
    'endpoint text',
    'p256dh bytea',
    'auth bytea',
    'added_day integer',
  ],
  // Those that are being woken right now, with the minute of the next try; gone when it went well.
  pushes: ['account_id bytea', 'endpoint_hash bytea', 'tries integer', 'next_minute integer'],
  // What is asked of anybody at the public page is no secret; what is answered is sealed.
  // And who published it: nobody takes the room of others.
  // A sound in which a question is heard: sealed until its survey is published, and which member brought it.
  survey_sounds: ['space_id bytea', 'hash bytea', 'sound bytea', 'day integer', 'given_by bytea'],
  surveys: ['space_id bytea', 'hash bytea', 'survey bytea', 'day integer', 'given_by bytea'],
  // That a member's device wants somebody to be woken at a quarter hour, and how long the log was then; gone when it is done.
  timers: [
    'space_id bytea',
    'timer_id bytea',
    'due_quarter integer',
    'account_ids bytea',
    'setter_id bytea',
    'position bigint',
  ],
  // That it was done, for two days: a hash over a number that is gone, and whom it was for.
  woken: ['space_id bytea', 'mark bytea', 'due_quarter integer'],
  // The server's own.
  settings: ['name text', 'value bytea'],
  schema_version: ['version integer'],
};

let world: World;
const lines: string[] = [];
const ADDRESS = '203.0.113.77';
const AGENT = 'Canary-Browser/99';

beforeAll(async () => {
  world = await startWorld({ log: { write: (line) => lines.push(line), every: true }, behindProxy: true });
});
afterAll(() => world.stop());

describe('the database', () => {
  test('has exactly the columns that are allowed', async () => {
    const { rows } = await world.server.data.db.pool.query<{ table_name: string; column: string }>(
      `select table_name, column_name || ' ' || data_type as column from information_schema.columns
        where table_schema = 'public' order by table_name, ordinal_position`,
    );
    const found: Record<string, string[]> = {};
    for (const row of rows) (found[row.table_name] ??= []).push(row.column);
    expect(found).toEqual(ALLOWED);
  });

  test('holds no time finer than a day', async () => {
    const space = await world.newSpace();
    await join(space);
    const { rows } = await world.server.data.db.pool.query<{ day: number }>(
      'select expires_day as day from sessions union select expires_day from used_challenges union select expires_day from founding_tokens',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { day } of rows) expect(Math.abs(day - Date.now() / 86_400_000)).toBeLessThan(40);
  });

  test('logs no statements, values, hosts or users', async () => {
    const shown = async (name: string) =>
      (await world.server.data.db.pool.query<Record<string, string>>(`show ${name}`)).rows[0]?.[name];
    expect(await shown('log_statement')).toBe('none');
    expect(await shown('log_min_error_statement')).toBe('panic');
    expect(await shown('log_min_messages')).toBe('fatal');
    expect(await shown('log_connections')).toBe('');
    expect(await shown('log_min_duration_statement')).toBe('-1');
    expect(await shown('track_activities')).toBe('off');
    expect(await shown('fsync')).toBe('on');
    expect(await shown('synchronous_commit')).toBe('on');
    expect(await shown('listen_addresses')).toBe('');
  });
});

describe('the log', () => {
  test('says of a request only route, status, rough duration and error code', async () => {
    const token = await world.foundingToken();
    const space = await found(world.url, token);
    const dossier = await openDossier(space, space.founder);
    await must(space.founder.client, 'entries/append', {
      space: space.id,
      generations: [],
      entries: entries(dossier, 2),
    });
    await call(space.founder.client, 'entries/pull', { space: new Uint8Array(32), after: 0, limit: 5 });
    await fetch(`${world.url}/api/entries/pull?who=${ADDRESS}`, {
      method: 'POST',
      headers: { 'user-agent': AGENT, 'x-forwarded-for': ADDRESS, 'content-type': 'application/cbor' },
      body: Buffer.from(token),
    });
    await world.server.data.db.pool.query('alter table accounts rename to accounts_away');
    await call(space.founder.client, 'accounts/keys', {});
    await world.server.data.db.pool.query('alter table accounts_away rename to accounts');

    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(parsed.length).toBeGreaterThan(5);
    const fields = new Set(parsed.flatMap((line) => Object.keys(line)));
    expect([...fields].filter((field) => !LOG_FIELDS.some((allowed) => allowed === field))).toEqual([]);
    for (const line of parsed) {
      expect(line['time']).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(['<10', '<100', '<1000', 'slow']).toContain(line['duration']);
    }
    expect(parsed.at(-1)).toMatchObject({ route: 'accounts/keys', status: 500, error: '42P01' });

    const text = lines.join('');
    const secrets = [ADDRESS, AGENT, '127.0.0.1', 'who='];
    for (const bytes of [
      space.id,
      space.founder.id,
      dossier.id,
      token,
      space.founder.client.token ?? token,
    ]) {
      const buffer = Buffer.from(bytes);
      secrets.push(buffer.toString('hex'), buffer.toString('base64url'));
    }
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  test('is silent about what went well, unless asked', async () => {
    const heard: string[] = [];
    const calm = await startWorld({ log: { write: (line) => heard.push(line), every: false } });
    await calm.newSpace();
    await call({ url: calm.url, token: null }, 'spaces/list', {});
    await calm.stop();
    expect(heard).toEqual([]);
  });
});
