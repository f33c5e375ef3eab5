declare module '*.wasm?url' {
  const url: string;
  export default url;
}
declare module '@journeyapps/wa-sqlite/src/examples/AccessHandlePoolVFS.js' {
  export class AccessHandlePoolVFS {
    constructor(directory: string, module: unknown);
    isReady(): Promise<boolean>;
    close(): Promise<void>;
    jWrite(file: number, data: Uint8Array, offset: number): number;
    jRead(file: number, data: Uint8Array, offset: number): number;
    jTruncate(file: number, size: number): number;
    jSync(file: number, flags: number): number;
    jFileSize(file: number, size: DataView): number;
    jClose(file: number): number;
    jDelete(name: string, syncDirectory: number): number;
  }
}
