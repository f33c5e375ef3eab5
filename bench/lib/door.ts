import { memoryKeep, openNodeVault } from '@dayaq/vault/node';
import type { LocalVault } from '../../packages/vault/src/vault.ts';
import { PASSPHRASE } from './circle.ts';

export interface BenchDoor {
  /** Who opened it; both read what comes. */
  readonly founder: LocalVault;
  readonly second: LocalVault;
  /** Of the form, from the server's root. */
  readonly tell: string;
}

function must<T>(outcome: { ok: true; value: T } | { ok: false; failure: { code: string } }): T {
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value;
}

/** Founds an organisation of two with an open public page. */
export async function openBenchDoor(url: string, token: string): Promise<BenchDoor> {
  const founder = await openNodeVault(url, { keep: memoryKeep() });
  must(
    await founder.begin({
      token,
      passphrase: PASSPHRASE,
      organisation: 'Ağ Şanı',
      name: 'Leyla Ağayeva',
      country: 'az',
      language: 'az',
    }),
  );
  const { link } = must(await founder.invite({ role: 'coordinator', keyholder: false, days: 1 }));
  const second = await openNodeVault(url, { keep: memoryKeep() });
  must(await second.join({ link, passphrase: PASSPHRASE, name: 'Tural' }));
  for (const vault of [founder, second, founder, second]) await vault.syncNow();
  const readers = await Promise.all(
    [founder, second].map(async (vault, i) => ({
      account: (await vault.status()).account ?? '',
      name: `Reader ${i + 1}`,
    })),
  );
  must(
    await founder.proposeDoor({
      notice: {
        name: 'Ağ Şanı',
        languages: ['az', 'ru', 'en', 'tg'],
        about: { az: 'Biz kömək edirik.', ru: 'Мы помогаем.', en: 'We help.', tg: 'Мо ёрӣ медиҳем.' },
        phone: '+994 12 555 01 23',
        hours: { az: '9–18', ru: '9–18', en: '9–18', tg: '9–18' },
        dangerPhone: '102',
        answerDays: 3,
      },
      readers,
    }),
  );
  await second.syncNow();
  const door = await second.door();
  must(await second.openDoor(door?.proposed?.seq ?? -1));
  await founder.syncNow();
  const { pathname } = new URL(door?.address ?? '');
  return { founder, second, tell: `${pathname}az/tell` };
}
