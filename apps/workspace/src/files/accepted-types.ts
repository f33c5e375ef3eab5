/**
 * What may be added to a case, and how large. The bound keeps a cheap phone from running out of memory: a file is sealed
 * whole in memory for now. It is one bound for all, so that what is said before a file is chosen is what holds then.
 */

export type FileFamily = 'image' | 'pdf' | 'audio' | 'video' | 'document' | 'text';

const MIB = 1024 * 1024;
/** Bytes. Sealed whole, in memory. */
export const WHOLE_FILE_LIMIT = 64 * MIB;

/** Media type and family by the ending of the name: phones often give no type, or a wrong one, for documents. */
const BY_ENDING: Record<string, readonly [mediaType: string, family: FileFamily]> = {
  jpg: ['image/jpeg', 'image'],
  jpeg: ['image/jpeg', 'image'],
  png: ['image/png', 'image'],
  webp: ['image/webp', 'image'],
  heic: ['image/heic', 'image'],
  heif: ['image/heif', 'image'],
  pdf: ['application/pdf', 'pdf'],
  mp3: ['audio/mpeg', 'audio'],
  m4a: ['audio/mp4', 'audio'],
  aac: ['audio/aac', 'audio'],
  ogg: ['audio/ogg', 'audio'],
  oga: ['audio/ogg', 'audio'],
  opus: ['audio/ogg', 'audio'],
  amr: ['audio/amr', 'audio'],
  wav: ['audio/wav', 'audio'],
  weba: ['audio/webm', 'audio'],
  mp4: ['video/mp4', 'video'],
  mov: ['video/quicktime', 'video'],
  webm: ['video/webm', 'video'],
  '3gp': ['video/3gpp', 'video'],
  txt: ['text/plain', 'text'],
  csv: ['text/csv', 'text'],
  doc: ['application/msword', 'document'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document'],
  xls: ['application/vnd.ms-excel', 'document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'document'],
  odt: ['application/vnd.oasis.opendocument.text', 'document'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet', 'document'],
  rtf: ['application/rtf', 'document'],
};

const BY_TYPE = new Map(Object.values(BY_ENDING));

/** For `accept` of a file input. */
export const ACCEPT = [
  ...new Set([...Object.keys(BY_ENDING).map((ending) => `.${ending}`), ...BY_TYPE.keys()]),
].join(',');

export type FileVerdict =
  | { accepted: true; mediaType: string; family: FileFamily }
  | { accepted: false; why: 'type' | 'empty' }
  /** `limit` in bytes. */
  | { accepted: false; why: 'size'; limit: number };

/** May this file be added? Sizes in bytes. */
export function judgeFile(file: { name: string; type: string; size: number }): FileVerdict {
  const known = recognise(file.name, file.type);
  if (known === null) return { accepted: false, why: 'type' };
  if (file.size === 0) return { accepted: false, why: 'empty' };
  if (file.size > WHOLE_FILE_LIMIT) return { accepted: false, why: 'size', limit: WHOLE_FILE_LIMIT };
  return { accepted: true, ...known };
}

/** Family and media type of a stored or chosen file; null when Dayaq does not take such files. */
export function recognise(name: string, type: string): { mediaType: string; family: FileFamily } | null {
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const family = BY_TYPE.get(plain);
  if (family !== undefined) return { mediaType: plain, family };
  const byEnding = BY_ENDING[name.split('.').pop()?.toLowerCase() ?? ''];
  if (byEnding === undefined) return null;
  // A recorder in a browser says audio/webm for what it names .webm; the ending alone would call it a video.
  if (plain.startsWith('audio/') && byEnding[1] === 'video') return { mediaType: plain, family: 'audio' };
  return { mediaType: byEnding[0], family: byEnding[1] };
}

/** Families that this page can show by itself, without handing the bytes to another program. */
export function canShow(family: FileFamily, mediaType: string): boolean {
  if (family === 'image') return mediaType !== 'image/heic' && mediaType !== 'image/heif';
  return family === 'audio' || family === 'video' || mediaType === 'text/plain' || mediaType === 'text/csv';
}
