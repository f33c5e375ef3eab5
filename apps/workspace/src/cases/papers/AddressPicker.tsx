import { textIn } from '@dayaq/acts/record-values';
import type { Change, FieldOp, Id, ListedRecord, RecordView } from '@dayaq/vault/client';
import { recordTitle } from '../../fields/index.ts';
import { linkCase, unlinkCase } from '../../links/link-case.ts';
import { t } from '../../locale/index.ts';
import { useQuery } from '../../vault/session.ts';
import { useOpenCase } from '../detail/open-case.ts';
import { AddressLines } from './addresses/AddressLines.tsx';
import { bySuiting, maySuit } from './addresses/register.ts';

/** The goal that needs an address, and the paper that proves it. */
export const REGISTRATION = 'residence-registration';
const PAPER = 'residence-record';
import { Button } from '../../look/Button.tsx';
/** Enough to choose from on a phone; the whole register has a page of its own. */
const OFFERED = 5;
const READ = 500;

/** Addresses of the register at which this person may be registered; the chosen one is kept with the paper. */
export function AddressPicker({ person, needs }: { person: RecordView; needs: readonly RecordView[] }) {
  const open = useOpenCase();
  const { around, today, mayWrite, vault, root, live, save, dossier } = open;
  const { data } = useQuery(
    (v) => v.records({ kinds: ['address'], after: null, limit: READ }),
    [],
    ['address'],
  );
  const need = needs.find((record) => textIn(record, 'document') === PAPER);
  const chosen = need === undefined ? '' : textIn(need, 'address');
  const name = recordTitle(person, around);
  const addresses = [...(data?.records ?? [])]
    .filter((address) => address.record === chosen || maySuit(address, today))
    .sort((a, b) => Number(b.record === chosen) - Number(a.record === chosen) || bySuiting(a, b))
    .slice(0, OFFERED);

  async function use(address: ListedRecord): Promise<void> {
    const record = need?.id ?? (await vault.newId());
    const fields: Change['fields'] = { address: { set: address.record } };
    if (need === undefined)
      Object.assign(fields, {
        of: { set: person.id },
        document: { set: PAPER },
        goal: { set: REGISTRATION },
        state: { set: 'in-progress' },
      });
    const kept = await save(
      [{ kind: 'document-need', record, fields }],
      t('papers.addresses.used', { name }),
    );
    // Everybody reads the register: a case that only some may open is not named there.
    if (!kept || dossier.restricted) return;
    // The register is another dossier, so it is told in an entry of its own; if that fails, the case still knows.
    const here = { id: root.id, reference: textIn(root, 'reference') };
    const left = (data?.records ?? []).find(({ record: of }) => of === chosen && of !== address.record);
    const told: [ListedRecord, FieldOp][] = [[address, linkCase(here)]];
    if (left !== undefined && !isUsedBeside(left.record)) told.push([left, unlinkCase(here)]);
    for (const [{ dossier: register, record: of }, usedBy] of told)
      await vault.save({
        dossier: register,
        changes: [{ kind: 'address', record: of, fields: { usedBy } }],
      });
  }

  /** Whether another paper of the case leads to an address that is left now. */
  function isUsedBeside(address: Id): boolean {
    return live.some(
      (record) =>
        record.kind === 'document-need' && record.id !== need?.id && textIn(record, 'address') === address,
    );
  }

  return (
    <section class="stack stack-tight" aria-label={t('papers.addresses.title')}>
      <p class="kicker">{t('papers.addresses.title')}</p>
      {dossier.restricted && <p class="small muted">{t('papers.addresses.restricted')}</p>}
      {data !== undefined && addresses.length === 0 && <p class="muted">{t('papers.addresses.none')}</p>}
      <ul class="side-rows">
        {addresses.map((address) => (
          <li key={address.record} class="side-row">
            <AddressLines address={address} around={around} />
            {address.record === chosen ? (
              <p class="small strong">{t('papers.addresses.used', { name })}</p>
            ) : (
              mayWrite && (
                <Button kind="plain" small onClick={() => void use(address)}>
                  {t('papers.addresses.use', { name })}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href="/addresses">{t('papers.addresses.all')}</a>
      </p>
    </section>
  );
}
