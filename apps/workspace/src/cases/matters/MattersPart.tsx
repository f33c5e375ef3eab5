import { childrenOf, packOf } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import { CaseMenu } from '../detail/CaseMenu.tsx';
import { clientOf, useOpenCase, valuesOf } from '../detail/open-case.ts';
import '../parts/side-rows.css';
import { Contacts } from './Contacts.tsx';
import { useAdvocacy, useStartAdvocacy } from './advocacy.ts';
import { JoinAdvocacy } from './JoinAdvocacy.tsx';
import { MatterCard } from './MatterCard.tsx';
import { BEGINNING, byPress, deadlinePreset } from './matters.ts';

/** What was put before authorities, with its legal days; every talk with them; and what gathers this case with others. */
export function MattersPart() {
  const { live, today, me, country, translator, mayWrite, edit } = useOpenCase();
  const pack = packOf(country);
  const { gathered, open: advocacy } = useAdvocacy();
  const client = clientOf(live);
  const matters = live
    .filter(({ kind }) => kind === 'matter')
    .map((record) => ({ id: record.id, fields: valuesOf(record), record }))
    .sort(byPress(today));

  const startAdvocacy = useStartAdvocacy();
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
    <div class="stack stack-loose">
      {gathered.length > 0 && (
        <Notice>
          <p>{t('matters.cases.gathered')}</p>
          <ul>
            {gathered.map(({ dossier, record, title }) => (
              <li key={record}>
                <a href={`/cases/${dossier}/matters`}>{title}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <section class="case-section" aria-labelledby="matters-title">
        <div class="spread">
          <h3 id="matters-title">{t('matters.title')}</h3>
          {mayWrite && (
            <CaseMenu
              label={t('matters.start')}
              class="button button-plain"
              items={childrenOf('matter-types').map(({ code }) => ({
                text: codeLabel(translator, 'matter-types', code),
                onChoose: () => start(code),
              }))}
            />
          )}
        </div>
        {matters.length === 0 ? (
          <p class="muted">{t('matters.none')}</p>
        ) : (
          <ul class="side-rows">
            {matters.map(({ id, fields, record }) => (
              <MatterCard key={id} record={record} fields={fields} others={matters} pack={pack} />
            ))}
          </ul>
        )}
      </section>
      {mayWrite && advocacy.length > 0 && <JoinAdvocacy matters={advocacy} />}
      <Contacts />
      <p>
        <a href="/matters">{t('matters.page.title')}</a>
      </p>
    </div>
  );
}
