/**
 * A new device fetches an organisation of 5 000 cases over 2G, every third answer lost, until its list is whole and can be used;
 * against the time that the bytes of an undisturbed fetch would take by themselves at that rate.
 */
import { memoryKeep, openNodeVault } from '@dayaq/vault/node';
import { foundCircle, PASSPHRASE } from './lib/circle.ts';
import { conclude, say, timed } from './lib/figure.ts';
import { bytesTime, narrowTransport, type Network } from './lib/narrow-network.ts';
import { fillSpace } from './lib/seed.ts';
import { startBenchServer } from './lib/server.ts';

const CASES = Number(process.env['FETCH_CASES'] ?? 5_000);
const ACTS = Number(process.env['FETCH_ACTS'] ?? 2);
const MEMBERS = 4;
const RATE = 250_000 * Number(process.env['FETCH_SPEED'] ?? 1);
const LATENCY = 300;
const BAR = 1.5;
const everything = { text: '', filters: {}, sort: 'updated', descending: true, offset: 0, limit: 1 } as const;

const server = await startBenchServer();

/** How long until everything is here, and what travelled. */
async function fetchAll(kit: string, network: Network): Promise<{ ms: number; bytes: number; lost: number }> {
  const idle = { rate: 0, latency: 0, losesEvery: 0 };
  const state: Network = { ...idle };
  const transport = narrowTransport(server.url, state);
  const vault = await openNodeVault(server.url, { keep: memoryKeep(), transport });
  const restored = await vault.restore({ kit, passphrase: PASSPHRASE });
  if (!restored.ok) throw new Error(restored.failure.code);
  Object.assign(state, network);
  const before = transport.bytes;
  const { ms } = await timed(async () => {
    for (;;) {
      await vault.syncNow();
      const { spaces } = await vault.status();
      const { total } = await vault.cases(everything);
      if (spaces[0]?.fetching === null && total === Math.min(CASES, 10_000)) return;
      // As long as the loop itself would wait before it tries again.
      await new Promise((again) => setTimeout(again, 2_000));
    }
  });
  const { refused } = (await vault.status()).sync;
  if (refused > 0) throw new Error(`${refused} entries did not check out`);
  await vault.lock();
  return { ms, bytes: transport.bytes - before, lost: transport.lost };
}

try {
  say(`sealing ${CASES} cases with ${ACTS} entries each and sending them to a real server…`);
  const circle = await foundCircle(server.url, server.tokens[0] ?? '', MEMBERS);
  await fillSpace(circle, CASES, ACTS);
  const plain = await fetchAll(circle.kit, { rate: 0, latency: 0, losesEvery: 0 });
  const own = bytesTime(plain.bytes, RATE);
  say(
    `undisturbed ${(plain.bytes / 1e6).toFixed(1)} MB, at ${RATE / 1000} kbit/s ${(own / 1000).toFixed(0)} s; the device's own work ${(plain.ms / 1000).toFixed(1)} s`,
  );
  const lossy = await fetchAll(circle.kit, { rate: RATE, latency: LATENCY, losesEvery: 3 });
  say(
    `with every third answer lost ${(lossy.bytes / 1e6).toFixed(1)} MB travelled, ${lossy.lost} answers lost`,
  );
  const ratio = lossy.ms / own;
  conclude({
    name: 'first-fetch',
    value: lossy.ms / 1000,
    unit: `s for ${CASES} cases`,
    against: { ratio, baseline: "the bytes' own time" },
    bar: `≤ ${BAR}`,
    held: ratio <= BAR,
  });
} finally {
  await server.stop();
}
process.exit();
