import type { ListedRecord } from '@dayaq/vault/client';
import { type Surroundings, valueText } from '../../../fields/index.ts';
import { t } from '../../../locale/index.ts';
import { Tag } from '../../../look/Tag.tsx';
import { linesOf } from '../../reference-lines.ts';
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
  const left = placesLeft(address);
  const until = words('until');
  const checked = words('checked');
  const used = linesOf(address.fields.usedBy);
  const { willing } = address.fields;
  return (
    <>
      <p class="side-title">
        <span>{addressTitle(address, around)}</span>
        {words('willing') !== '' && (
          <Tag
            {...(willing === 'yes' ? { tone: 'o' as const } : willing === 'no' ? { tone: 'd' as const } : {})}
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
          left === null ? '' : t('papers.addresses.free', { count: left }),
          words('cost'),
          words('limits'),
          until === '' ? '' : t('papers.addresses.until', { day: until }),
          checked === '' ? t('papers.addresses.notChecked') : t('papers.addresses.checked', { day: checked }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {used.length > 0 && (
        <p class="small muted">{t('papers.addresses.usedBy', { cases: used.join(', ') })}</p>
      )}
      {words('note') !== '' && <p class="small value-long">{words('note')}</p>}
    </>
  );
}
