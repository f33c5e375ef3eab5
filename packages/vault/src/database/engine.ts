/**
 * A synchronous face of SQLite's WebAssembly module. The vault's Worker runs one thing at a time, so prepared
 * statements are stepped directly; the module's own promise-based API costs a task per row.
 */
export interface SqliteModule {
  HEAPU8: Uint8Array;
  _sqlite3_malloc(size: number): number;
  _sqlite3_free(pointer: number): void;
  _sqlite3_open_v2(name: number, db: number, flags: number, vfs: number): number;
  _sqlite3_close_v2(db: number): number;
  _sqlite3_prepare_v3(
    db: number,
    sql: number,
    length: number,
    flags: number,
    statement: number,
    tail: number,
  ): number;
  _sqlite3_step(statement: number): number;
  _sqlite3_reset(statement: number): number;
  _sqlite3_clear_bindings(statement: number): number;
  _sqlite3_finalize(statement: number): number;
  _sqlite3_exec(db: number, sql: number, callback: number, argument: number, message: number): number;
  _sqlite3_errmsg(db: number): number;
  _sqlite3_extended_errcode(db: number): number;
  _sqlite3_changes(db: number): number;
  _sqlite3_get_autocommit(db: number): number;
  _sqlite3_bind_int(statement: number, index: number, value: number): number;
  _sqlite3_bind_double(statement: number, index: number, value: number): number;
  _sqlite3_bind_text(
    statement: number,
    index: number,
    text: number,
    length: number,
    destructor: number,
  ): number;
  _sqlite3_bind_blob(
    statement: number,
    index: number,
    blob: number,
    length: number,
    destructor: number,
  ): number;
  _sqlite3_bind_null(statement: number, index: number): number;
  _sqlite3_column_count(statement: number): number;
  _sqlite3_column_name(statement: number, column: number): number;
  _sqlite3_column_type(statement: number, column: number): number;
  _sqlite3_column_double(statement: number, column: number): number;
  _sqlite3_column_text(statement: number, column: number): number;
  _sqlite3_column_blob(statement: number, column: number): number;
  _sqlite3_column_bytes(statement: number, column: number): number;
  getValue(pointer: number, type: '*'): number;
  UTF8ToString(pointer: number): string;
}

export type Bindable = null | number | string | Uint8Array;
export type Row = Record<string, null | number | string | Uint8Array>;

const SQLITE_ROW = 100;
const SQLITE_DONE = 101;
const SQLITE_PREPARE_PERSISTENT = 1;
/** SQLite copies what is bound before the call returns. */
const TRANSIENT = -1;
const INTEGER = 1;
const FLOAT = 2;
const TEXT = 3;
const BLOB = 4;
const OPEN_READWRITE_CREATE = 0x06;

export class SqliteError extends Error {
  constructor(
    message: string,
    /** SQLite's primary result code: 10 input or output failed, 11 malformed, 13 full, 14 cannot open, 26 not a database. */
    readonly code: number,
  ) {
    super(message);
  }
}

/** Something was asked of a database that has been closed since: the device was locked meanwhile. */
export class EngineClosed extends Error {}

/** A page of the file is not what was written: 11 malformed, 26 not a database (or another key). */
export function isDamage(error: unknown): boolean {
  return error instanceof SqliteError && (error.code === 11 || error.code === 26);
}

/** The device, or what the browser allows, has no room for the database. */
export function isFull(error: unknown): boolean {
  return error instanceof SqliteError && error.code === 13;
}

/** The file under the database cannot be reached any more: cleared or closed by the browser while it was open. */
export function isLost(error: unknown): boolean {
  return error instanceof SqliteError && (error.code === 10 || error.code === 14);
}

/** Characters. Ids, days and codes are this short; asking the browser's encoder costs them more than they do. */
const SHORT = 64;

interface Statement {
  pointer: number;
  columns: string[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Engine {
  readonly #module: SqliteModule;
  readonly #db: number;
  readonly #statements = new Map<string, Statement>();
  #scratch: number;
  #scratchSize = 64 * 1024;
  #depth = 0;
  #closed = false;

  private constructor(module: SqliteModule, db: number) {
    this.#module = module;
    this.#db = db;
    this.#scratch = module._sqlite3_malloc(this.#scratchSize);
  }

  /** Opens a file (or `:memory:`) on the default VFS. */
  static open(module: SqliteModule, name: string): Engine {
    const bytes = encoder.encode(`${name}\0`);
    const pointer = module._sqlite3_malloc(bytes.length + 8);
    module.HEAPU8.set(bytes, pointer + 8);
    const code = module._sqlite3_open_v2(pointer + 8, pointer, OPEN_READWRITE_CREATE, 0);
    const db = module.getValue(pointer, '*');
    module._sqlite3_free(pointer);
    if (code !== 0) throw new SqliteError(`open: ${code}`, code & 0xff);
    return new Engine(module, db);
  }

  get isOpen(): boolean {
    return !this.#closed;
  }

  /** Runs statements without parameters. */
  exec(sql: string): void {
    if (this.#closed) throw new EngineClosed();
    const bytes = encoder.encode(`${sql}\0`);
    const pointer = this.#module._sqlite3_malloc(bytes.length);
    this.#module.HEAPU8.set(bytes, pointer);
    const code = this.#module._sqlite3_exec(this.#db, pointer, 0, 0, 0);
    this.#module._sqlite3_free(pointer);
    if (code !== 0) this.#fail();
  }

  /** Runs a statement that returns no rows; answers how many rows it changed. */
  run(sql: string, ...parameters: Bindable[]): number {
    const statement = this.#bound(sql, parameters);
    const code = this.#module._sqlite3_step(statement.pointer);
    if (code !== SQLITE_DONE && code !== SQLITE_ROW) this.#failReset(statement);
    this.#module._sqlite3_reset(statement.pointer);
    return this.#module._sqlite3_changes(this.#db);
  }

  all<T extends Row = Row>(sql: string, ...parameters: Bindable[]): T[] {
    const rows: T[] = [];
    for (const row of this.each<T>(sql, ...parameters)) rows.push(row);
    return rows;
  }

  get<T extends Row = Row>(sql: string, ...parameters: Bindable[]): T | null {
    for (const row of this.each<T>(sql, ...parameters)) return row;
    return null;
  }

  *each<T extends Row = Row>(sql: string, ...parameters: Bindable[]): Generator<T> {
    const statement = this.#bound(sql, parameters);
    try {
      for (;;) {
        const code = this.#module._sqlite3_step(statement.pointer);
        if (code === SQLITE_DONE) return;
        if (code !== SQLITE_ROW) this.#fail();
        yield this.#row(statement) as T;
      }
    } finally {
      this.#module._sqlite3_reset(statement.pointer);
    }
  }

  /** All or nothing. Nested calls join the outer transaction. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.exec('begin immediate');
    this.#depth = 1;
    try {
      const value = work();
      this.exec('commit');
      return value;
    } catch (error) {
      this.#rollBack();
      throw error;
    } finally {
      this.#depth = 0;
    }
  }

  /** After a full or lost store SQLite has rolled back by itself; what matters to the caller is why. */
  #rollBack(): void {
    if (this.#closed || this.#module._sqlite3_get_autocommit(this.#db) !== 0) return;
    try {
      this.exec('rollback');
    } catch (error) {
      if (!(error instanceof SqliteError)) throw error;
    }
  }

  close(): void {
    this.#closed = true;
    for (const statement of this.#statements.values()) this.#module._sqlite3_finalize(statement.pointer);
    this.#statements.clear();
    this.#module._sqlite3_free(this.#scratch);
    this.#module._sqlite3_close_v2(this.#db);
  }

  #bound(sql: string, parameters: readonly Bindable[]): Statement {
    if (this.#closed) throw new EngineClosed();
    const statement = this.#statements.get(sql) ?? this.#prepare(sql);
    const { pointer } = statement;
    for (let i = 0; i < parameters.length; i++) this.#bind(pointer, i + 1, parameters[i] as Bindable);
    return statement;
  }

  #bind(statement: number, index: number, value: Bindable): void {
    const module = this.#module;
    if (value === null) module._sqlite3_bind_null(statement, index);
    else if (typeof value === 'number') {
      if (value === (value | 0)) module._sqlite3_bind_int(statement, index, value);
      else module._sqlite3_bind_double(statement, index, value);
    } else if (typeof value === 'string') {
      // The scratch memory may move for it: only then is it known where the text stands.
      const length = this.#encode(value);
      module._sqlite3_bind_text(statement, index, this.#scratch, length, TRANSIENT);
    } else {
      this.#need(value.length);
      module.HEAPU8.set(value, this.#scratch);
      module._sqlite3_bind_blob(statement, index, this.#scratch, value.length, TRANSIENT);
    }
  }

  /** Writes a text into the scratch memory; answers how many bytes it takes. */
  #encode(text: string): number {
    this.#need(text.length * 3);
    const memory = this.#module.HEAPU8;
    const from = this.#scratch;
    if (text.length > SHORT) return encoder.encodeInto(text, memory.subarray(from)).written;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) return encoder.encodeInto(text, memory.subarray(from)).written;
      memory[from + i] = unit;
    }
    return text.length;
  }

  #need(size: number): void {
    if (size <= this.#scratchSize) return;
    this.#module._sqlite3_free(this.#scratch);
    this.#scratchSize = size * 2;
    this.#scratch = this.#module._sqlite3_malloc(this.#scratchSize);
  }

  #prepare(sql: string): Statement {
    const module = this.#module;
    const bytes = encoder.encode(sql);
    const pointer = module._sqlite3_malloc(bytes.length + 8);
    module.HEAPU8.set(bytes, pointer + 8);
    const code = module._sqlite3_prepare_v3(
      this.#db,
      pointer + 8,
      bytes.length,
      SQLITE_PREPARE_PERSISTENT,
      pointer,
      0,
    );
    const statement = module.getValue(pointer, '*');
    module._sqlite3_free(pointer);
    if (code !== 0) this.#fail();
    const columns: string[] = [];
    for (let i = 0; i < module._sqlite3_column_count(statement); i++) {
      columns.push(module.UTF8ToString(module._sqlite3_column_name(statement, i)));
    }
    const prepared = { pointer: statement, columns };
    this.#statements.set(sql, prepared);
    return prepared;
  }

  #row(statement: Statement): Row {
    const row: Row = {};
    for (let i = 0; i < statement.columns.length; i++) {
      row[statement.columns[i] as string] = this.#column(statement.pointer, i);
    }
    return row;
  }

  #column(statement: number, i: number): null | number | string | Uint8Array {
    const module = this.#module;
    switch (module._sqlite3_column_type(statement, i)) {
      case INTEGER:
      case FLOAT:
        return module._sqlite3_column_double(statement, i);
      case TEXT: {
        const at = module._sqlite3_column_text(statement, i);
        return decoder.decode(module.HEAPU8.subarray(at, at + module._sqlite3_column_bytes(statement, i)));
      }
      case BLOB: {
        const at = module._sqlite3_column_blob(statement, i);
        return module.HEAPU8.slice(at, at + module._sqlite3_column_bytes(statement, i));
      }
      default:
        return null;
    }
  }

  #failReset(statement: Statement): never {
    try {
      this.#fail();
    } finally {
      this.#module._sqlite3_reset(statement.pointer);
    }
  }

  #fail(): never {
    const code = this.#module._sqlite3_extended_errcode(this.#db);
    throw new SqliteError(this.#module.UTF8ToString(this.#module._sqlite3_errmsg(this.#db)), code & 0xff);
  }
}
