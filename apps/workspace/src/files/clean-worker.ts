/** What is long and comes from strangers is taken apart in here, in a memory of its own that ends with it. */

/** A PDF without what stands beside its pages, or the pixels of a HEIC picture. */
export type Apart = { as: 'pdf' | 'heic'; bytes: Uint8Array };

self.onmessage = ({ data }: MessageEvent<Apart>) =>
  void apart(data).then(
    (made) => self.postMessage(made),
    () => self.postMessage(null),
  );

async function apart({ as, bytes }: Apart): Promise<Uint8Array | ImageData | null> {
  if (as === 'pdf') return (await import('./clean-pdf.ts')).cleanPdf(bytes);
  return (await import('./heic.ts')).heicPixels(bytes);
}
