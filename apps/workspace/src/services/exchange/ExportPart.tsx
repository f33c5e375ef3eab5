import { exportHsds, hsdsCsv, hsdsJson, type HsdsExport } from '@dayaq/domain/hsds';
import { formatNumber } from '@dayaq/locale';
import { useMemo, useState } from 'preact/hooks';
import type { Room } from '../../cases/room.ts';
import { codeLabel, fieldLabel, kindLabel } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Choice } from '../../look/Choice.tsx';
import { Notice } from '../../look/Notice.tsx';
import { useDirectory } from '../use-directory.ts';
import { groupHeldBack } from './held-back.ts';
import { SaveLink } from './SaveLink.tsx';
import { type WhatGoes, whatGoes } from './what-goes.ts';

/** The directory as files for others: what goes out, what stays and why, and only then the files. */
export function ExportPart({ room }: { room: Room }) {
  const { translator } = room;
  const directory = useDirectory();
  const [made, setMade] = useState<(WhatGoes & { file: HsdsExport }) | null>(null);
  const [withDoubted, setWithDoubted] = useState(false);
  const here = directory.step === 'here' ? directory.directory : null;
  return (
    <section class="stack part" aria-label={t('services.exchange.export')}>
      <h2>{t('services.exchange.export')}</h2>
      <p class="muted">{t('services.exchange.exportHint')}</p>
      {made === null ? (
        <>
          <Choice
            type="checkbox"
            label={t('services.exchange.withDoubted')}
            hint={t('services.exchange.withDoubtedHint')}
            checked={withDoubted}
            onChange={setWithDoubted}
          />
          <div class="buttons">
            <Button
              kind="plain"
              disabled={here === null || here.records.length === 0}
              onClick={() => {
                if (here === null) return;
                const goes = whatGoes(here, withDoubted);
                const file = exportHsds(goes.records, (list, code) => codeLabel(translator, list, code));
                setMade({ ...goes, file });
              }}
            >
              {t('services.exchange.prepare')}
            </Button>
          </div>
        </>
      ) : (
        <Prepared made={made} room={room} />
      )}
      {here !== null && here.records.length === 0 && <p class="muted">{t('services.exchange.nothing')}</p>}
    </section>
  );
}

function Prepared({
  made: { file: made, sealed, doubted },
  room: { translator },
}: {
  made: WhatGoes & { file: HsdsExport };
  room: Room;
}) {
  const groups = useMemo(() => groupHeldBack(made.heldBack), [made]);
  const files = useMemo(() => Object.entries(hsdsCsv(made)), [made]);
  const number = (count: number): string => formatNumber(translator.language, count);
  return (
    <div class="stack">
      <p role="status">
        {t('services.exchange.goes', {
          providers: number(made.tables.organization.length),
          services: number(made.tables.service.length),
        })}
      </p>
      {sealed > 0 && <p>{t('services.exchange.sealed', { count: sealed })}</p>}
      {doubted > 0 && <p>{t('services.exchange.doubted', { count: doubted })}</p>}
      {groups.length > 0 && (
        <details open>
          <summary>{t('services.exchange.stays')}</summary>
          <ul class="exchange-report">
            {groups.map(({ kind, field, why, count }) => (
              <li key={`${kind} ${field} ${why}`}>
                <span class="strong">
                  {[kindLabel(translator, kind), field === '' ? '' : fieldLabel(translator, kind, field)]
                    .filter((part) => part !== '')
                    .join(': ')}{' '}
                  ({number(count)})
                </span>
                <span class="small">{t(`services.exchange.why.${why}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Notice tone="w">
        <p>{t('services.exchange.openFile')}</p>
      </Notice>
      <div class="buttons">
        <SaveLink
          name="hsds.json"
          type="application/json"
          text={() => JSON.stringify(hsdsJson(made), null, 1)}
        >
          {t('services.exchange.saveJson')}
        </SaveLink>
      </div>
      <details>
        <summary>{t('services.exchange.csv')}</summary>
        <div class="stack stack-tight">
          <p class="small muted">{t('services.exchange.csvHint')}</p>
          <ul class="exchange-files">
            {files.map(([name, text]) => (
              <li key={name}>
                <SaveLink
                  name={name}
                  type={name.endsWith('.json') ? 'application/json' : 'text/csv'}
                  text={() => text}
                >
                  {name}
                </SaveLink>
              </li>
            ))}
          </ul>
        </div>
      </details>
    </div>
  );
}
