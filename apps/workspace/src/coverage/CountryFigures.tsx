import { type CountryFigure, type Figures, groupOf } from '@dayaq/domain';
import type { Failure, Id } from '@dayaq/vault/client';
import { useId, useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { DistantRecordDialog } from '../dossier/DistantRecordDialog.tsx';
import type { Surroundings } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { Tag } from '../look/Tag.tsx';
import { Toast } from '../look/Toast.tsx';
import { say, useQuery } from '../vault/session.ts';
import { sourceText } from './figure-rows.ts';
import { isOld } from './places.ts';
import type { Words } from './words.ts';

/** Figures that are drawn, and of each what stood before it. */
const MOST = 100;

/** What is written: a figure of its own, one in the place of another, or one of ours anew. */
type Writing = { record: null; instead: CountryFigure | null } | { record: Id; instead: null };

/** Every figure that stands, with its source, its date and what stood before it; each can get a newer one in its place. */
export function CountryFigures({
  room,
  country,
  figures,
  today,
  words,
}: {
  room: Room;
  country: string;
  figures: Figures;
  today: string;
  words: Words;
}) {
  const id = useId();
  const [writing, setWriting] = useState<Writing | null>(null);
  const [dropped, setDropped] = useState<CountryFigure | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { data: roster } = useQuery((v) => v.roster(), [], ['organisation']);
  const register = roster?.ok === true ? roster.value.id : null;
  const mayWrite = room.role !== 'viewer' && register !== null;
  const around: Surroundings = {
    translator: room.translator,
    records: [],
    members: room.members,
    country: room.country,
  };
  const instead = writing?.instead ?? null;
  async function put(figure: CountryFigure, deleted: boolean): Promise<void> {
    if (register === null) return;
    const outcome = await room.vault.save({
      dossier: register,
      changes: [{ kind: 'country-figure', record: figure.key, fields: {}, deleted }],
    });
    setFailure(outcome.ok ? null : outcome.failure);
    setDropped(outcome.ok && deleted ? figure : null);
  }
  return (
    <section class="coverage-section" aria-labelledby={id}>
      <h2 id={id}>{t('coverage.figures.title')}</h2>
      <p>{t('coverage.figures.intro')}</p>
      <ul class="side-rows">
        {figures.all.slice(0, MOST).map((figure) => (
          <li key={figure.key} class="side-row" data-figure={figure.what}>
            <p class="side-title">
              <span>{words.code('figure-kinds', figure.what)}</span>
              <strong class="coverage-value">{valueText(figure, words)}</strong>
              {isOld(figure.date, today) && <Tag tone="w">{t('coverage.figure.old')}</Tag>}
            </p>
            <p class="small muted">{sourceText(words, figure)}</p>
            {figure.before.length > 0 && (
              <details>
                <summary>{t('coverage.figures.before', { count: figure.before.length })}</summary>
                <ul class="small">
                  {figure.before.slice(0, MOST).map((older) => (
                    <li key={older.key}>
                      {valueText(older, words)} – {sourceText(words, older)}
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {mayWrite && (
              <div class="cluster no-print">
                <Button
                  kind="quiet"
                  small
                  label={t('coverage.figures.newerOf', { what: words.code('figure-kinds', figure.what) })}
                  onClick={() => setWriting({ record: null, instead: figure })}
                >
                  {t('coverage.figures.newer')}
                </Button>
                {figure.source === '' && (
                  <Button
                    kind="quiet"
                    small
                    label={t('coverage.figures.editOf', { what: words.code('figure-kinds', figure.what) })}
                    onClick={() => setWriting({ record: figure.key, instead: null })}
                  >
                    {t('coverage.figures.edit')}
                  </Button>
                )}
                {figure.source === '' && (
                  <Button
                    kind="quiet"
                    small
                    label={t('coverage.figures.dropOf', { what: words.code('figure-kinds', figure.what) })}
                    onClick={() => void put(figure, true)}
                  >
                    {t('coverage.figures.drop')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {figures.all.length > MOST && <p class="muted">{t('matters.page.more', { count: MOST })}</p>}
      {figures.all.length === 0 && <p class="muted">{t('coverage.figures.none')}</p>}
      {mayWrite && (
        <div class="no-print">
          <Button kind="plain" onClick={() => setWriting({ record: null, instead: null })}>
            {t('coverage.figures.add')}
          </Button>
        </div>
      )}
      {failure !== null && (
        <Notice tone="w" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
      {dropped !== null && (
        <Toast
          key={dropped.key}
          text={t('coverage.figures.dropped')}
          onUndo={() => void put(dropped, false)}
          onClose={() => setDropped(null)}
        />
      )}
      {writing !== null && register !== null && (
        <DistantRecordDialog
          dossier={register}
          record={writing.record}
          around={around}
          request={{
            title: writing.record === null ? t('coverage.figures.add') : t('coverage.figures.edit'),
            kind: 'country-figure',
            only: groupOf('country-figure', 'form').filter((field) => instead === null || field !== 'what'),
            purpose: instead?.key ?? '',
            ...(writing.record === null
              ? {
                  preset: {
                    country,
                    ...(instead === null
                      ? {}
                      : {
                          what: instead.what,
                          [instead.source === '' ? 'instead' : 'insteadOfPack']: instead.key,
                        }),
                    ...(instead?.what === 'shelter-places' ? { unit: instead.unit } : {}),
                  },
                }
              : {}),
            said: t('coverage.figures.saved'),
          }}
          onClose={() => setWriting(null)}
        />
      )}
    </section>
  );
}

/** "≈ 10 200 000", "175 (the source does not say)". */
function valueText({ what, value, unit, approximate }: CountryFigure, words: Words): string {
  const number = words.number(value);
  const text = what === 'shelter-places' ? `${number} (${words.code('capacity-units', unit)})` : number;
  return approximate ? `≈ ${text}` : text;
}
