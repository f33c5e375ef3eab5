import makeLibheif from 'libheif-js/libheif-wasm/libheif-bundle.mjs';

/** Pixels of one picture: four bytes each, in a memory that a phone has. */
const LARGEST = 60_000_000;

/** The picture that a HEIC file shows, its turn applied, drawn anew and coded as `draw` does; null where it cannot be read. */
export async function heicPixels(bytes: Uint8Array): Promise<ImageData | null> {
  const libheif = makeLibheif();
  const pictures = new libheif.HeifDecoder().decode(bytes);
  const picture = pictures.find((each) => each.is_primary()) ?? pictures[0];
  if (picture === undefined) return null;
  const [width, height] = [picture.get_width(), picture.get_height()];
  if (!(width > 0 && height > 0 && width * height <= LARGEST)) return null;
  const pixels = new ImageData(width, height);
  const shown = await new Promise<unknown>((told) => {
    picture.display(pixels, told);
  });
  for (const each of pictures) each.free();
  return shown === null ? null : pixels;
}
