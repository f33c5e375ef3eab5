import { valuesOf } from '@dayaq/acts/record-values';
import { packOf } from '@dayaq/domain';
import { t } from '../../locale/index.ts';
import { Notice } from '../../look/Notice.tsx';
import { useOpenCase } from '../detail/open-case.ts';
import '../parts/side-rows.css';
import { Contacts } from './Contacts.tsx';
import { useAdvocacy } from './advocacy.ts';
import { JoinAdvocacy } from './JoinAdvocacy.tsx';
import { MatterCard } from './MatterCard.tsx';
import { byPress } from '@dayaq/acts/matter/matters';

/** What was put before authorities, with its legal days; every talk with them; and what gathers this case with others. */
export function MattersPart() {
  const { live, today, country, mayWrite } = useOpenCase();
  const pack = packOf(country);
  const { gathered, open: advocacy } = useAdvocacy();
  const matters = live
    .filter(({ kind }) => kind === 'matter')
    .map((record) => ({ id: record.id, fields: valuesOf(record), record }))
    .sort(byPress(today));

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
        <h3 id="matters-title">{t('matters.title')}</h3>
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
