import { childrenOf, packOf } from '@dayaq/domain';
import type { Value } from '@dayaq/vault/client';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import { CaseMenu } from '../detail/CaseMenu.tsx';
import { clientOf, textIn, useOpenCase, valuesOf } from '../detail/open-case.ts';
import '../plan/plan.css';
import { Contacts } from './Contacts.tsx';
import { useGathered } from './gathered.ts';
import { MatterCard } from './MatterCard.tsx';
import { BEGINNING, byPress, deadlinePreset } from './matters.ts';

/** What was put before authorities, with its legal days; every talk with them; and what gathers this case with others. */
export function MattersPart() {
  const { live, root, today, me, country, translator, mayWrite, edit } = useOpenCase();
  const pack = packOf(country);
  const gathered = useGathered();
  const client = clientOf(live);
  const matters = live
    .filter(({ kind }) => kind === 'matter')
    .map((record) => ({ id: record.id, fields: valuesOf(record), record }))
    .sort(byPress(today));

  const start = (type: string): void => {
    const isAdvocacy = type === 'advocacy';
    const begun: Record<string, Value> = { type, filed: { day: today }, owner: me };
    edit({
      title: codeLabel(translator, 'matter-types', type),
      kind: 'matter',
      record: null,
      only: isAdvocacy ? ['barrier', 'forum', 'forumName', 'about', 'owner', 'filed'] : BEGINNING,
      preset: {
        ...begun,
        ...(pack === undefined ? {} : deadlinePreset(begun, pack)),
        ...(isAdvocacy
          ? { cases: textIn(root, 'reference') }
          : { forWhom: client === undefined ? [] : [client.id] }),
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
          <ul class="plan-rows">
            {matters.map(({ id, fields, record }) => (
              <MatterCard key={id} record={record} fields={fields} others={matters} pack={pack} />
            ))}
          </ul>
        )}
      </section>
      <Contacts />
      <p>
        <a href="/matters">{t('matters.page.title')}</a>
      </p>
    </div>
  );
}
