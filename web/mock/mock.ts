// For development without the lab: stands in for it with a model of this repository and a folder of stored runs
// (base/ with waves.csv, one folder a run, cmp.json, ev-claims.json …). Not part of the built page.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

function rows(text: string): Record<string, string>[] {
  const cells = (line: string) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)].slice(0, -1)
    .map((m) => m[1]!.replace(/^"|"$/g, '').replaceAll('""', '"'));
  const [head, ...rest] = text.trim().split(/\r?\n/);
  const names = cells(head! + ',');
  return rest.map((line) => Object.fromEntries(cells(line + ',').map((c, i) => [names[i]!, c])));
}

export function mock(folder: string): Plugin {
  const models = join(import.meta.dirname, '../../models/healthy-adult');
  const table = (name: string) => rows(readFileSync(join(models, name), 'utf8'));
  const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const nodes = new Map(table('nodes.csv').map((n) => [n.id!, [Number(n.x_cm), Number(n.y_cm), Number(n.z_cm)]]));
  const vessels = table('vessels.csv').filter((v) => nodes.has(v.from!) && nodes.has(v.to!) && v.tier === '1').map((v) => ({
    ...v, from_xyz: nodes.get(v.from!), to_xyz: nodes.get(v.to!), length_cm: Number(v.length_cm), rest_area_cm2: Number(v.rest_area_cm2),
  }) as Record<string, any>);
  const sites = table('sites.csv').map((s) => ({ ...s, position: Number(s.position) }) as Record<string, any>);
  const waves = new Map<string, Map<string, number[]>>();
  for (const line of readFileSync(join(folder, 'base/waves.csv'), 'utf8').split('\n').slice(1)) {
    const [site, quantity, , value] = line.split(',');
    if (!quantity) continue;
    if (!waves.has(site!)) waves.set(site!, new Map());
    const of = waves.get(site!)!;
    if (!of.has(quantity)) of.set(quantity, []);
    of.get(quantity)!.push(Number(value));
  }
  const bySite = new Map(sites.filter((s) => s.vessel).map((s) => [s.vessel as string, s.id as string]));
  const controls = [
    { id: 'posture', label: 'Tilt', group: 'Posture and breath', unit: '°', min: -20, max: 90, value: 0, step: 1 },
    { id: 'breathing_rate', label: 'Breathing rate', group: 'Posture and breath', unit: '/min', min: 6, max: 30, value: 14, step: 1 },
    { id: 'heart_rate', label: 'Heart rate', group: 'Heart and blood', unit: '/min', min: 40, max: 150, value: 70, step: 1 },
    { id: 'narrowing_ijv_left_j2', label: 'Narrowing of the left jugular, J2', group: 'Narrowing', unit: '%', min: 0, max: 95, value: 0, step: 1, place: 'ijv_left_j2' },
  ];
  const fake = { id: 'mock', model: 'healthy-adult', pace: 1, vessels: vessels.map((v) => v.id), sites: sites.map((s) => s.id), controls, status: 'running' };
  const runs: Record<string, any> = {};

  function reply(path: string, query: URLSearchParams): unknown {
    if (path === '/api/session') return { version: 'mock', token: 'mock', limits: {} };
    if (path === '/api/models/healthy-adult') return { id: 'healthy-adult', name: 'Healthy adult', description: '', vessels, sites, normal: [], sources: [] };
    if (path === '/api/live' || path === '/api/live/mock') return fake;
    if (path.startsWith('/api/live/mock/')) return { status: 'running', controls: {} };
    if (path === '/api/evidence/claims') return json('ev-claims.json');
    if (path.startsWith('/api/evidence/claims/')) return json('ev-claim.json');
    if (path === '/api/evidence/multiverse') return json('ev-multiverse.json');
    if (path === '/api/compare') return json('cmp.json');
    if (path === '/api/runs') return { runs: Object.values(runs) };
    const run = path.match(/^\/api\/runs\/([\w-]+)$/)?.[1];
    if (run && existsSync(join(folder, run, 'result.json'))) return { id: run, name: run, kind: 'simulate', status: 'finished', result: json(`${run}/result.json`) };
    void query;
    return undefined;
  }

  return {
    name: 'azygos-mock',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url!, 'http://x');
        if (url.pathname === '/api/live/mock/stream') {
          response.writeHead(200, { 'Content-Type': 'text/event-stream' });
          let n = 0;
          const timer = setInterval(() => {
            const count = waves.get('ijv_left_j2')!.get('pressure_mmHg')!.length;
            const at = (site: string | undefined, q: string, k: number) => waves.get(site ?? '')?.get(q)?.[(n * 5 + k) % count] ?? null;
            const of = (q: string) => vessels.map((v) => at(bySite.get(v.id), q, 0));
            const flow = of('flow_mL_min');
            const asked = url.searchParams.getAll('site');
            const frame = { n, t: n * 0.05, speed: 1, vessels: { pressure_mmHg: of('pressure_mmHg'), flow_mL_min: flow, velocity_cm_s: of('velocity_cm_s'),
              area_ratio: vessels.map((v) => { const a = at(bySite.get(v.id), 'area_cm2', 0); return a === null ? null : a / v.rest_area_cm2; }), reflux: flow.map((q) => (q !== null && q < 0 ? 1 : 0)) },
            sites: { times_s: [0, 1, 2, 3, 4].map((k) => n * 0.05 + k * 0.01), ...Object.fromEntries(asked.map((s) => [s, Object.fromEntries(
              [...(waves.get(s)?.keys() ?? [])].map((q) => [q, [0, 1, 2, 3, 4].map((k) => at(s, q, k))]))])) } };
            response.write(`event: frame\ndata: ${JSON.stringify(frame)}\n\n`);
            n++;
          }, 50);
          request.on('close', () => clearInterval(timer));
          return;
        }
        if (!url.pathname.startsWith('/api/')) return next();
        const body = reply(url.pathname, url.searchParams);
        response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(body ?? { faults: ['The mock has no such thing.'] }));
      });
    },
  };
}
