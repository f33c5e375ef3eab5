import { LANGUAGES, wordsIn, writeSurvey } from '@dayaq/domain/survey';
import type { Refusal } from '@dayaq/register';
import type { FoundFault, FoundRemark, ReadForm } from '@dayaq/register/xlsform';
import type { Change, Id } from '@dayaq/vault/client';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { Room } from '../cases/room.ts';
import { t, language } from '../locale/index.ts';
import { FileButton } from '../look/FileButton.tsx';
import { announce } from '../look/live.tsx';
import { Notice } from '../look/Notice.tsx';
import { RefusalNotice } from '../register/RefusalNotice.tsx';
import { say } from '../vault/session.ts';

/** Bytes of a workbook that is opened as a form. */
const MOST_BYTES = 8 * 1024 * 1024;

type Outcome =
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'read'; readonly form: ReadForm }
  | { readonly is: 'failed'; readonly words: string };

/** Brings an XLSForm in: what holds it up is said with its place, and nothing is saved before it is mended. */
export function ImportForm({
  room,
  survey,
  codes,
}: {
  room: Room;
  survey: Id | null;
  codes?: string | undefined;
}) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { route } = useLocation();
  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setOutcome(null);
    if (file.size > MOST_BYTES) return setOutcome({ is: 'refused', refusal: { code: 'too-large' } });
    const { readXlsForm } = await import('@dayaq/register/xlsform');
    const plain = LANGUAGES.find((each) => each === language.value) ?? 'en';
    const read = readXlsForm(new Uint8Array(await file.arrayBuffer()), plain);
    if (!read.ok) return setOutcome({ is: 'refused', refusal: read.refusal });
    const form = read.value;
    setOutcome({ is: 'read', form });
    if (form.survey === null) return;
    const id = survey ?? (await room.vault.newId());
    const name = wordsIn(form.survey.title, plain, form.survey) || file.name.replace(/\.xlsx$/i, '');
    // A form says nothing of codes: what took one to answer still does.
    const asked = codes === undefined ? form.survey : { ...form.survey, codes };
    const made = { made: { set: writeSurvey(asked) } };
    const begun = { name: { set: name.slice(0, 300) }, begun: { set: { day: room.today } } };
    const changes: Change[] = [
      { kind: 'survey', record: id, fields: survey === null ? { ...begun, ...made } : made },
    ];
    const saved = await room.vault.save({ dossier: id, changes });
    if (!saved.ok) return setOutcome({ is: 'failed', words: say(saved.failure) });
    announce(t('surveys.saved'));
    if (survey === null && form.remarks.length === 0) route(`/surveys/${id}`);
  }
  return (
    <section class="stack">
      <div class="buttons">
        <FileButton accept=".xlsx" onFiles={([file]) => void choose(file)}>
          {survey === null ? t('surveys.import') : t('surveys.replace')}
        </FileButton>
      </div>
      {outcome?.is === 'refused' && <RefusalNotice refusal={outcome.refusal} />}
      {outcome?.is === 'failed' && (
        <Notice tone="w" role="alert">
          <p>{outcome.words}</p>
        </Notice>
      )}
      {outcome?.is === 'read' && <Found form={outcome.form} />}
    </section>
  );
}

function Found({ form: { survey, faults, remarks } }: { form: ReadForm }) {
  return (
    <>
      {survey === null && (
        <Notice tone="w" role="alert">
          <p class="strong">{t('surveys.notSaved')}</p>
          <ul>
            {faults.map((each, at) => (
              <li key={at}>{lineOf(each, t(`surveys.fault.${each.fault}`))}</li>
            ))}
          </ul>
        </Notice>
      )}
      {survey !== null && <p role="status">{t('surveys.saved')}</p>}
      {remarks.length > 0 && (
        <details open={survey !== null}>
          <summary>{t('surveys.remarks')}</summary>
          <ul>
            {remarks.map((each, at) => (
              <li key={at}>{lineOf(each, t(`surveys.remark.${each.remark}`))}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Where it stands, what it is, and what stands there. */
function lineOf({ sheet, row, detail }: FoundFault | FoundRemark, words: string): string {
  const place = row === 0 ? sheet : t('surveys.at', { sheet, row });
  return [place, detail === undefined || detail === '' ? words : `${words}: ${detail}`].join(' — ');
}
