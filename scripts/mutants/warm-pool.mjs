import { ThreadsPoolWorker } from 'vitest/node';

/** A thread that has loaded the room, waiting for the next change; and how many it has seen. */
let kept;
const MOST = 200;

/**
 * A worker whose thread lives on from change to change, since loading the room takes longer than most tests. Changes are
 * switched at run time, so what is loaded stays right; where a change takes part in loading itself, Stryker says so and the
 * thread is a new one.
 */
class WarmWorker extends ThreadsPoolWorker {
  name = 'warm';
  #project;
  #heard = [];
  #seen = 0;
  #wasWarm = false;

  constructor(options) {
    super(options);
    this.#project = options.project;
  }

  get #mayLast() {
    const { mode, mutantActivation } = this.#project.getProvidedContext();
    return mode === 'mutant' && mutantActivation === 'runtime' && this.#seen < MOST;
  }

  async start() {
    if (kept && this.#mayLast) {
      ({ thread: this._thread, seen: this.#seen } = kept);
      kept = undefined;
      this.#wasWarm = true;
    }
    await super.start();
  }

  on(event, callback) {
    this.#heard.push([event, callback]);
    super.on(event, callback);
  }

  off(event, callback) {
    this.#heard = this.#heard.filter(([e, c]) => e !== event || c !== callback);
    super.off(event, callback);
  }

  /** A thread that lives on is neither set up nor taken down again, and is told each time which tests to run. */
  send(message) {
    if (message.type === 'start' && this.#wasWarm) this.#answer('started');
    else if (message.type === 'stop' && this.#mayLast) this.#answer('stopped');
    else if (message.type === 'run') {
      super.send({ ...message, context: { ...message.context, config: this.#project.serializedConfig } });
    } else super.send(message);
  }

  #answer(type) {
    queueMicrotask(() => {
      for (const [event, callback] of this.#heard)
        if (event === 'message') callback({ type, __vitest_worker_response__: true });
    });
  }

  async stop() {
    if (!this.#mayLast || kept) return super.stop();
    for (const [event, callback] of [...this.#heard]) this.off(event, callback);
    this._thread.stdout.unpipe(this.stdout);
    this._thread.stderr.unpipe(this.stderr);
    kept = { thread: this._thread, seen: this.#seen + 1 };
    this._thread = undefined;
  }
}

/** Stryker asks for threads whatever the configuration says; this is put in their place afterwards. */
export const warmPool = {
  name: 'warm-pool',
  configureVitest({ project }) {
    project.config.pool = 'warm';
    project.config.poolRunner = { name: 'warm', createPoolWorker: (options) => new WarmWorker(options) };
  },
};
