/** Pixels of the longer side, and how much of a JPEG's detail stays: a paper can still be read. */
const LONGEST = 2000;
const QUALITY = 0.85;

/**
 * A picture drawn anew: of what the file said beside the picture (place, time, device, name, thumbnail) nothing is taken over,
 * whatever its format. Null where the browser cannot read it.
 */
export async function drawnAnew(file: Blob): Promise<Uint8Array | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return drawn === null ? null : new Uint8Array(await drawn.arrayBuffer());
}
