import { api, Refused, type Control, type Frame, type LiveSession } from './api';
import { recall, remember } from './settings.svelte';
import { Undo } from './undo.svelte';

// The live run: one stream, its newest frame, and the waves of the last seconds. Frames come 20 times a second and are
// kept out of the reactive state; who draws asks for them. Numbers on the page follow twice a second.

export type LiveStatus = 'closed' | 'opening' | 'running' | 'paused' | 'stopped' | 'lost';
const seconds = 12;

export interface Wave { t: number[]; values: Record<string, number[]> }

class Live {
  session = $state.raw<LiveSession | null>(null);
  status = $state<LiveStatus>('closed');
  controls = $state.raw<Control[]>([]);
  values = $state<Record<string, number>>({});
  reason = $state<{ reason: string; place?: string; t?: number } | null>(null);
  error = $state<unknown>(null);
  faults = $state<string[]>([]);
  t = $state(0);
  speed = $state(0);
  /** Counts up twice a second, for numbers that need not be smoother. */
  tick = $state(0);
  frame: Frame | null = null;
  vessels: string[] = [];
  index = new Map<string, number>();
  waves = new Map<string, Wave>();
  readonly undo = new Undo<Record<string, number>>(() => ({ ...this.values }), (v) => void this.send(this.changes(v)));
  private listeners = new Set<(frame: Frame) => void>();
  private stream: EventSource | null = null;
  private sites: string[] = [];
  private pending: Record<string, number> = {};
  private sending = false;
  private ticked = 0;
  private tries = 0;

  onFrame(listener: (frame: Frame) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Opens or joins the live run. Controls of an earlier visit, or of a link, are set again in a new one. */
  async open(wanted: Record<string, number> = {}) {
    if (this.status === 'opening' || this.status === 'running' || this.status === 'paused') return;
    this.status = 'opening';
    this.error = null;
    this.reason = null;
    const kept = recall<{ id: string; values: Record<string, number> } | null>('live', null);
    try {
      let session: LiveSession | null = null;
      if (kept?.id) session = await api.live(kept.id).catch(() => null);
      if (session?.status === 'stopped') session = null;
      const again = session !== null;
      session ??= await api.openLive({ model: 'healthy-adult', pace: 1 });
      this.take(session);
      const asked = { ...(again ? {} : kept?.values ?? {}), ...wanted };
      const known = Object.fromEntries(Object.entries(asked).filter(([id, value]) =>
        value !== (this.values[id] ?? 0) && (id.startsWith('narrowing:') || this.controls.some((c) => c.id === id))));
      if (Object.keys(known).length) await this.send(known);
      if (session.status === 'paused') await api.liveDo(session.id, 'resume').catch(() => null);
      this.listen();
    } catch (error) {
      this.error = error;
      this.status = 'closed';
    }
  }

  private take(session: LiveSession) {
    this.session = session;
    this.controls = session.controls;
    this.values = Object.fromEntries(session.controls.map((c) => [c.id, c.value]));
    this.vessels = session.vessels;
    this.index = new Map(session.vessels.map((id, i) => [id, i]));
    this.waves.clear();
    this.keepSession();
  }

  /** Where a control stands when nobody turned it. */
  start(c: Control): number {
    return c.start ?? c.value;
  }

  /** What of a wanted state differs from the present one. */
  private changes(wanted: Record<string, number>): Record<string, number> {
    const all = { ...this.moved(), ...wanted };
    return Object.fromEntries(Object.keys(all).map((id) => [id, wanted[id] ?? 0] as [string, number])
      .filter(([id, v]) => v !== (this.values[id] ?? 0)));
  }

  /** Controls away from their start. */
  moved(): Record<string, number> {
    const start = new Map(this.controls.map((c) => [c.id, this.start(c)]));
    return Object.fromEntries(Object.entries(this.values).filter(([id, v]) => Math.abs(v - (start.get(id) ?? 0)) > 1e-9));
  }

  private keepSession() {
    if (this.session) remember('live', { id: this.session.id, values: this.moved() });
  }

  /** Asks for the waves of these sites; the stream is opened anew only when the set changes. */
  watch(sites: string[]) {
    const wanted = sites.filter((s) => !this.session || this.session.sites.includes(s)).slice(0, 24);
    if (wanted.join() === this.sites.join()) return;
    this.sites = wanted;
    for (const site of [...this.waves.keys()]) if (!wanted.includes(site)) this.waves.delete(site);
    if (this.stream) this.listen();
  }

  private listen() {
    this.stream?.close();
    if (!this.session) return;
    const query = this.sites.map((s) => `site=${encodeURIComponent(s)}`).join('&');
    const stream = new EventSource(`/api/live/${this.session.id}/stream${query ? `?${query}` : ''}`);
    this.stream = stream;
    stream.addEventListener('frame', (e) => this.receive(JSON.parse((e as MessageEvent<string>).data) as Frame));
    stream.addEventListener('status', (e) => {
      const { status } = JSON.parse((e as MessageEvent<string>).data) as { status: LiveStatus };
      if (status === 'running' || status === 'paused') this.status = status;
    });
    stream.addEventListener('stopped', (e) => {
      this.reason = JSON.parse((e as MessageEvent<string>).data);
      this.status = 'stopped';
      stream.close();
    });
    stream.onopen = () => {
      this.tries = 0;
      if (this.status !== 'paused') this.status = 'running';
    };
    stream.onerror = () => void this.broken(stream);
  }

  private async broken(stream: EventSource) {
    if (stream !== this.stream || this.status === 'stopped') return;
    // A connection that merely broke comes back by itself; one refused for good is closed by the browser.
    if (stream.readyState !== EventSource.CLOSED) {
      this.status = 'lost';
      return;
    }
    this.status = 'lost';
    const wait = Math.min(8000, 500 * 2 ** this.tries++);
    await new Promise((done) => setTimeout(done, wait));
    if (stream !== this.stream || this.status !== 'lost') return;
    this.stream = null;
    this.status = 'closed';
    await this.open();
  }

  private receive(frame: Frame) {
    if (this.status === 'lost' || this.status === 'opening') this.status = 'running';
    this.frame = frame;
    const times = frame.sites?.times_s ?? [];
    if (times.length)
      for (const site of this.sites) {
        const news = frame.sites[site];
        if (!news) continue;
        const wave = this.waves.get(site) ?? { t: [], values: {} };
        // A body set back starts its clock again.
        if (wave.t.length && times[0]! < wave.t.at(-1)! - 1) { wave.t = []; wave.values = {}; }
        wave.t.push(...times);
        let cut = 0;
        while (cut < wave.t.length && wave.t[cut]! < wave.t.at(-1)! - seconds) cut++;
        wave.t.splice(0, cut);
        for (const [quantity, values] of Object.entries(news)) {
          const kept = (wave.values[quantity] ??= new Array<number>(wave.t.length + cut - times.length).fill(NaN));
          kept.push(...values);
          kept.splice(0, cut);
        }
        this.waves.set(site, wave);
      }
    for (const listener of this.listeners) listener(frame);
    const now = performance.now();
    if (now - this.ticked > 450) {
      this.ticked = now;
      this.t = frame.t;
      this.speed = frame.speed ?? 0;
      this.tick++;
    }
  }

  /** Moves one control at once; what a drag gives while a request is under way goes with the next one. */
  set(id: string, value: number) {
    this.values[id] = value;
    this.pending[id] = value;
    void this.flush();
  }

  async send(values: Record<string, number>) {
    Object.assign(this.values, values);
    Object.assign(this.pending, values);
    await this.flush();
  }

  private async flush() {
    if (this.sending || !this.session) return;
    this.sending = true;
    try {
      while (Object.keys(this.pending).length) {
        const values = this.pending;
        this.pending = {};
        await api.control(this.session.id, values);
        this.faults = [];
      }
    } catch (error) {
      this.faults = error instanceof Refused ? error.faults : [String(error)];
    } finally {
      this.sending = false;
      this.keepSession();
    }
  }

  async pause(yes: boolean) {
    if (!this.session) return;
    await api.liveDo(this.session.id, yes ? 'pause' : 'resume').catch((e) => (this.error = e));
    this.status = yes ? 'paused' : 'running';
  }

  async pace(pace: number) {
    if (!this.session) return;
    await api.livePace(this.session.id, pace).catch((e) => (this.error = e));
    this.session = { ...this.session, pace };
  }

  async reset() {
    if (!this.session) return;
    this.undo.before({ ...this.values });
    await api.liveDo(this.session.id, 'reset').catch((e) => (this.error = e));
    this.waves.clear();
    const fresh = await api.live(this.session.id).catch(() => null);
    if (fresh) this.take(fresh);
    this.listen();
  }

  /** Opens a new body after one that stopped. */
  async again() {
    this.close();
    remember('live', null);
    await this.open();
  }

  close() {
    this.stream?.close();
    this.stream = null;
    this.status = 'closed';
    this.session = null;
  }
}

export const live = new Live();
