import { type Survey, writeSurvey } from '@dayaq/domain/survey';
import type { Id } from '@dayaq/vault/client';
import { useSignal } from '@preact/signals';
import type { Room } from '../cases/room.ts';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { TextField } from '../look/Field.tsx';
import { FieldError } from '../look/FieldFrame.tsx';
import { Notice } from '../look/Notice.tsx';
import { say, status, useQuery } from '../vault/session.ts';

/** Made by one press. */
const MOST = 500;

interface Props {
  room: Room;
  id: Id;
  survey: Survey;
}

/** Codes that admit one answer each: made here, shown once, and kept by nobody. */
export function SurveyCodes({ room: { vault, role }, id, survey }: Props) {
  const key = survey.codes ?? null;
  const { data, again } = useQuery(
    async (asked) => (key === null ? null : asked.surveyCodes(key)),
    [key, status.value],
    [],
  );
  const count = useSignal('50');
  const codes = useSignal<readonly string[]>([]);
  const busy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const number = Number(count.value);
  const isNumber = Number.isInteger(number) && number >= 1 && number <= MOST;

  const make = async (): Promise<void> => {
    if (!isNumber) {
      problem.value = t('surveys.codes.number', { most: MOST });
      return;
    }
    busy.value = true;
    const made = await vault.makeSurveyCodes({ key, count: number });
    const saved =
      made.ok && key === null
        ? await vault.save({
            dossier: id,
            changes: [
              {
                kind: 'survey',
                record: id,
                fields: { made: { set: writeSurvey({ ...survey, codes: made.value.key }) } },
              },
            ],
          })
        : made;
    busy.value = false;
    problem.value = saved.ok ? undefined : say(saved.failure);
    if (made.ok && saved.ok) codes.value = made.value.codes;
    again();
  };

  return (
    <section class="stack stack-tight" aria-labelledby="survey-codes">
      <h3 id="survey-codes">{t('surveys.codes.title')}</h3>
      <p class="muted">{t(key === null ? 'surveys.codes.hint' : 'surveys.codes.asked')}</p>
      {data?.ok === true && <p>{t('surveys.codes.count', data.value)}</p>}
      {role !== 'viewer' && (
        <>
          <TextField
            label={t('surveys.codes.many')}
            exact
            value={count.value}
            max={4}
            onValue={(value) => (count.value = value)}
          />
          <FieldError text={problem.value} />
          <div class="buttons">
            <Button kind="plain" busy={busy.value} onClick={() => void make()}>
              {t('surveys.codes.make')}
            </Button>
          </div>
        </>
      )}
      {codes.value.length > 0 && (
        <Notice role="status">
          <p>{t('surveys.codes.once')}</p>
          <ol class="survey-codes" translate={false}>
            {codes.value.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
        </Notice>
      )}
    </section>
  );
}
