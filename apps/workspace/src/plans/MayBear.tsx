import { recordChange } from '@dayaq/acts/changes-between';
import { plainRecord, valuesOf } from '@dayaq/acts/record-values';
import { fuzzyRange, isFuzzyDate } from '@dayaq/domain';
import { type About, actsAbout, saysNothing } from '@dayaq/domain/count';
import { formatDate } from '@dayaq/locale';
import type { Failure, Id, RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { caseName } from '../cases/case-name.ts';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { caseFacts } from '../today/case-facts.ts';
import { say, useQuery } from '../vault/session.ts';

const KINDS = ['case', 'person', 'violation', 'bearing', 'commitment'];

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** What a commitment is about, as its record says it. */
export function aboutIn(record: RecordView): About {
  const { aboutActs, aboutPeople, aboutArea, aboutSince } = valuesOf(record);
  const area = (aboutArea as { area?: unknown } | null | undefined)?.area;
  return {
    acts: textsIn(aboutActs),
    people: textsIn(aboutPeople),
    area: typeof area === 'string' && area !== '' ? area : null,
    since: isFuzzyDate(aboutSince) ? fuzzyRange(aboutSince).from : null,
  };
}

/** Cases that may bear on a commitment, by what it is about; a person says whether they do. */
export function MayBear({ room, commitment }: { room: Room; commitment: RecordView }) {
  const about = aboutIn(commitment);
  return (
    <section class="stack stack-tight no-print">
      <h4>{t('plans.mayBear.title')}</h4>
      {saysNothing(about) ? (
        <p class="muted small">{t('plans.mayBear.say')}</p>
      ) : (
        <Found room={room} commitment={commitment.id} about={about} />
      )}
    </section>
  );
}

function Found({ room, commitment, about }: { room: Room; commitment: Id; about: About }) {
  const { translator } = room;
  const { data } = useQuery(
    async (asked) => {
      const found = await asked.bearing({ commitment, about });
      if (found.is !== 'found') return null;
      return { ...found, named: await asked.named(found.cases.map((each) => each.case)) };
    },
    [commitment, JSON.stringify(about)],
    KINDS,
  );
  const [problem, setProblem] = useState<Failure | null>(null);
  const confirm = async (id: Id): Promise<void> => {
    const failed = await noteBearing(room, id, commitment, about).catch(
      (): Failure => ({ code: 'no-answer' }),
    );
    setProblem(failed);
    if (failed === null) announce(t('plans.mayBear.confirmed'));
  };
  if (data == null) return null;
  if (data.cases.length === 0) return <p class="muted small">{t('plans.mayBear.none')}</p>;
  return (
    <>
      <p class="muted small">{t('plans.mayBear.hint')}</p>
      {problem !== null && (
        <Notice tone="w" role="alert">
          <p>{say(problem)}</p>
        </Notice>
      )}
      <ul class="stack stack-tight">
        {data.cases.map(({ case: id, acts, last }) => {
          const mention = data.named[id]?.mention;
          const name = (mention && caseName(mention)) || t('plans.aCase');
          const facts = mention === undefined ? '' : caseFacts(translator, mention);
          const day = last === null ? null : formatDate(translator.language, last, 'long');
          return (
            <li key={id}>
              <a href={`/cases/${id}`}>{name}</a>{' '}
              <span class="muted small">
                {[
                  facts,
                  t('plans.mayBear.acts', { count: acts }),
                  day === null ? '' : t('plans.mayBear.last', { day }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>{' '}
              {room.role !== 'viewer' && (
                <Button
                  kind="quiet"
                  small
                  label={`${t('plans.mayBear.confirm')}: ${name}`}
                  onClick={() => void confirm(id)}
                >
                  {t('plans.mayBear.confirm')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {data.more > 0 && <p class="muted small">{t('plans.mayBear.more', { count: data.more })}</p>}
    </>
  );
}

/** Notes in a case that these acts of it bear on a commitment. */
async function noteBearing({ vault }: Room, id: Id, commitment: Id, about: About): Promise<Failure | null> {
  const found = await vault.dossier(id);
  if (!found.ok) return found.failure;
  const acts = actsAbout(id, found.value.records.map(plainRecord), about);
  const change = recordChange('bearing', await vault.newId(), { commitment, acts }, {});
  const saved = await vault.save({ dossier: id, changes: [change] });
  return saved.ok ? null : saved.failure;
}
