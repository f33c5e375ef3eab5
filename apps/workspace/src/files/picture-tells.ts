import type { Tell } from './tells.ts';
import { type PhotoMetadata, readPhotoMetadata, tiffMetadata } from './photo-metadata.ts';

/** Beginnings of a TIFF directory, of either order of bytes. */
const DIRECTORIES = ['II*\0', 'MM\0*'];
/** Places that look like one and are read. */
const MOST = 20;

/** What a picture says besides what one sees. HEIC keeps the same directory as other photos, somewhere inside. */
export function pictureTells(bytes: Uint8Array): Tell[] {
  const photo = readPhotoMetadata(bytes);
  const found = photo.blocks.length > 0 ? [photo] : directoriesIn(bytes);
  const tells: Tell[] = [];
  if (found.some(({ hasPlace }) => hasPlace) || indexOf(bytes, 'GPSLatitude') >= 0) tells.push('place');
  if (found.some(({ hasDevice }) => hasDevice)) tells.push('device');
  if (found.some(({ takenOn }) => takenOn !== null)) tells.push('time');
  return tells;
}

function directoriesIn(bytes: Uint8Array): PhotoMetadata[] {
  const found: PhotoMetadata[] = [];
  for (const mark of DIRECTORIES)
    for (let at = indexOf(bytes, mark); at >= 0 && found.length < MOST; at = indexOf(bytes, mark, at + 1))
      found.push(tiffMetadata(bytes.subarray(at)));
  return found;
}

/** Where a mark of single-byte letters first stands; -1 where it does not. */
export function indexOf(bytes: Uint8Array, mark: string, from = 0): number {
  const [first = 0, ...rest] = Array.from(mark, (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (rest.every((byte, i) => bytes[at + 1 + i] === byte)) return at;
  return -1;
}
