declare module '*.wasm?url' {
  const url: string;
  export default url;
}
declare module '@journeyapps/wa-sqlite/src/examples/AccessHandlePoolVFS.js' {
  export class AccessHandlePoolVFS {
    static create(directory: string, module: unknown): Promise<AccessHandlePoolVFS>;
    close(): Promise<void>;
  }
}
