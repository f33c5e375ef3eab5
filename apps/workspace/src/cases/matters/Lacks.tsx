import type { Failure, ListedRecord } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { codeLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { announce } from '../../look/live.tsx';
import { Notice } from '../../look/Notice.tsx';
import { say } from '../../vault/session.ts';
import type { Room } from '../room.ts';
import { gatherAll, type Lack, lacksOf } from './lacks.ts';

/** Most rows that are drawn, and causes that are named of each. */
const MOST = 20;
const MOST_CAUSES = 4;

interface Props {
  room: Room;
  needs: readonly ListedRecord[];
  matters: readonly ListedRecord[];
}

/** The same document lacking in many cases: one barrier, gathered in one act, which leads to a matter. */
export function Lacks({ room, needs, matters }: Props) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const { translator, vault, me, today, role } = room;
  const lacks = lacksOf(needs, matters, today).slice(0, MOST);
  if (lacks.length === 0) return null;

  async function gather(lack: Lack): Promise<void> {
    const act = gatherAll(lack, { me, today, record: await vault.newId() });
    if (act === null) return;
    const outcome = await vault.save(act);
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) announce(t('matters.lacks.gathered', { count: lack.cases.length }));
  }

  return (
    <section class="case-section" aria-labelledby="matter-lacks">
      <h2 id="matter-lacks">{t('matters.lacks.title')}</h2>
      <p class="small muted">{t('cases.onlyYours')}</p>
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      <ul class="side-rows">
        {lacks.map((lack) => {
          const { document, cases, causes, matter, missing } = lack;
          const name = codeLabel(translator, 'documents', document);
          const act = t(matter === null ? 'matters.lacks.gather' : 'matters.lacks.add', {
            count: missing.length,
          });
          return (
            <li key={document} class="side-row">
              <p class="side-title">
                {matter === null ? (
                  <span>{name}</span>
                ) : (
                  <a href={`/cases/${matter.dossier}/matters#record-${matter.record}`}>{name}</a>
                )}
              </p>
              <p>{t('matters.lacks.count', { count: cases.length })}</p>
              <p class="small muted">
                {causes
                  .slice(0, MOST_CAUSES)
                  .map(({ cause, count }) =>
                    t('matters.lacks.cause', {
                      cause:
                        cause === ''
                          ? t('matters.lacks.notAsked')
                          : codeLabel(translator, 'lack-causes', cause),
                      count,
                    }),
                  )
                  .join(' · ')}
              </p>
              {role !== 'viewer' && missing.length > 0 && (
                <div>
                  <Button kind="plain" small label={`${name}: ${act}`} onClick={() => void gather(lack)}>
                    {act}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
