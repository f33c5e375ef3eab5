import { isLanguage, type Language, LANGUAGES } from '@dayaq/locale';
import { status, useQuery } from '../vault/session.ts';

/** The languages of the public page; all of ours where it has not been made; null while it is asked. */
export function useDoorLanguages(): readonly Language[] | null {
  const { data: door } = useQuery((vault) => vault.door(), [status.value], []);
  if (door === undefined) return null;
  return door?.open?.notice?.languages.filter(isLanguage) ?? LANGUAGES;
}
