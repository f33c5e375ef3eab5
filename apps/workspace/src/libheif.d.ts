/** The part of libheif's own interface for browsers that we call. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  interface HeifPicture {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    /** Fills `into` with the picture, turned as it is shown; tells null where it cannot be read. */
    display(into: ImageData, told: (shown: ImageData | null) => void): void;
    free(): void;
  }
  export default function make(): {
    HeifDecoder: new () => { decode(bytes: Uint8Array): HeifPicture[] };
  };
}
