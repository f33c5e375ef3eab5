import type { Remark } from '@dayaq/domain/hsds';
import type { Translator } from '@dayaq/locale';

/** One line of the report: where, which column, and what about it. */
export function remarkText({ t }: Translator, { where, what, code }: Remark): string {
  const place = [where, what].filter((part) => part !== '').join(' · ');
  const words = t(`services.exchange.remark.${code}`);
  return place === '' ? words : `${place}: ${words}`;
}
