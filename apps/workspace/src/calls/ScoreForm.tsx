import { scoreChanges } from '@dayaq/acts/application/application';
import type { Id } from '@dayaq/vault/client';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { FormFoot } from '../drafts/FormFoot.tsx';
import { useDrafted } from '../drafts/use-drafted.ts';
import { t } from '../locale/index.ts';
import { Choice, ChoiceGroup } from '../look/Choice.tsx';
import { Field } from '../look/Field.tsx';
import { announce } from '../look/live.tsx';
import { say } from '../vault/session.ts';

const POINTS = Array.from({ length: 10 }, (_, at) => at + 1);

/** One's own score, said once: it cannot be bent to the other's when that is shown. */
export function ScoreForm({ room, application }: { room: Room; application: Id }) {
  const form = useDrafted({
    place: { dossier: application, about: application, purpose: 'score' },
    title: t('calls.score.title'),
    begin: { score: '', words: '' },
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  if (!form.ready) return null;
  const { score, words } = form.typed;
  const keep = async (): Promise<void> => {
    if (score === '') return setProblem(t('calls.score.choose'));
    setBusy(true);
    const changes = scoreChanges(await room.vault.newId(), Number(score), words.trim());
    const kept = await room.vault.save({ dossier: application, changes });
    setBusy(false);
    setProblem(kept.ok ? undefined : say(kept.failure));
    if (!kept.ok) return;
    form.done();
    announce(t('calls.score.kept'));
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void keep();
      }}
    >
      <ChoiceGroup legend={t('calls.score.mine')} hint={t('calls.score.hint')} error={problem} chips>
        {POINTS.map((points) => (
          <Choice
            key={points}
            type="radio"
            name="score"
            label={String(points)}
            checked={score === String(points)}
            onChange={() => form.put({ score: String(points) })}
          />
        ))}
      </ChoiceGroup>
      <Field label={t('calls.score.words')}>
        {(control) => (
          <textarea
            {...control}
            key={form.turn}
            rows={3}
            maxLength={2000}
            value={words}
            onInput={(event) => form.put({ words: event.currentTarget.value })}
          />
        )}
      </Field>
      <FormFoot form={form} save={t('calls.score.save')} busy={busy} onClose={() => history.back()} />
    </form>
  );
}
