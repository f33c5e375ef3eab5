import { childrenOf, packOf } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { clientOf, useOpenCase } from '../detail/open-case.ts';
import { ActBar } from '../parts/ActBar.tsx';
import { useStartAdvocacy } from './advocacy.ts';
import { useStartContact } from './Contacts.tsx';
import { BEGINNING, deadlinePreset } from '@dayaq/acts/matter/matters';

/** Beginning a matter before an authority, and writing down a talk with one. */
export function PapersActs() {
  const { live, today, me, country, translator, edit } = useOpenCase();
  const pack = packOf(country);
  const client = clientOf(live);
  const startAdvocacy = useStartAdvocacy();
  const startContact = useStartContact();
  const start = (type: string): void => {
    if (type === 'advocacy') {
      startAdvocacy({});
      return;
    }
    const begun: Record<string, Value> = { type, filed: { day: today }, owner: me };
    edit({
      title: codeLabel(translator, 'matter-types', type),
      kind: 'matter',
      record: null,
      purpose: type,
      only: BEGINNING,
      preset: {
        ...begun,
        ...(pack === undefined ? {} : deadlinePreset(begun, pack)),
        forWhom: client === undefined ? [] : [client.id],
      },
    });
  };
  return (
    <ActBar
      first={{
        text: t('matters.start'),
        items: childrenOf('matter-types').map(({ code }) => ({
          text: codeLabel(translator, 'matter-types', code),
          onChoose: () => start(code),
        })),
      }}
      second={{ text: t('matters.act.contact'), icon: 'edit', onChoose: () => startContact({}) }}
    />
  );
}
