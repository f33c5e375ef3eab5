import type { Language } from '@dayaq/domain/survey';

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>;

/**
 * A voice of this device for a language. One that speaks by somebody's server is none: it would be told what this person is asked, and
 * that they are.
 */
export const localVoice = <V extends Voice>(voices: readonly V[], language: Language): V | null =>
  voices.find(({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language) ??
  null;

const speech = (): SpeechSynthesis | null => globalThis.speechSynthesis ?? null;

/** The device's own voice for a language; null where it has none, or has not said so yet. */
export const voiceFor = (language: Language): SpeechSynthesisVoice | null =>
  localVoice(speech()?.getVoices() ?? [], language);

let playing: HTMLAudioElement | null = null;

/** Nothing is said any more. A page that is left, in a hurry perhaps, falls silent. */
export function hush(): void {
  speech()?.cancel();
  if (playing === null) return;
  playing.pause();
  URL.revokeObjectURL(playing.src);
  playing = null;
}

/** Plays a sound from this page's memory; what was being said stops. Whether this browser can. */
export async function play(sound: Uint8Array, type: string): Promise<boolean> {
  hush();
  addEventListener('pagehide', hush, { once: true });
  const audio = new Audio(URL.createObjectURL(new Blob([sound as Uint8Array<ArrayBuffer>], { type })));
  playing = audio;
  audio.addEventListener('ended', () => playing === audio && hush());
  try {
    await audio.play();
    return true;
  } catch {
    // Stopped by another press, it could all the same.
    return playing !== audio;
  }
}

/** Says these one after the other; what was being said stops. */
export function speak(voice: SpeechSynthesisVoice, words: readonly string[]): void {
  hush();
  addEventListener('pagehide', hush, { once: true });
  for (const text of words) {
    if (text.trim() === '') continue;
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    speech()?.speak(said);
  }
}

/** Calls back when the device says which voices it has; some do so later than a page is there. Answers what ends that. */
export function whenVoicesCome(tell: () => void): () => void {
  speech()?.addEventListener('voiceschanged', tell);
  return () => speech()?.removeEventListener('voiceschanged', tell);
}
