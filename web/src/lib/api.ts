// The lab's requests and replies, as docs/guide/lab-api.md gives them. Nothing here computes.

export interface Statistics { mean: number; min: number; max: number }
export interface Vessel {
  id: string; name: string; kind: string; region: string; from: string; to: string;
  from_xyz: [number, number, number]; to_xyz: [number, number, number];
  length_cm: number; rest_area_cm2: number; basis: string; source: string; note: string; site?: string | null;
}
export interface Site {
  id: string; name: string; group: string; vessel?: string | null; position?: number | null; node?: string | null;
  xyz?: [number, number, number]; note?: string;
}
export interface Normal {
  id: string; label: string; quantity: string; sites: string[]; posture: string; value: number;
  low: number | null; high: number | null; unit: string; band: string; use: string; basis: string; source: string;
}
export interface Source { key: string; citation: string; doi?: string | null; seen?: string | null }
export interface Model {
  id: string; name: string; description: string; vessels: Vessel[]; sites: Site[]; normal: Normal[];
  nodes?: { id: string; name: string; xyz: [number, number, number] }[];
  valves?: { id: string; name: string; kind: string; xyz: [number, number, number] }[];
  bridging_veins?: { id: string; name: string; from_xyz: [number, number, number]; to_xyz: [number, number, number] }[];
  sources?: Source[];
}
export interface Control {
  id: string; label: string; group?: string; unit: string; min: number; max: number; value: number; step: number; start?: number;
  choices?: { value: number; label: string }[] | null; place?: string | null; note?: string | null;
  hypothesis?: string | null;
}
export interface LiveSession {
  id: string; model: string; pace: number; vessels: string[]; sites: string[]; controls: Control[]; status?: string;
}
export interface Frame {
  n: number; t: number; speed?: number;
  vessels: {
    pressure_mmHg: number[]; flow_mL_min: number[]; velocity_cm_s: number[]; area_ratio: number[]; reflux: number[];
    saturation_percent?: (number | null)[];
  };
  sites: Record<string, Record<string, number[]>> & { times_s?: number[] };
  controls?: Record<string, number>;
}
export interface Progress { share?: number | null; line?: string; beat?: number; speed?: number }
export type RunStatus =
  'waiting' | 'running' | 'finished' | 'stopped' | 'cancelled' | 'failed' | 'interrupted';
export interface Run {
  id: string; name: string; kind: string; status: RunStatus; created?: string; place?: number | null;
  progress?: Progress | null; faults?: string[] | null; reason?: string | null; case?: string | null;
  result?: any; hypothesis?: string | null;
}
export interface CaseRow {
  name: string; description: string; posture?: string; lesions?: number; procedures?: number; hypothesis?: string | null;
}
export interface Entry {
  id: string; kind: 'case' | 'run' | 'view' | 'study'; name: string; text?: string | null; view?: any;
  run?: string | null; created: string;
}
export interface RunRequest {
  kind: 'simulate' | 'exam'; text?: string; case?: string; model?: string; name?: string; posture?: string;
  set?: string[]; protocol?: string; blinded?: boolean; operator?: string; seed?: number;
}

/** A refusal with every fault that the lab found. */
export class Refused extends Error {
  readonly status: number;
  readonly faults: string[];

  constructor(status: number, faults: string[]) {
    super(faults.join('\n') || `The lab answered ${status}.`);
    this.status = status;
    this.faults = faults;
  }
}

let token: string | null = null;
export interface Session {
  version: string; token: string; limits: Record<string, number>; units?: Record<string, { unit: string; factor: number }[]>;
  statements?: Record<string, string>; statement?: string;
}
let session: Promise<Session> | null = null;

async function reply<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const body: unknown = response.headers.get('content-type')?.includes('json')
    ? await response.json().catch(() => null) : null;
  if (response.ok) return body as T;
  const said = body as { faults?: string[]; title?: string; detail?: string } | null;
  const after = response.headers.get('retry-after');
  const faults = said?.faults?.length ? said.faults : [said?.detail ?? said?.title ?? words(response.status)];
  throw new Refused(response.status, after ? [...faults, `Ask again in ${after} s.`] : faults);
}

function words(status: number): string {
  if (status === 429) return 'Too much was asked at once.';
  if (status === 404) return 'There is no such thing here; it may have been deleted.';
  if (status === 413) return 'Too large.';
  return `The lab answered ${status}.`;
}

async function ask(address: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch {
    throw new Refused(0, ['The lab does not answer. Is the program still running?']);
  }
}

export const get = async <T>(address: string): Promise<T> =>
  reply<T>(await ask(address, { headers: { Accept: 'application/json' } }));

/** Program, limits, statements; asked once. */
export function openSession(again = false): Promise<Session> {
  if (again || !session) {
    session = get<Session>('/api/session');
    session.then((s) => (token = s.token), () => (session = null));
  }
  return session;
}

async function change<T>(method: string, address: string, body?: unknown): Promise<T> {
  for (let tries = 0; ; tries++) {
    if (!token || tries > 0) token = (await openSession(tries > 0)).token;
    const headers: Record<string, string> = { Accept: 'application/json', 'X-Azygos-Token': token };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const response = await ask(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    // A page that outlives the program holds an old token: one more try with a new one.
    if (response.status === 403 && tries === 0) continue;
    return reply<T>(response);
  }
}

const post = <T>(address: string, body: unknown = {}) => change<T>('POST', address, body);
const part = encodeURIComponent;

export const api = {
  health: () => get<{ status: string; version: string }>('/health'),
  models: () => get<{ models: { id: string; name: string; description: string }[] }>('/api/models'),
  model: (id: string, detail = 'core') => get<Model>(`/api/models/${part(id)}?detail=${detail}`),
  cases: () => get<{ cases: CaseRow[] }>('/api/cases'),
  caseText: (name: string) => get<{ name: string; text: string; description?: string }>(`/api/cases/${part(name)}`),
  checkCase: (text: string) => post<{ faults: string[]; warnings?: string[]; hypothesis?: string }>(
    '/api/cases/check', { text }),

  startRun: (request: RunRequest) => post<Run>('/api/runs', request),
  runs: () => get<{ runs: Run[] }>('/api/runs'),
  run: (id: string) => get<Run>(`/api/runs/${part(id)}`),
  runVessels: (id: string) => get<{ vessels: { id: string; pressure_from_mmHg: number; pressure_to_mmHg: number;
    flow_mL_min: number; area_cm2: number }[] }>(`/api/runs/${part(id)}/vessels`),
  waves: (id: string, quantity: string, sites: string[]) => get<{ times_s: number[]; waves: { site: string;
    quantity: string; values: number[] }[] }>(
    `/api/runs/${part(id)}/waves?quantity=${quantity}&${sites.map((s) => `site=${part(s)}`).join('&')}`),
  cancelRun: (id: string) => post<Run>(`/api/runs/${part(id)}/cancel`),
  deleteRun: (id: string) => change<void>('DELETE', `/api/runs/${part(id)}`),
  exportAddress: (id: string, what: string) => `/api/runs/${part(id)}/export?what=${part(what)}`,
  spectrum: (id: string, file: string) => `/api/runs/${part(id)}/${file.split('/').map(part).join('/')}`,
  compare: (before: string, after: string) => get<any>(`/api/compare?before=${part(before)}&after=${part(after)}`),
  harms: (procedure: string) => get<{ harms: any; procedure: string }>(`/api/harms?procedure=${procedure}`),

  openLive: (request: { model?: string; text?: string; case?: string; pace?: number }) =>
    post<LiveSession>('/api/live', request),
  live: (id: string) => get<LiveSession>(`/api/live/${part(id)}`),
  control: (id: string, values: Record<string, number>) =>
    post<{ controls: Record<string, number> }>(`/api/live/${part(id)}/controls`, values),
  liveDo: (id: string, what: 'pause' | 'resume' | 'reset') => post<{ status: string }>(`/api/live/${part(id)}/${what}`),
  livePace: (id: string, pace: number) => post<unknown>(`/api/live/${part(id)}/pace`, { pace }),

  studies: () => get<{ studies: { name: string; design: string; people: number; description: string }[] }>('/api/studies'),
  study: (name: string) => get<{ name: string; text: string }>(`/api/studies/${part(name)}`),
  startStudy: (request: { text?: string; name?: string; repeat?: number; seed?: number }) =>
    post<Run>('/api/studies', request),
  explain: (rows: string) => post<Run>('/api/studies/explain', { rows }),
  runStudies: (id: string) => get<{ rows: Record<string, any>[] }>(`/api/runs/${part(id)}/studies`),

  claims: () => get<any>('/api/evidence/claims'),
  claim: (id: string) => get<any>(`/api/evidence/claims/${part(id)}`),
  evidenceStudies: () => get<{ title: string; studies: any[] }>('/api/evidence/studies'),
  evidenceStudy: (id: string) => get<any>(`/api/evidence/studies/${part(id)}`),
  statements: () => get<{ statements: any[] }>('/api/evidence/statements'),
  choices: () => get<any>('/api/evidence/choices'),
  pool: (query: string) => get<any>(`/api/evidence/pool${query ? `?${query}` : ''}`),
  multiverse: () => get<any>('/api/evidence/multiverse'),
  releases: () => get<{ releases: any[] }>('/api/evidence/releases'),

  catalogue: () => get<{ entries: Entry[] }>('/api/catalogue'),
  save: (entry: { kind: Entry['kind']; name: string; text?: string; view?: unknown; run?: string }) =>
    post<{ id: string }>('/api/catalogue', entry),
  rename: (id: string, name: string) => change<unknown>('PUT', `/api/catalogue/${part(id)}`, { name }),
  forget: (id: string) => change<void>('DELETE', `/api/catalogue/${part(id)}`),
  makeLink: (view: unknown) => post<{ id: string; path: string }>('/api/links', { view }),
  link: (id: string) => get<{ id: string; view: any }>(`/api/links/${part(id)}`),
  digest: (email: string) => post<{ message: string }>('/api/digest', { email }),
};
