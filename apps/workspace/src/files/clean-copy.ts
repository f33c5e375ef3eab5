import type { FileFamily } from './accepted-types.ts';

/**
 * A document, film or recording without what stands beside what one reads, sees and hears; null where there can be none, which
 * is said before anything is kept. Photos are drawn anew (`working-copy.ts`), text has nothing beside it.
 */
export async function cleanBytes(
  bytes: Uint8Array,
  { family, mediaType }: { family: FileFamily; mediaType: string },
): Promise<Uint8Array<ArrayBuffer> | null> {
  switch (family) {
    case 'audio':
    case 'video':
      return (await import('./clean-recording.ts')).cleanRecording(bytes);
    case 'pdf':
      return (await import('./clean-away.ts')).cleanPdfAway(bytes);
    case 'document':
      if (mediaType === 'application/rtf') return (await import('./clean-rtf.ts')).cleanRtf(bytes);
      return (await import('./office-file.ts')).cleanOffice(bytes);
    case 'image':
    case 'text':
      return null;
  }
}
