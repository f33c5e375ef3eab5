declare module '@journeyapps/wa-sqlite/dist/mc-wa-sqlite.mjs' {
  /** Instantiates the module; `locateFile` says where the WebAssembly is, `instantiateWasm` brings it. */
  export default function factory(options: {
    locateFile?: (path: string) => string;
    instantiateWasm?: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ) => WebAssembly.Exports;
  }): Promise<unknown>;
}
