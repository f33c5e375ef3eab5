import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Button } from '../look/Button.tsx';
import { Dialog } from '../look/Dialog.tsx';
import { Notice } from '../look/Notice.tsx';
import { whileWorking } from '../shell/work-under-way.ts';
import {
  canRecord,
  letGo,
  listen,
  longest,
  look,
  photograph,
  type Recording,
  recordStream,
  sayLength,
  type Sort,
} from './recorder.ts';

/** Milliseconds in which a camera has to show something. */
const PATIENCE = 10_000;

interface Props {
  /** `picture`: the camera, for a photo or a film. */
  of: 'picture' | 'voice';
  onTaken: (file: File) => void;
  onClose: () => void;
}

/** Takes a photo, a film or a voice inside the page: what is taken goes from here into the seal, and into no gallery. */
export function CaptureDialog({ of, onTaken, onClose }: Props) {
  const title = t(of === 'voice' ? 'files.take.voice' : 'files.take.picture');
  return (
    <Dialog open title={title} onClose={onClose}>
      <Taking of={of} onTaken={onTaken} />
    </Dialog>
  );
}

function Taking({ of, onTaken }: Omit<Props, 'onClose'>) {
  const screen = useRef<HTMLVideoElement>(null);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [refused, setRefused] = useState<'picture' | 'voice' | 'blind' | null>(null);
  // Before its first picture there is nothing to take.
  const [sees, setSees] = useState(false);
  const [recording, setRecording] = useState<{ running: Recording; sort: Sort; length: number } | null>(null);
  const opened = useRef<MediaStream | null>(null);

  useEffect(() => {
    let isHere = true;
    void (of === 'voice' ? listen() : look()).then(async (found) => {
      if (found === null) return setRefused(of);
      if (!isHere) return letGo(found);
      opened.current = found;
      setStream(found);
      if (screen.current === null) return;
      screen.current.srcObject = found;
      await screen.current.play().catch(() => undefined);
    });
    return () => {
      isHere = false;
      // Closing the dialog lets camera and microphone go, and drops what was recorded.
      if (opened.current !== null) letGo(opened.current);
    };
  }, [of]);

  const refuse = (why: 'picture' | 'voice' | 'blind'): void => {
    // Whoever is told that it does not work is not watched on.
    if (opened.current !== null) letGo(opened.current);
    setRefused(why);
  };
  useEffect(() => {
    if (of === 'voice' || stream === null || sees) return;
    const patience = setTimeout(() => refuse('blind'), PATIENCE);
    return () => clearTimeout(patience);
  }, [of, stream, sees]);

  const take = async () => {
    const photo = screen.current === null ? null : await photograph(screen.current);
    if (photo === null) return refuse('blind');
    onTaken(new File([photo], 'photo.jpg', { type: 'image/jpeg' }));
  };
  const begin = async (sort: Sort) => {
    if (stream === null) return;
    const sound = sort === 'film' ? await listen() : null;
    const all = new MediaStream([...stream.getTracks(), ...(sound?.getTracks() ?? [])]);
    const running = recordStream(all, sort, (length) =>
      setRecording((now) => (now === null ? null : { ...now, length })),
    );
    if (running === null) return refuse(of);
    setRecording({ running, sort, length: 0 });
    // Somebody who films touches nothing: it must not lock meanwhile.
    const recorded = await whileWorking(() => running.ended);
    if (recorded === null) return refuse(of);
    const { bytes, mediaType, ending } = recorded;
    onTaken(new File([bytes], `${sort}.${ending}`, { type: mediaType }));
  };

  if (refused !== null) return <Notice tone="w">{t(`files.take.refused.${refused}`)}</Notice>;
  return (
    <div class="stack">
      <p>{t('files.take.hint')}</p>
      {of === 'picture' && (
        <video ref={screen} class="viewfinder" muted playsInline onLoadedData={() => setSees(true)} />
      )}
      {recording !== null && (
        <p role="timer">
          {t('intake.files.recording', {
            time: sayLength(recording.length),
            limit: sayLength(longest(recording.sort)),
          })}
        </p>
      )}
      <div class="buttons">
        {recording !== null ? (
          <Button onClick={() => recording.running.stop()}>{t('files.take.stop')}</Button>
        ) : (
          <>
            {of === 'picture' && (
              <Button disabled={!sees} onClick={() => void take()}>
                {t('files.take.photo')}
              </Button>
            )}
            {of === 'picture' && canRecord('film') && (
              <Button kind="plain" disabled={stream === null} onClick={() => void begin('film')}>
                {t('files.take.film')}
              </Button>
            )}
            {of === 'voice' && (
              <Button disabled={stream === null} onClick={() => void begin('voice')}>
                {t('files.take.begin')}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
