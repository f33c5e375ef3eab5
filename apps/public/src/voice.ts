/** Milliseconds after which a recording ends by itself. */
const LONGEST = 5 * 60_000;
const TYPES = ['audio/webm', 'audio/mp4', 'audio/ogg'] as const;

export interface Recording {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface Recorder {
  stop(): void;
  /** Null where nothing was heard. */
  readonly done: Promise<Recording | null>;
}

/** Starts to record, in memory alone. Null where there is no microphone, or none for us. */
export async function record(): Promise<Recorder | null> {
  const mediaType = TYPES.find((type) => globalThis.MediaRecorder?.isTypeSupported(type));
  if (mediaType === undefined) return null;
  let sound: MediaStream;
  try {
    sound = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return null;
  }
  const recorder = new MediaRecorder(sound, { mimeType: mediaType, audioBitsPerSecond: 24_000 });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const done = new Promise<Recording | null>((settle) => {
    recorder.addEventListener('stop', () => {
      for (const track of sound.getTracks()) track.stop();
      void new Blob(parts).arrayBuffer().then((buffer) => {
        settle(buffer.byteLength === 0 ? null : { bytes: new Uint8Array(buffer), mediaType });
      });
    });
  });
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.start(1000);
  setTimeout(stop, LONGEST);
  return { stop, done };
}
