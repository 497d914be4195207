import { api, type Run, type RunRequest } from './api';

const over = new Set(['finished', 'stopped', 'cancelled', 'failed', 'interrupted']);
export const isOver = (run: Run | null | undefined): boolean => !!run && over.has(run.status);

/** One run, followed until it is over. */
export class Followed {
  run = $state.raw<Run | null>(null);
  error = $state<unknown>(null);
  starting = $state(false);
  private stream: EventSource | null = null;

  async start(request: RunRequest | (() => Promise<Run>)): Promise<Run | null> {
    this.close();
    this.run = null;
    this.error = null;
    this.starting = true;
    try {
      const run = await (typeof request === 'function' ? request() : api.startRun(request));
      this.run = run;
      this.follow(run.id);
      return run;
    } catch (error) {
      this.error = error;
      return null;
    } finally {
      this.starting = false;
    }
  }

  /** Shows a run that was started earlier. */
  async show(id: string) {
    if (this.run?.id === id) return;
    this.close();
    this.run = null;
    this.error = null;
    try {
      this.run = await api.run(id);
      if (!isOver(this.run)) this.follow(id);
    } catch (error) {
      this.error = error;
    }
  }

  private follow(id: string) {
    const stream = new EventSource(`/api/runs/${encodeURIComponent(id)}/events`);
    this.stream = stream;
    stream.addEventListener('progress', (e) => {
      if (this.run?.id === id)
        this.run = { ...this.run, status: 'running', progress: JSON.parse((e as MessageEvent<string>).data) };
    });
    const end = async () => {
      stream.close();
      if (this.stream === stream) this.stream = null;
      try {
        const run = await api.run(id);
        if (this.run?.id === id) this.run = run;
        if (!isOver(run)) setTimeout(() => this.run?.id === id && this.follow(id), 1000);
      } catch (error) {
        this.error = error;
      }
    };
    stream.addEventListener('done', end);
    stream.onerror = () => stream.readyState === EventSource.CLOSED && void end();
  }

  async cancel() {
    if (this.run) this.run = { ...this.run, ...(await api.cancelRun(this.run.id)) };
  }

  close() {
    this.stream?.close();
    this.stream = null;
  }
}
