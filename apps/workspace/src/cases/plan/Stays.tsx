import { plainRecord, textIn, valuesOf } from '@dayaq/acts/record-values';
import { eventOfStay } from '@dayaq/acts/stay';
import { eventOfEnding, nightsOf, personNights } from '@dayaq/domain';
import type { RecordView } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import { recordTitle, textsOf } from '../../fields/index.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../../look/Notice.tsx';
import { Tag } from '../../look/Tag.tsx';
import { say } from '../../vault/session.ts';
import { RecordActs } from '../acts/RecordActs.tsx';
import { FieldValue, useWords } from '../detail/FieldValue.tsx';
import { says, useOpenCase } from '../detail/open-case.ts';
import { EditButton } from '../detail/StoryEntry.tsx';

/** Nights in safe places, with who and how old, and how they ended. */
export function Stays() {
  const { live, today } = useOpenCase();
  const stays = live.filter(({ kind }) => kind === 'stay').sort((a, b) => b.created.at - a.created.at);
  if (stays.length === 0) return null;
  const { least, most } = personNights(stays.map(plainRecord), today);
  return (
    <section class="case-section" aria-labelledby="plan-stays">
      <h3 id="plan-stays">{t('plan.stay.title')}</h3>
      {most > 0 && <p class="muted small">{t('plan.stay.all', { nights: nightWords(least, most) })}</p>}
      <ul class="side-rows">
        {stays.map((stay) => (
          <Stay key={stay.id} stay={stay} />
        ))}
      </ul>
    </section>
  );
}

const nightWords = (least: number, most: number): string =>
  least === most
    ? t('plan.stay.nights', { count: most })
    : t('plan.stay.between', { least, nights: t('plan.stay.nights', { count: most }) });

function Stay({ stay }: { stay: RecordView }) {
  const open = useOpenCase();
  const { around, live, mayWrite, today } = open;
  const words = useWords();
  const [problem, setProblem] = useState('');
  const nights = nightsOf(valuesOf(stay), today);
  const ending = words(stay, 'ending');
  const provider = around.links?.nameOf(textIn(stay, 'provider')) ?? '';
  const title = words(stay, 'place') || provider || t('plan.stay.somewhere');
  const people = textsOf(stay.fields.who?.value).flatMap(
    (id) => live.find((record) => record.id === id) ?? [],
  );
  const isAgainst = eventOfEnding(stay.fields.ending?.value) !== null;

  async function putOnRecord(): Promise<void> {
    const event = await open.vault.newId();
    const act = eventOfStay(stay, { event, dossier: open.dossier.id, today });
    if (act === null) return;
    const saved = await open.vault.save({ dossier: act.provider, changes: act.changes });
    setProblem(saved.ok ? '' : say(saved.failure));
    if (saved.ok) await open.save([act.along], t('plan.stay.recorded', { name: provider || title }));
  }

  return (
    <li class="side-row" id={`record-${stay.id}`}>
      <div class="story-line">
        <p class="side-title">
          <span>{title}</span>
          {nights !== null && <Tag>{nightWords(nights.least, nights.most)}</Tag>}
          {nights?.goesOn === true && <Tag tone="a">{t('plan.stay.there')}</Tag>}
          {ending !== '' && <Tag {...(isAgainst ? { tone: 'w' as const } : {})}>{ending}</Tag>}
        </p>
        {mayWrite && <EditButton record={stay} title={title} />}
      </div>
      <p class="small muted">
        {(['asked', 'in', 'out', 'until'] as const)
          .filter((name) => says(stay, name))
          .map((name) => t(`plan.stay.on.${name}`, { day: words(stay, name) }))
          .join(' · ')}
      </p>
      {people.length > 0 && (
        <p class="small">
          {people
            .map((person) =>
              [recordTitle(person, around), words(person, 'birthYear') || words(person, 'ageBand')]
                .filter(Boolean)
                .join(', '),
            )
            .join(' · ')}
        </p>
      )}
      {says(stay, 'why') && <p class="small">{words(stay, 'why')}</p>}
      {says(stay, 'words') && (
        <div class="story-told">
          <FieldValue record={stay} field="words" />
        </div>
      )}
      {problem !== '' && (
        <Notice tone="w" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      {isAgainst && textIn(stay, 'event') !== '' && (
        <p class="small muted">{t('plan.stay.recorded', { name: provider || title })}</p>
      )}
      {mayWrite && (
        <div class="cluster no-print">
          <RecordActs record={stay} label={(act) => `${title}: ${act}`} />
          {isAgainst && textIn(stay, 'provider') !== '' && textIn(stay, 'event') === '' && (
            <Button kind="plain" small onClick={() => void putOnRecord()}>
              {t('plan.stay.record', { name: provider || title })}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
