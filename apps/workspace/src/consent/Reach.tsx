import { groupOf, withoutRuledOut } from '@dayaq/domain';
import type { Translator } from '@dayaq/locale';
import type { Value } from '@dayaq/vault/client';
import { fieldLabel, valueText } from '../fields/index.ts';
import { Tag } from '../look/Tag.tsx';

/** Fields that say little without their name. */
const NAMED: ReadonlySet<string> = new Set(['codeWord', 'mayLeaveMessage']);

/** How somebody may be reached and how never, in a line, wherever one is about to call or write. Nothing where nobody asked. */
export function Reach({
  reach,
  reachInDoubt,
  translator,
}: {
  /** Values of a `person` record by field, as a task carries them. */
  reach: Readonly<Record<string, unknown>>;
  /** Two versions of it stand: who is about to call looks them up first. */
  reachInDoubt: boolean;
  translator: Translator;
}) {
  // What "never" says no to is no way to reach anybody, though it was answered too.
  const values = withoutRuledOut('person', reach) as Record<string, Value>;
  const said = (field: string): string =>
    valueText({
      translator,
      records: [],
      members: [],
      country: '',
      kind: 'person',
      field,
      value: values[field] ?? null,
      values,
    });
  const ways = groupOf('person', 'reach')
    .filter((field) => field !== 'neverContact' && said(field) !== '')
    .map((field) =>
      NAMED.has(field) ? `${fieldLabel(translator, 'person', field)}: ${said(field)}` : said(field),
    );
  const never = said('neverContact');
  return (
    <>
      {never !== '' && <Tag tone="w">{never}</Tag>}
      {reachInDoubt && <Tag tone="w">{translator.t('cases.conflict.mark')}</Tag>}
      {ways.length > 0 && <span>{ways.join(' · ')}</span>}
    </>
  );
}
