import { readSealedFile, type SealedFile } from '@dayaq/domain';
import { SOUND_TYPES, type SoundType, SURVEY_LIMITS } from '@dayaq/domain/survey';
import { cleanRecording } from '../../files/clean-recording.ts';
import type { Id, Vault } from '@dayaq/vault/client';

/** Where a survey's recorded questions are sealed; a survey that was never saved has no such place yet. */
export interface SoundPlace {
  readonly vault: Pick<Vault, 'dossier' | 'addFile' | 'openFile' | 'save' | 'newId'>;
  readonly dossier: Id | null;
}

/** A sound that is kept: its hash, and what it is played as. */
export interface KeptSound {
  readonly sound: string;
  readonly type: SoundType;
}

/** By other names that browsers have for the same. */
const ALSO: Readonly<Record<string, SoundType>> = {
  'audio/mp3': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'application/ogg': 'audio/ogg',
  'audio/opus': 'audio/ogg',
};

const typeOf = (mediaType: string): SoundType | undefined => {
  const plain = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  return SOUND_TYPES.find((each) => each === plain) ?? ALSO[plain];
};

const toBase64url = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/**
 * Seals a sound beside its survey, without what stands in it about who made it, where and with what. `not-a-sound`: none that browsers
 * play, or that can be put together anew. `too-long`: more than is sent to a telephone.
 */
export async function keepSound(
  { vault, dossier }: SoundPlace,
  bytes: Uint8Array,
  mediaType: string,
): Promise<KeptSound | 'not-a-sound' | 'too-long' | 'failed'> {
  const type = typeOf(mediaType);
  if (dossier === null) return 'failed';
  if (type === undefined) return 'not-a-sound';
  // Whatever is cut away, it was no question of a minute.
  if (bytes.length > 8 * SURVEY_LIMITS.sound) return 'too-long';
  const clean = await cleanRecording(bytes);
  if (clean === null) return 'not-a-sound';
  if (clean.length > SURVEY_LIMITS.sound) return 'too-long';
  const file = await vault.addFile({ dossier, name: 'question', mediaType: type, bytes: clean });
  if (!file.ok) return 'failed';
  const sound = toBase64url(file.value.sha256);
  const fields = { sound: { set: sound }, file: { set: { ...file.value } } };
  const changes = [{ kind: 'survey-sound' as const, record: await vault.newId(), fields }];
  const saved = await vault.save({ dossier, changes });
  return saved.ok ? { sound, type } : 'failed';
}

/** The sealed file of a sound; null where it is not beside the survey. */
export async function fileOf({ vault, dossier }: SoundPlace, sound: string): Promise<SealedFile | null> {
  const read = dossier === null ? null : await vault.dossier(dossier);
  if (read?.ok !== true) return null;
  const record = read.value.records.find(
    ({ kind, deleted, fields }) => kind === 'survey-sound' && !deleted && fields['sound']?.value === sound,
  );
  return readSealedFile(record?.fields['file']?.value) ?? null;
}

/** A sound as it is kept here, before anything is published. */
export async function soundHere(place: SoundPlace, sound: string): Promise<Uint8Array | null> {
  const file = await fileOf(place, sound);
  if (file === null || place.dossier === null) return null;
  const opened = await place.vault.openFile({ dossier: place.dossier, file });
  return opened.ok ? opened.value : null;
}
