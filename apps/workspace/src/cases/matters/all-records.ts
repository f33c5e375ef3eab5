import type { ListedRecord, RecordPage, Vault } from '@dayaq/vault/client';

/** The vault gives no more at once. */
const PAGE = 1000;
/** Most that is gathered for one page of the product: beyond it the page says that there is more. */
const MOST_PAGES = 10;

/** The records of some kinds over all cases, page after page, up to ten thousand. `more`: there are further ones. */
export async function allRecords(
  vault: Pick<Vault, 'records'>,
  kinds: readonly string[],
): Promise<{ records: ListedRecord[]; more: boolean }> {
  const records: ListedRecord[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < MOST_PAGES; turn++) {
    const page: RecordPage = await vault.records({ kinds: [...kinds], after, limit: PAGE });
    records.push(...page.records);
    after = page.next;
    if (after === null) return { records, more: false };
  }
  return { records, more: true };
}
