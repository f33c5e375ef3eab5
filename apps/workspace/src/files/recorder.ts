/** Recording a voice or a film, and taking a photo, with what the browser has for it: nothing of it lies anywhere but here. */

export type Sort = 'voice' | 'film' | 'question';

interface Way {
  /** Longest recording, in milliseconds. */
  longest: number;
  rates: MediaRecorderOptions;
  /** What browsers can record, the best first, with the ending of the file's name. */
  formats: readonly (readonly [mediaType: string, ending: string])[];
}

const WAYS: Record<Sort, Way> = {
  voice: {
    // Speech stays clear, and ten minutes, about 3 MB, go out over a poor network.
    longest: 10 * 60_000,
    rates: { audioBitsPerSecond: 32_000 },
    formats: [
      ['audio/webm;codecs=opus', 'weba'],
      ['audio/mp4', 'm4a'],
      ['audio/ogg;codecs=opus', 'ogg'],
    ],
  },
  question: {
    // One question, read out to whoever answers a survey over 2G.
    longest: 60_000,
    rates: { audioBitsPerSecond: 24_000 },
    formats: [
      ['audio/webm;codecs=opus', 'weba'],
      ['audio/mp4', 'm4a'],
      ['audio/ogg;codecs=opus', 'ogg'],
    ],
  },
  film: {
    // Five minutes are about 40 MB: less than a file may have.
    longest: 5 * 60_000,
    rates: { audioBitsPerSecond: 48_000, videoBitsPerSecond: 1_000_000 },
    formats: [
      ['video/webm;codecs=vp8,opus', 'webm'],
      ['video/mp4', 'mp4'],
    ],
  },
};

/** Longest recording of a sort, in milliseconds. */
export const longest = (sort: Sort): number => WAYS[sort].longest;

export interface Recorded {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  /** Ending of a file's name. */
  ending: string;
  /** Milliseconds. */
  length: number;
}

export interface Recording {
  /** Resolves when it was stopped or has reached its limit; null where nothing was recorded. */
  ended: Promise<Recorded | null>;
  stop(): void;
}

function formatOf(sort: Sort): Way['formats'][number] | undefined {
  if (typeof MediaRecorder === 'undefined') return undefined;
  return WAYS[sort].formats.find(([mediaType]) => MediaRecorder.isTypeSupported(mediaType));
}

/** Whether this browser can record at all: else nobody is offered it. */
export function canRecord(sort: Sort = 'voice'): boolean {
  return formatOf(sort) !== undefined && 'mediaDevices' in navigator;
}

/** The microphone; null where the person or the browser said no, or there is none. */
export function listen(): Promise<MediaStream | null> {
  return navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
}

/** The camera on the back, large enough to read a paper; null as above. */
export function look(): Promise<MediaStream | null> {
  const video = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };
  return navigator.mediaDevices.getUserMedia({ video }).catch(() => null);
}

export function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * Begins to listen; null where the person or the browser said no, or there is no microphone. The microphone is let go as
 * soon as the recording ends, however it ends.
 * @param onSecond told the length so far, in milliseconds, about every second
 */
export async function record(
  onSecond: (length: number) => void,
  sort: 'voice' | 'question' = 'voice',
): Promise<Recording | null> {
  if (formatOf(sort) === undefined) return null;
  const stream = await listen();
  return stream === null ? null : recordStream(stream, sort, onSecond);
}

/** Records what a stream carries, and lets it go at the end. Null where this browser cannot. */
export function recordStream(
  stream: MediaStream,
  sort: Sort,
  onSecond: (length: number) => void,
): Recording | null {
  const chosen = formatOf(sort);
  if (chosen === undefined) return null;
  const [mimeType, ending] = chosen;
  const limit = longest(sort);
  const recorder = new MediaRecorder(stream, { mimeType, ...WAYS[sort].rates });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const begun = performance.now();
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const clock = setInterval(() => {
    const length = performance.now() - begun;
    if (length >= limit) stop();
    else onSecond(length);
  }, 1000);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
    recorder.onerror = () => resolve();
  }).then(async () => {
    clearInterval(clock);
    letGo(stream);
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    const length = Math.min(limit, performance.now() - begun);
    return bytes.length === 0
      ? null
      : { bytes, mediaType: mimeType.split(';')[0] ?? mimeType, ending, length };
  });
  // In parts, so that a recording that breaks off still has what came before.
  recorder.start(1000);
  return { ended, stop };
}

const JPEG_QUALITY = 0.92;

/** What a playing picture shows now, as a JPEG that says nothing but the picture; null where nothing is shown. */
export async function photograph(screen: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth, videoHeight } = screen;
  if (videoWidth === 0 || videoHeight === 0) return null;
  const canvas = new OffscreenCanvas(videoWidth, videoHeight);
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.drawImage(screen, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

/** 72 000 ms is "1:12". */
export function sayLength(length: number): string {
  const seconds = Math.round(length / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
