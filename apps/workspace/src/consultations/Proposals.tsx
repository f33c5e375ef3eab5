import { groupOf, proposalState } from '@dayaq/domain';
import { textIn, valuesOf } from '@dayaq/acts/record-values';
import type { Id, RecordView } from '@dayaq/vault/client';
import type { OpenCase } from '../cases/detail/open-case.ts';
import { codeLabel } from '../fields/index.ts';
import { textsOf } from '../fields/index.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Tag, type Tone } from '../look/Tag.tsx';
import { Facts } from '../dossier/Facts.tsx';
import { say, useQuery } from '../vault/session.ts';
import { STATE_WORDS } from './heard.ts';
import { followed } from './followed.ts';
import { useState } from 'preact/hooks';

const FATE_TONES: Readonly<Record<string, Tone>> = {
  'taken-in': 'o',
  'in-part': 'a',
  refused: 'w',
  'put-off': 'w',
};

/** What was proposed, what became of it, and what waits for an answer. */
export function Proposals({ open }: { open: OpenCase }) {
  const { live, today, mayWrite } = open;
  const order = { late: 0, waits: 1, 'no-day': 2, answered: 3 } as const;
  const proposals = live
    .filter(({ kind }) => kind === 'proposal')
    .map((record) => ({ record, state: proposalState(valuesOf(record), today) }))
    .sort((a, b) => order[a.state] - order[b.state] || a.record.created.at - b.record.created.at);
  const late = proposals.filter(({ state }) => state === 'late').length;
  return (
    <section class="stack" aria-labelledby="proposals-title">
      <h3 id="proposals-title">{t('consultations.proposals.title')}</h3>
      {proposals.length === 0 && <p class="muted">{t('consultations.proposals.none')}</p>}
      {late > 0 && <p class="strong">{t('consultations.proposals.late', { count: late })}</p>}
      <ul class="plan-readings">
        {proposals.map(({ record, state }) => (
          <li key={record.id} id={`record-${record.id}`}>
            <One open={open} record={record} state={state} />
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div class="buttons">
          <Button kind="plain" small onClick={() => open.edit(proposing(null, open))}>
            {t('consultations.proposals.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface OneProps {
  open: OpenCase;
  record: RecordView;
  state: ReturnType<typeof proposalState>;
}

function One({ open, record, state }: OneProps) {
  const { translator, around, mayWrite } = open;
  const fate = textIn(record, 'fate');
  return (
    <div class="plan-reading stack stack-tight">
      <p class="value-long">{textIn(record, 'words')}</p>
      <p>
        {state === 'answered' ? (
          <Tag tone={FATE_TONES[fate] ?? 'n'}>{codeLabel(translator, 'proposal-fates', fate)}</Tag>
        ) : (
          <Tag tone={state === 'late' ? 'w' : 'n'}>{STATE_WORDS[state]()}</Tag>
        )}
      </p>
      <Facts record={record} fields={[...groupOf('proposal', 'form').slice(1), ...AFTER]} around={around} />
      <Becomes open={open} record={record} />
      {mayWrite && (
        <div class="buttons">
          <Button kind="plain" small onClick={() => open.edit(answering(record, open))}>
            {t('consultations.proposals.answer')}
          </Button>
          <Button kind="quiet" small onClick={() => open.edit(proposing(record, open))}>
            {t('plans.editReading')}
          </Button>
        </div>
      )}
    </div>
  );
}

const AFTER = groupOf('proposal', 'answer').filter(
  // The first stands as a tag, the second leads there.
  (field) => field !== 'fate' && field !== 'commitment',
);
const proposing = (record: RecordView | null, { me }: OpenCase) => ({
  title: t('consultations.proposals.add'),
  kind: 'proposal',
  record,
  only: groupOf('proposal', 'form'),
  preset: { owner: me },
  removable: true,
});

const answering = (record: RecordView, { today }: OpenCase) => ({
  title: t('consultations.proposals.answer'),
  kind: 'proposal',
  purpose: 'answer',
  record,
  begin: record.fields['fateOn']?.value == null ? { fateOn: { day: today } } : {},
  only: groupOf('proposal', 'answer'),
  read: ['words'],
});

/** The commitment that a proposal is followed by; or, by one press, one of each plan that the consultation was about. */
function Becomes({ open, record }: Omit<OneProps, 'state'>) {
  const { vault, root, around, dossier, mayWrite } = open;
  const [problem, setProblem] = useState<string | null>(null);
  const commitment = textIn(record, 'commitment');
  const { data } = useQuery(
    async (asked) => (commitment === '' ? null : ((await asked.named([commitment]))[commitment] ?? null)),
    [commitment],
    ['commitment'],
  );
  if (commitment !== '' && data !== undefined && data !== null)
    return (
      <p>
        <a href={`/plans/${data.dossier}#record-${data.id}`}>{t('consultations.proposals.followed')}</a>
      </p>
    );
  if (commitment !== '' && data === undefined) return null;
  const plans = textsOf(root.fields['about']?.value).flatMap((id) => {
    const name = around.links?.nameOf(id);
    return name === undefined ? [] : [{ id, name }];
  });
  if (!mayWrite) return null;
  if (plans.length === 0) return <p class="muted small">{t('consultations.proposals.whichPlan')}</p>;
  const follow = async (plan: Id): Promise<void> => {
    const [id] = await vault.idsFor([`proposal/${record.id}/commitment/${plan}`]);
    if (id === undefined) return setProblem(say({ code: 'not-found' }));
    const kept = await vault.saveTogether([
      { dossier: plan, changes: [followed(record, id)] },
      {
        dossier: dossier.id,
        changes: [{ kind: 'proposal', record: record.id, fields: { commitment: { set: id } } }],
      },
    ]);
    setProblem(kept.ok ? null : say(kept.failure));
    if (kept.ok) open.kept(t('consultations.proposals.nowFollowed'));
  };
  return (
    <>
      {problem !== null && <p role="alert">{problem}</p>}
      <div class="buttons">
        {plans.map(({ id, name }) => (
          <Button key={id} kind="plain" small onClick={() => void follow(id)}>
            {t('consultations.proposals.follow', { plan: name })}
          </Button>
        ))}
      </div>
      {dossier.restricted && <p class="muted small">{t('consultations.proposals.opens')}</p>}
    </>
  );
}
