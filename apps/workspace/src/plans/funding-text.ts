import type { fundingSums } from '@dayaq/domain';
import { formatMoney, type Translator } from '@dayaq/locale';

/** "AZN 1,200.00 · USD 50.00 · one without an amount": each currency for itself. */
export function sumsText(
  { language, t }: Translator,
  { sums, without }: Omit<ReturnType<typeof fundingSums>[number], 'state'>,
): string {
  return [
    ...sums.map(({ minor, currency }) => formatMoney(language, minor, currency)),
    ...(without === 0 ? [] : [t('plans.funding.without', { count: without })]),
  ].join(' · ');
}
