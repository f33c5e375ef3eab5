import { caseName } from '../cases/case-name.ts';
import { useOpenCase } from '../cases/detail/open-case.ts';
import { t } from '../locale/index.ts';
import type { JoinedWith } from './use-joined.ts';

/** In a case that was joined: where it goes on, or what went before; each as far as the reader may see it. */
export function JoinedNotice({ joined }: { joined: JoinedWith | undefined }) {
  const { onPaper } = useOpenCase();
  if (onPaper || joined === undefined) return null;
  const { on, before } = joined;
  if (on === undefined && before.length === 0) return null;
  return (
    <aside class="case-strip" aria-label={t('alike.joinedNotice')}>
      <div class="case-strip-words">
        {on !== undefined && (
          <p>
            {t('alike.goesOn')} <a href={`/cases/${on.id}`}>{caseName(on.mention)}</a>
          </p>
        )}
        {before.map((end) => (
          <p key={end.id}>
            {t('alike.before')} <a href={`/cases/${end.id}`}>{caseName(end.mention)}</a>
          </p>
        ))}
      </div>
    </aside>
  );
}
