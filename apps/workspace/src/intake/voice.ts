/** Recording a voice with what the browser has for it. */

/** Longest recording, in milliseconds. At the rate below that is about 3 MB. */
export const LONGEST = 10 * 60_000;
/** Bits a second: speech stays clear, and ten minutes go out over a poor network. */
const RATE = 32_000;
/** What browsers can record, the best first, with the ending of the file's name. */
const FORMATS = [
  ['audio/webm;codecs=opus', 'weba'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg;codecs=opus', 'ogg'],
] as const;

export interface Recorded {
  bytes: Uint8Array;
  mediaType: string;
  /** Ending of a file's name. */
  ending: string;
  /** Milliseconds. */
  length: number;
}

export interface Recording {
  /** Resolves when it was stopped or has reached its limit; null where nothing was heard. */
  ended: Promise<Recorded | null>;
  stop(): void;
}

function format(): (typeof FORMATS)[number] | undefined {
  if (typeof MediaRecorder === 'undefined') return undefined;
  return FORMATS.find(([mediaType]) => MediaRecorder.isTypeSupported(mediaType));
}

/** Whether this browser can record at all: else nobody is offered it. */
export function canRecord(): boolean {
  return format() !== undefined && 'mediaDevices' in navigator;
}

/**
 * Begins to listen; null where the person or the browser said no, or there is no microphone. The microphone is let go as
 * soon as the recording ends, however it ends.
 * @param onSecond told the length so far, in milliseconds, about every second
 */
export async function record(onSecond: (length: number) => void): Promise<Recording | null> {
  const chosen = format();
  if (chosen === undefined) return null;
  const [mimeType, ending] = chosen;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
  if (stream === null) return null;
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: RATE });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const begun = performance.now();
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const clock = setInterval(() => {
    const length = performance.now() - begun;
    if (length >= LONGEST) stop();
    else onSecond(length);
  }, 1000);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
    recorder.onerror = () => resolve();
  }).then(async () => {
    clearInterval(clock);
    for (const track of stream.getTracks()) track.stop();
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    const length = Math.min(LONGEST, performance.now() - begun);
    return bytes.length === 0
      ? null
      : { bytes, mediaType: mimeType.split(';')[0] ?? mimeType, ending, length };
  });
  // In parts, so that a recording that breaks off still has what was said before.
  recorder.start(1000);
  return { ended, stop };
}

/** 72 000 ms is "1:12". */
export function sayLength(length: number): string {
  const seconds = Math.round(length / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
