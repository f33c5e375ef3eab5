import type { Id, ListedRecord } from '@dayaq/vault/client';
import { type Surroundings, valueText } from '../../../fields/index.ts';
import { t } from '../../../locale/index.ts';
import { Tag } from '../../../look/Tag.tsx';
import { useQuery } from '../../../vault/session.ts';
import { caseName } from '../../case-name.ts';
import { placesLeft } from './register.ts';

/** What an address is called in a line. */
export function addressTitle(address: ListedRecord, around: Surroundings): string {
  const words = (field: string) =>
    valueText({ ...around, kind: 'address', field, value: address.fields[field], values: address.fields });
  return words('address') || [words('area'), words('holder')].filter(Boolean).join(', ');
}

/** A possible address: where, whose, how willing, for whom not, how many places are left, and how sure all that is. */
export function AddressLines({ address, around }: { address: ListedRecord; around: Surroundings }) {
  const words = (field: string): string =>
    valueText({ ...around, kind: 'address', field, value: address.fields[field], values: address.fields });
  const users = useUsers(address);
  const left = placesLeft(address, users);
  const until = words('until');
  const checked = words('checked');
  const { willing, places } = address.fields;
  return (
    <>
      <p class="side-title">
        <span>{addressTitle(address, around)}</span>
        {words('willing') !== '' && (
          <Tag
            {...(willing === 'yes' ? { tone: 'o' as const } : willing === 'no' ? { tone: 'w' as const } : {})}
          >
            {words('willing')}
          </Tag>
        )}
      </p>
      <p class="small">
        {[words('area'), words('holder'), words('holderContact')].filter(Boolean).join(' · ')}
      </p>
      <p class="small muted">
        {[
          left === null || left < 0 ? '' : t('papers.addresses.free', { count: left }),
          words('cost'),
          words('limits'),
          until === '' ? '' : t('papers.addresses.until', { day: until }),
          checked === '' ? t('papers.addresses.notChecked') : t('papers.addresses.checked', { day: checked }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {left !== null && left < 0 && typeof places === 'number' && (
        <p>
          <Tag tone="w" icon="warning">
            {t('papers.addresses.over', { used: places - left, places })}
          </Tag>
        </p>
      )}
      {users.cases.length > 0 && (
        <p class="small muted">
          {t('papers.addresses.usedBy', { cases: users.cases.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {words('note') !== '' && <p class="small value-long">{words('note')}</p>}
    </>
  );
}

/** Cases whose people are registered at one address that are named. */
const MOST = 200;

/** Which cases use an address, as far as this person may see them, and what that means for its places. */
function useUsers(address: ListedRecord): {
  cases: { id: Id; name: string }[];
  unnamed: number;
  gone: number;
} {
  const { data } = useQuery(
    (vault) => vault.linked({ id: address.record, limit: MOST }),
    [address],
    ['case', 'document-need'],
  );
  const named = (data?.to ?? []).filter(({ record }) => record === address.record).map(({ end }) => end);
  const known = new Set(named.map(({ id }) => id));
  // A case that only some may open is not named in the register, but whoever may open it knows.
  const unnamed = new Map(
    (data?.from ?? [])
      .filter(({ end }) => end.kind === 'document-need' && end.restricted && !known.has(end.dossier))
      .map(({ end }) => [end.dossier, end]),
  );
  return {
    cases: [...named, ...unnamed.values()].map(({ dossier, mention }) => ({
      id: dossier,
      name: caseName(mention),
    })),
    unnamed: unnamed.size,
    gone: data?.gone.length ?? 0,
  };
}
