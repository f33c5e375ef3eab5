import { recognise } from './accepted-types.ts';
import { heicPixelsAway } from './clean-away.ts';

/** Longest side of a working copy, in pixels: enough to read a document's small print. */
const LONGEST_SIDE = 2560;
const JPEG_QUALITY = 0.88;

/**
 * Draws a photo anew and encodes what was drawn, so that nothing but the picture is left: no place, no time, no
 * device, no embedded thumbnail. The turn that a camera notes in EXIF is applied to the pixels first.
 * HEIC, which only Apple's browsers read, is read by a library. Returns null when the picture cannot be read.
 */
export async function makeWorkingCopy(original: Blob): Promise<Blob | null> {
  const picture =
    (await createImageBitmap(original, { imageOrientation: 'from-image' }).catch(() => null)) ??
    (await heicPicture(original));
  if (picture === null) return null;
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (pen === null) return null;
    // JPEG knows no transparency: what was see-through becomes white paper, not black.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  } finally {
    picture.close();
  }
}

const HEIC = new Set(['image/heic', 'image/heif']);

async function heicPicture(original: Blob): Promise<ImageBitmap | null> {
  const { name = '' } = original as Blob & { name?: string };
  if (!HEIC.has(recognise(name, original.type)?.mediaType ?? '')) return null;
  const bytes = await original.arrayBuffer().catch(() => null);
  const pixels = bytes === null ? null : await heicPixelsAway(new Uint8Array(bytes));
  return pixels === null ? null : createImageBitmap(pixels).catch(() => null);
}

/** A name for the copy that tells nothing: the original's own name often carries date, place or person. */
export function copyName(copy: Blob, original: string): string {
  const ending = copy.type === 'image/jpeg' ? 'jpg' : original.split('.').pop()?.toLowerCase();
  return `copy.${ending ?? 'bin'}`;
}
