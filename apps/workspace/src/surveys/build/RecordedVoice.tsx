import {
  type Language,
  type Question,
  type RecordedIn,
  recordedOf,
  SURVEY_LIMITS,
  soundsOf,
  type Survey,
  wordsMark,
} from '@dayaq/domain/survey';
import { LANGUAGE_NAMES } from '@dayaq/locale';
import { play } from '@dayaq/public/asking';
import { useEffect, useRef, useState } from 'preact/hooks';
import { readWhole } from '../../files/read-whole.ts';
import { canRecord, record, type Recording, sayLength } from '../../files/recorder.ts';
import { t } from '../../locale/index.ts';
import { Button } from '../../look/Button.tsx';
import { FieldError } from '../../look/FieldFrame.tsx';
import { FileButton } from '../../look/FileButton.tsx';
import { announce } from '../../look/live.tsx';
import { whileWorking } from '../../shell/work-under-way.ts';
import { keepSound, soundHere, type SoundPlace } from './sounds.ts';

interface Props {
  place: SoundPlace;
  survey: Survey;
  item: Question;
  onRecorded: (recorded: RecordedIn | undefined) => void;
}

/** A question read out by somebody, in each language in which it has words: for who does not read, and for whom the device has no voice. */
export function RecordedVoice(props: Props) {
  const { place, survey, item } = props;
  const languages = survey.languages.filter((each) => item.label[each]?.trim());
  if (languages.length === 0) return null;
  const isFull = soundsOf(survey).length >= SURVEY_LIMITS.sounds;
  return (
    <fieldset class="built stack stack-tight">
      <legend>{t('sounds.title')}</legend>
      <p class="muted small">{t(place.dossier === null ? 'sounds.saveFirst' : 'sounds.hint')}</p>
      {place.dossier !== null &&
        (isFull ? (
          <p class="muted small">{t('sounds.full', { most: SURVEY_LIMITS.sounds })}</p>
        ) : (
          languages.map((each) => <OneVoice key={`${item.name} ${each}`} {...props} language={each} />)
        ))}
    </fieldset>
  );
}

function OneVoice({ place, item, onRecorded, language }: Props & { language: Language }) {
  const [running, setRunning] = useState<{ recording: Recording; length: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const latest = useRef({ item, onRecorded });
  latest.current = { item, onRecorded };
  const going = useRef<Recording | null>(null);
  // Whoever goes on to the next question has read this one.
  useEffect(() => () => going.current?.stop(), []);
  const recorded = item.recorded?.[language];
  const of = (what: string): string =>
    t('building.inLanguage', { label: what, language: LANGUAGE_NAMES[language] });

  async function keep(bytes: Uint8Array | null, mediaType: string): Promise<void> {
    const mark = wordsMark(latest.current.item, language);
    setBusy(true);
    const kept = await (bytes === null
      ? 'not-a-sound'
      : whileWorking(() => keepSound(place, bytes, mediaType)).catch(() => 'failed' as const));
    setBusy(false);
    if (typeof kept === 'string') return setProblem(t(`sounds.problem.${kept}`));
    setProblem(undefined);
    latest.current.onRecorded({ ...latest.current.item.recorded, [language]: { ...kept, of: mark } });
    announce(t('sounds.kept'));
  }
  async function begin(): Promise<void> {
    const recording = await record((length) => setRunning((now) => now && { ...now, length }), 'question');
    if (recording === null) return setProblem(t('sounds.noMicrophone'));
    going.current = recording;
    setProblem(undefined);
    setRunning({ recording, length: 0 });
    const done = await whileWorking(() => recording.ended);
    going.current = null;
    setRunning(null);
    await keep(done?.bytes ?? null, done?.mediaType ?? '');
  }
  async function hear(): Promise<void> {
    if (recorded === undefined) return;
    const sound = await soundHere(place, recorded.sound);
    const isHeard = sound !== null && (await play(sound, recorded.type));
    setProblem(isHeard ? undefined : t('sounds.notHere'));
  }
  function remove(): void {
    const { [language]: _, ...others } = item.recorded ?? {};
    onRecorded(Object.keys(others).length === 0 ? undefined : others);
  }

  return (
    <div class="stack stack-tight">
      <p class="small">
        {LANGUAGE_NAMES[language]}: {recorded === undefined ? t('sounds.none') : t('sounds.there')}
      </p>
      {recorded !== undefined && recordedOf(item, language) === null && (
        <p class="small built-problem">{t('sounds.otherWords')}</p>
      )}
      <div class="buttons">
        {running === null ? (
          <>
            {canRecord('question') && (
              <Button
                kind="quiet"
                small
                busy={busy}
                label={of(t('sounds.record'))}
                onClick={() => void begin()}
              >
                {t('sounds.record')}
              </Button>
            )}
            <FileButton
              kind="quiet"
              accept="audio/*"
              onFiles={([file]) => {
                if (file !== undefined) void readWhole(file).then((bytes) => keep(bytes, file.type));
              }}
            >
              {t('sounds.bring')}
            </FileButton>
            {recorded !== undefined && (
              <>
                <Button kind="quiet" small label={of(t('sounds.hear'))} onClick={() => void hear()}>
                  {t('sounds.hear')}
                </Button>
                <Button kind="quiet" small label={of(t('sounds.remove'))} onClick={remove}>
                  {t('sounds.remove')}
                </Button>
              </>
            )}
          </>
        ) : (
          <>
            <p role="timer">{t('sounds.recording', { time: sayLength(running.length) })}</p>
            <Button kind="plain" small onClick={() => running.recording.stop()}>
              {t('sounds.stop')}
            </Button>
          </>
        )}
      </div>
      <FieldError text={problem} />
    </div>
  );
}
