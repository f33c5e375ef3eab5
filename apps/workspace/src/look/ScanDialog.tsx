import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../locale/index.ts';
import { Dialog } from './Dialog.tsx';

/** The part of the Shape Detection API that is used; only some browsers have it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorMaker = new (options: { formats: string[] }) => Detector;

const LOOK_EVERY = 200;

function detectorMaker(): DetectorMaker | undefined {
  return (window as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
}

export function canScan(): boolean {
  return detectorMaker() !== undefined && navigator.mediaDevices !== undefined;
}

/** Looks through the camera for a QR code. No picture is kept or sent. */
export function ScanDialog({
  open,
  onClose,
  onFound,
}: {
  open: boolean;
  onClose: () => void;
  onFound: (text: string) => void;
}) {
  return (
    <Dialog open={open} title={t('account.scan.title')} onClose={onClose}>
      <Viewfinder onFound={onFound} />
    </Dialog>
  );
}

function Viewfinder({ onFound }: { onFound: (text: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const refused = useSignal(false);
  useEffect(() => {
    const Maker = detectorMaker();
    const screen = video.current;
    if (Maker === undefined || screen === null) return;
    const detector = new Maker({ formats: ['qr_code'] });
    let stream: MediaStream | null = null;
    let closed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopCamera = (): void => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const look = async (): Promise<void> => {
      const [found] = await detector.detect(screen).catch(() => []);
      if (closed) return;
      if (found !== undefined) onFound(found.rawValue);
      else timer = setTimeout(() => void look(), LOOK_EVERY);
    };
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(
      async (opened) => {
        stream = opened;
        if (closed) {
          stopCamera();
          return;
        }
        screen.srcObject = opened;
        await screen.play();
        void look();
      },
      () => {
        refused.value = true;
      },
    );
    return () => {
      closed = true;
      clearTimeout(timer);
      stopCamera();
    };
  }, []);
  return (
    <div class="stack">
      <p>{refused.value ? t('account.scan.refused') : t('account.scan.hint')}</p>
      <video ref={video} class="viewfinder" muted playsInline hidden={refused.value} />
    </div>
  );
}
