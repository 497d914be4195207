/** What was changed, so that it can be taken back and done again; the newest hundred changes. */
export class Undo<T> {
  private past = $state.raw<T[]>([]);
  private future = $state.raw<T[]>([]);
  readonly canUndo = $derived(this.past.length > 0);
  readonly canRedo = $derived(this.future.length > 0);
  private readonly apply: (state: T) => void;
  private readonly now: () => T;

  constructor(now: () => T, apply: (state: T) => void) {
    this.now = now;
    this.apply = apply;
  }

  /** Called before a change with the state that it leaves. */
  before(state: T) {
    this.past = [...this.past.slice(-99), state];
    this.future = [];
  }

  undo() {
    const state = this.past.at(-1);
    if (state === undefined) return;
    this.past = this.past.slice(0, -1);
    this.future = [...this.future, this.now()];
    this.apply(state);
  }

  redo() {
    const state = this.future.at(-1);
    if (state === undefined) return;
    this.future = this.future.slice(0, -1);
    this.past = [...this.past, this.now()];
    this.apply(state);
  }
}
