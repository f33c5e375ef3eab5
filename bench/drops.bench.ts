/**
 * How many letters of people without an account the server takes a second, durable, nothing lost and nothing doubled, against
 * PostgreSQL alone taking the same bytes by as many clients as ODK Central writes a submission: each in a transaction of its own, of
 * three rows (submission, its version, its audit).
 */
import { fromBase64url } from '@dayaq/sealing';
import { openBenchDoor } from './lib/door.ts';
import { conclude, median, say, timed } from './lib/figure.ts';
import { sendAll, lettersTo, type SentLetter } from './lib/letters.ts';
import { startBenchServer } from './lib/server.ts';

const CLIENTS = [1, 64, 8] as const;
const LETTERS = 2000;
const ROUNDS = 3;
const BAR = 400;
const BAR_RATIO = 2;

type PgClient = {
  connect(): Promise<void>;
  query(query: string, values: unknown[]): Promise<{ rows: { letter_id: Uint8Array; pieces: string }[] }>;
  end(): Promise<void>;
};

async function connect(database: unknown): Promise<PgClient> {
  const { createRequire } = await import('node:module');
  const { Client } = createRequire(new URL('../apps/server/package.json', import.meta.url))('pg') as {
    Client: new (config: unknown) => PgClient;
  };
  const client = new Client(database);
  await client.connect();
  return client;
}

/** Letters a second that PostgreSQL alone takes, each in a transaction of three rows. */
async function plainRate(
  database: unknown,
  letters: readonly SentLetter[],
  clients: number,
): Promise<number> {
  const open = await Promise.all(Array.from({ length: clients }, () => connect(database)));
  await open[0]?.query(
    `create table if not exists plain_submission(id bytea primary key, at timestamptz default now());
     create table if not exists plain_version(id bytea primary key references plain_submission, body bytea);
     create table if not exists plain_audit(id bytea primary key references plain_submission, action text);`,
    [],
  );
  let next = 0;
  const { ms } = await timed(() =>
    Promise.all(
      open.map(async (client) => {
        for (let one = letters[next++]; one !== undefined; one = letters[next++]) {
          await client.query('begin', []);
          await client.query('insert into plain_submission(id) values($1)', [one.letter]);
          await client.query('insert into plain_version values($1, $2)', [one.letter, one.body]);
          await client.query("insert into plain_audit values($1, 'submission.create')", [one.letter]);
          await client.query('commit', []);
        }
      }),
    ),
  );
  await Promise.all(open.map((client) => client.end()));
  return (letters.length / ms) * 1000;
}

/** What stands in the database, each letter by its number and how many pieces of it there are. */
async function standing(database: unknown, space: Uint8Array): Promise<Map<string, number>> {
  const client = await connect(database);
  const { rows } = await client.query(
    `select letter_id, count(*) as pieces from letters join letter_pieces using (space_id, letter_id)
     where space_id = $1 and number is not null group by letter_id`,
    [space],
  );
  await client.end();
  return new Map(
    rows.map(({ letter_id, pieces }) => [Buffer.from(letter_id).toString('hex'), Number(pieces)]),
  );
}

const server = await startBenchServer();
try {
  const { founder } = await openBenchDoor(server.url, server.tokens[0] ?? '');
  const id = fromBase64url((await founder.status()).spaces[0]?.id ?? '');
  if (!id.ok) throw new Error('no space');
  await founder.lock();
  const space = id.value;
  const sent: SentLetter[] = [];
  let atEight = 0;
  const plain: number[] = [];
  for (const clients of CLIENTS) {
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const letters = lettersTo(space, clients === 1 ? LETTERS / 4 : LETTERS / 2);
      const { ms, value } = await timed(() => sendAll(server.url, letters, clients));
      if (value.length !== letters.length) throw new Error(`${letters.length - value.length} were not taken`);
      rates.push((letters.length / ms) * 1000);
      sent.push(...letters);
      if (clients === 8) plain.push(await plainRate(server.database, lettersTo(space, LETTERS / 2), clients));
    }
    const rate = median(rates);
    say(`${clients} clients: ${Math.round(rate)} letters a second`);
    if (clients === 8) atEight = rate;
  }
  await sendAll(server.url, sent.slice(0, 200), 8);
  const stand = await standing(server.database, space);
  const lost = sent.filter(({ letter }) => stand.get(Buffer.from(letter).toString('hex')) !== 1).length;
  say(`${sent.length} were taken, 200 of them twice: ${stand.size} stand, ${lost} are lost or doubled`);
  const ratio = atEight / median(plain);
  conclude({
    name: 'drops',
    value: atEight,
    unit: 'letters/s',
    against: { ratio, baseline: 'one transaction of three rows each, through pg' },
    bar: `≥ ${BAR}/s and ≥ ${BAR_RATIO}, nothing lost or doubled`,
    held: atEight >= BAR && ratio >= BAR_RATIO && lost === 0 && stand.size === sent.length,
  });
} finally {
  await server.stop();
}
process.exit();
