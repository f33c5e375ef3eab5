declare module '@journeyapps/wa-sqlite/dist/mc-wa-sqlite.mjs' {
  /** Instantiates the module; `wasmBinary` or `locateFile` says where the WebAssembly is. */
  export default function factory(options: {
    wasmBinary?: Uint8Array | ArrayBuffer;
    locateFile?: (path: string) => string;
  }): Promise<unknown>;
}
