import { groupOf } from '@dayaq/domain';
import { isIatiIdentifier } from '@dayaq/domain/iati';
import { textIn } from '@dayaq/acts/record-values';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { DistantRecordDialog } from '../../dossier/DistantRecordDialog.tsx';
import type { Surroundings } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { saveAs } from '../../surveys/save-form.ts';
import { currentSpace } from '../../vault/session.ts';
import type { Framework } from '../use-framework.ts';
import { type Iati, iatiOf } from './activities.ts';

/** Names of commitments that stand behind a reason. */
const NAMED = 5;
const FILE = 'iati-activities.xml';
const FILE_UNDER_EMBARGO = 'embargo-iati-activities.xml';

/** The plan as a file of IATI: what it takes, what stands in it and what does not, before it is saved. */
export function IatiPart({
  room,
  framework,
  embargo,
}: {
  room: Room;
  framework: Framework;
  /** What may not be published yet, in words. */
  embargo: readonly string[];
}) {
  const { vault, role, today, translator, members, country } = room;
  const { root, records } = framework;
  const around: Surroundings = { translator, members, country, records };
  const [as, setAs] = useState<Id | null>(null);
  const made = iatiOf(framework, around, {
    name: currentSpace()?.name ?? '',
    today,
    as: textIn(root, 'publishedAs'),
  });
  return (
    <details class="no-print">
      <summary>{t('iati.title')}</summary>
      <div class="stack">
        <p class="muted">{t('iati.about')}</p>
        {embargo.map((words) => (
          <p key={words} class="strong">
            {words}
          </p>
        ))}
        {'lacking' in made ? (
          <>
            <p>{t('iati.needs')}</p>
            <ul>
              {made.lacking.map((each) => (
                <li key={each}>{t(`iati.lacking.${each}`)}</li>
              ))}
            </ul>
          </>
        ) : (
          <Made made={made} />
        )}
        <div class="buttons">
          {!('lacking' in made) && (
            <Button
              kind="plain"
              onClick={() =>
                saveAs(
                  new Blob([made.xml], { type: 'application/xml' }),
                  embargo.length === 0 ? FILE : FILE_UNDER_EMBARGO,
                )
              }
            >
              {t('iati.save')}
            </Button>
          )}
          {role !== 'viewer' && (
            <Button kind="quiet" onClick={() => void vault.newId().then(setAs)}>
              {t('iati.settle')}
            </Button>
          )}
        </div>
      </div>
      {as !== null && (
        <DistantRecordDialog
          dossier={root.id}
          record={root.id}
          around={around}
          request={{
            title: t('iati.settle'),
            kind: 'framework',
            purpose: 'published',
            only: groupOf('framework', 'published'),
            // Whoever says as whom it is published gives it the code by which it is known outside, once.
            stamp: () => (textIn(root, 'publishedAs') === '' ? { publishedAs: as } : {}),
            wrong: ({ publisher }) =>
              typeof publisher === 'string' && publisher !== '' && !isIatiIdentifier(publisher.trim())
                ? ['publisher']
                : [],
          }}
          onClose={() => setAs(null)}
        />
      )}
    </details>
  );
}

function Made({ made: { activities, left, lacksSector } }: { made: Iati }) {
  return (
    <div class="stack">
      <p>{t('iati.made', { count: activities })}</p>
      {left.length === 0 ? (
        <p>{t('iati.whole')}</p>
      ) : (
        <>
          <p>{t('iati.leaves')}</p>
          <ul>
            {left.map(({ why, count, names }) => (
              <li key={why}>
                {t(`iati.left.${why}`, { count })}{' '}
                <span class="muted small">
                  {names.slice(0, NAMED).join('; ')}
                  {names.length > NAMED && `; ${t('iati.more', { count: names.length - NAMED })}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {lacksSector && <p>{t('iati.sector')}</p>}
    </div>
  );
}
