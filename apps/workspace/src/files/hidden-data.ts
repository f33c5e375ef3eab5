import type { FileFamily } from './accepted-types.ts';
import { indexOf, pictureTells } from './picture-tells.ts';
import { type Tell, TELLS } from './tells.ts';

/**
 * What can be found by looking for the marks under which programs write it. It warns, and promises nothing: what is packed or
 * written in another way is not seen. Damaged bytes give what could be found, never an error.
 */
export async function hiddenData(bytes: Uint8Array, family: FileFamily): Promise<Tell[]> {
  const found = new Set<Tell>(await marksIn(bytes, family));
  return TELLS.filter((tell) => found.has(tell));
}

async function marksIn(bytes: Uint8Array, family: FileFamily): Promise<Tell[]> {
  switch (family) {
    case 'image':
      return pictureTells(bytes);
    case 'video':
    case 'audio':
      return ofRecording(bytes);
    case 'pdf':
      return ofPdf(latin(bytes));
    case 'document': {
      const { officeTells } = await import('./office-file.ts');
      return officeTells(bytes);
    }
    case 'text':
      return [];
  }
}

/** By the atoms of MP4 and QuickTime, and the frames of ID3, Vorbis and Matroska. */
const RECORDING: Record<Tell, readonly string[]> = {
  place: ['\u00a9xyz', 'location.ISO6709', 'loci', 'GEOB', 'LOCATION='],
  device: ['\u00a9mak', '\u00a9mod', 'quicktime.make', 'quicktime.model', 'com.android', 'ENCODER='],
  author: ['\u00a9ART', 'TPE1', 'ARTIST=', 'quicktime.author', '\u00a9aut'],
  time: ['\u00a9day', 'creationdate', 'TDRC', 'DATE=', 'mvhd'],
};

function ofRecording(bytes: Uint8Array): Tell[] {
  return TELLS.filter((tell) => RECORDING[tell].some((mark) => indexOf(bytes, mark) >= 0));
}

/** What is packed is not unpacked to be told: nearly every program puts who, when and with what there. */
function ofPdf(text: string): Tell[] {
  if (/\/ObjStm\b/.test(text))
    return text.includes('GPSLatitude') ? [...TELLS] : ['device', 'author', 'time'];
  const tells: Tell[] = [];
  if (/\/Author\s*[(<]\s*[^)>\s]/.test(text) || text.includes('dc:creator')) tells.push('author');
  if (/\/(?:CreationDate|ModDate)\s*\(/.test(text) || /xmp:(?:Create|Modify)Date/.test(text))
    tells.push('time');
  if (/\/(?:Producer|Creator)\s*[(<]/.test(text)) tells.push('device');
  if (text.includes('GPSLatitude')) tells.push('place');
  return tells;
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
