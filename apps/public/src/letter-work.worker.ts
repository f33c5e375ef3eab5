import { type AskedWork, letterWork } from '@dayaq/sealing/letter-work';

/** Does what a door in flood asks for beside the page, which stays usable: the parts that are done, then what they gave. */
addEventListener('message', ({ data }: MessageEvent<AskedWork & { readonly letter: Uint8Array }>) => {
  const working = letterWork(data, data.letter);
  for (;;) {
    const { done, value } = working.next();
    postMessage(value);
    if (done) return;
  }
});
