import { draftTitle } from '@dayaq/acts/intake/draft';
import { formatMoment } from '@dayaq/locale';
import type { Id } from '@dayaq/vault/client';
import { keptDrafts } from '../intake/kept-drafts.ts';
import { language, t } from '../locale/index.ts';
import { Row } from '../look/Row.tsx';
import { useQuery } from '../vault/session.ts';

/** So many stand here; the intake's page has all. */
const SHOWN = 3;

/** Intakes that were begun on this device and not finished: after a crash nobody has to know where they wait. */
export function Unfinished({ space }: { space: Id }) {
  const { data = [] } = useQuery((vault) => keptDrafts(vault, space), [space], ['case']);
  if (data.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="unfinished">
      <h2 id="unfinished">
        {t('intake.drafts.title')} <span class="count">{data.length}</span>
      </h2>
      <ul class="rows">
        {data.slice(0, SHOWN).map(({ id, draft, updated }) => (
          <li key={id}>
            <Row
              href="/cases/new"
              icon="edit"
              title={draftTitle(draft) || t('intake.drafts.noName')}
              note={formatMoment(language.value, updated)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
