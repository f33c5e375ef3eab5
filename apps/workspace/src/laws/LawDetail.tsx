import { groupOf, lawStanding, stepsAhead } from '@dayaq/domain';
import { textIn } from '@dayaq/acts/record-values';
import type { Id, RecordView } from '@dayaq/vault/client';
import type { OpenCase } from '../cases/detail/open-case.ts';
import type { Room } from '../cases/room.ts';
import { Facts } from '../dossier/Facts.tsx';
import { OpenDossier } from '../dossier/OpenDossier.tsx';
import { codeLabel, valueText } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Notice } from '../look/Notice.tsx';
import { Tag } from '../look/Tag.tsx';
import { nameIn } from '../plans/use-framework.ts';
import { speakerName } from '../plans/speaker.ts';
import { monthsIn, silenceWords, standingWords, type Step, stepsIn } from './law.ts';
import { LedHere } from './LedHere.tsx';
import { Scale } from './Scale.tsx';

export function LawDetail({ room, id }: { room: Room; id: Id }) {
  return (
    <OpenDossier room={room} id={id} kinds={['law', 'law-step', 'penalty']}>
      {(open, menu) => <Shown open={open} menu={menu} />}
    </OpenDossier>
  );
}

function Shown({ open, menu }: { open: OpenCase; menu: preact.ComponentChildren }) {
  const { root, live, around, today, translator, mayWrite } = open;
  const steps = stepsIn(live);
  const standing = lawStanding(steps, today, monthsIn(root.fields['silentAfter']?.value));
  const silence = silenceWords(standing, around);
  const ahead = stepsAhead(steps, today);
  return (
    <article class="plan stack stack-loose" aria-labelledby="law-title">
      <header class="stack stack-tight">
        <div class="spread">
          <h2 id="law-title">{nameIn(root, translator.language)}</h2>
          {menu}
        </div>
        {open.dossier.restricted && <Tag icon="lock">{t('cases.list.restricted')}</Tag>}
        <p class="strong">{standingWords(standing, around)}</p>
        {silence !== '' &&
          (standing.silence === 'silent' ? (
            <Notice tone="w">
              <p>{silence}</p>
            </Notice>
          ) : (
            <p class="muted small">{silence}</p>
          ))}
        <Facts
          record={root}
          fields={[...groupOf('law', 'facts'), 'about', 'commitments', 'silentAfter', 'note']}
          around={around}
        />
        {mayWrite && (
          <div class="buttons">
            <Button kind="plain" small onClick={() => open.edit(stepping(null, open))}>
              {t('laws.steps.add')}
            </Button>
            <Button kind="quiet" small onClick={() => open.edit(editing(open))}>
              {t('laws.edit')}
            </Button>
          </div>
        )}
      </header>
      <Scale steps={standing.steps} now={standing.now} translator={translator} />
      <section class="stack" aria-labelledby="law-steps">
        <h3 id="law-steps">{t('laws.steps.title')}</h3>
        {steps.length === 0 && <p class="muted">{t('laws.steps.none')}</p>}
        <ul class="plan-readings">
          {[...ahead, ...standing.steps].map((step) => (
            <li key={step.id} id={`record-${step.id}`}>
              <OneStep open={open} step={step} isAhead={ahead.includes(step)} />
            </li>
          ))}
        </ul>
      </section>
      <Penalties open={open} />
      <LedHere open={open} />
    </article>
  );
}

function OneStep({
  open,
  step: { record, stage },
  isAhead,
}: {
  open: OpenCase;
  step: Step;
  isAhead: boolean;
}) {
  const { translator, around, mayWrite } = open;
  const words = (field: string): string =>
    valueText({ ...around, kind: 'law-step', field, value: record.fields[field]?.value });
  const who = speakerName(translator, { voice: textIn(record, 'voice'), who: textIn(record, 'who') });
  return (
    <div class="plan-reading stack stack-tight">
      <p>
        <strong>{codeLabel(translator, 'law-stages', stage)}</strong>, {words('date')}{' '}
        {isAhead && <Tag>{t('laws.steps.ahead')}</Tag>}
      </p>
      {words('words') !== '' && <p class="value-long">{words('words')}</p>}
      <p class="muted small">
        {[t('laws.steps.says', { who }), words('source')].filter(Boolean).join(' · ')}
      </p>
      {mayWrite && (
        <div class="buttons">
          <Button kind="quiet" small onClick={() => open.edit(stepping(record, open))}>
            {t('plans.editReading')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What it punishes, article by article, and what of that is over. */
function Penalties({ open }: { open: OpenCase }) {
  const { live, around, translator, mayWrite } = open;
  const penalties = live.filter(({ kind }) => kind === 'penalty');
  if (penalties.length === 0 && !mayWrite) return null;
  return (
    <section class="stack" aria-labelledby="law-penalties">
      <h3 id="law-penalties">{t('laws.penalties.title')}</h3>
      {penalties.length === 0 && <p class="muted">{t('laws.penalties.none')}</p>}
      <ul class="plan-readings">
        {penalties.map((record) => (
          <li key={record.id} id={`record-${record.id}`}>
            <div class="plan-reading stack stack-tight">
              <p>
                <strong>{textIn(record, 'article')}</strong>{' '}
                <Tag tone={record.fields['ended']?.value == null ? 'n' : 'o'}>
                  {record.fields['ended']?.value == null
                    ? codeLabel(translator, 'penalty-aims', textIn(record, 'wanted'))
                    : t('laws.penalties.ended')}
                </Tag>
              </p>
              <Facts record={record} fields={['words', 'penalty', 'ended', 'source']} around={around} />
              {mayWrite && (
                <div class="buttons">
                  <Button kind="quiet" small onClick={() => open.edit(punishing(record))}>
                    {t('plans.editReading')}
                  </Button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div class="buttons">
          <Button kind="plain" small onClick={() => open.edit(punishing(null))}>
            {t('laws.penalties.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

const editing = ({ root }: OpenCase) => ({
  title: t('laws.edit'),
  kind: 'law',
  record: root,
  only: [...groupOf('law', 'form'), ...groupOf('law', 'names')],
});

/** @param record null: a new one */
const stepping = (record: RecordView | null, { today }: OpenCase) => ({
  title: t('laws.steps.add'),
  kind: 'law-step',
  record,
  only: groupOf('law-step', 'form'),
  preset: { voice: 'ours', date: { day: today } },
  removable: true,
});

/** @param record null: a new one */
const punishing = (record: RecordView | null) => ({
  title: t('laws.penalties.add'),
  kind: 'penalty',
  record,
  only: groupOf('penalty', 'form'),
  preset: { wanted: 'abolish' },
  removable: true,
});
