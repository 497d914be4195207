import { inView, nearness, project, type Curve, type View } from './anatomy';
import { colour, mix, rgb, share, type Rgb, type Scale } from './scales';

// One drawing of the vessels, on a canvas or as SVG, from one reading of the body.

export type Shown = 'pressure' | 'flow' | 'velocity' | 'oxygen' | 'reflux';
export interface Reading {
  pressure: (number | null)[]; flow: (number | null)[]; velocity: (number | null)[]; areaRatio: (number | null)[];
  reflux: boolean[]; oxygen: (number | null)[];
}
export interface Scales { veins: Scale; arteries: Scale }
export interface Place { curve: Curve; index: number; xy: Float32Array; artery: boolean; width: number; d: string }
export interface Frame { scale: number; toX: (across: number) => number; toY: (height: number) => number }

// Forward and backward differ in lightness too, not in hue alone.
export const forward: Rgb = [70, 130, 180];
export const backward: Rgb = [255, 140, 40];
const unknown = '#8a94a0';
// One hue from pale to deep: tells arteries from veins in either scale and in grey.
export const arterial: Rgb[] = [[250, 214, 205], [238, 150, 132], [214, 84, 68], [158, 30, 34], [96, 8, 18]];

/** How a view is laid into a picture of this size, with a margin for labels at either side. */
export function fit(view: View, width: number, height: number, margin: number): Frame {
  const scale = Math.min((width - 2 * margin) / (2 * view.halfWidth), height / (view.top - view.bottom));
  const top = (height - scale * (view.top - view.bottom)) / 2;
  return { scale, toX: (across) => width / 2 + scale * (across - view.x), toY: (z) => top + scale * (view.top - z) };
}

/** The vessels of a view in the order of painting: arteries first, then what lies behind. */
export function places(curves: Curve[], view: View, frame: Frame, arteries: boolean): Place[] {
  return curves
    .map((curve, index) => ({ curve, index, artery: curve.vessel.kind === 'artery' }))
    .filter((p) => (arteries || !p.artery) && inView(p.curve, view))
    .sort((a, b) => Number(b.artery) - Number(a.artery)
      || nearness(a.curve.points[5]!, view) - nearness(b.curve.points[5]!, view))
    .map((p) => {
      const xy = new Float32Array(p.curve.points.length * 2);
      p.curve.points.forEach((point, i) => {
        const [across, z] = project(point, view);
        xy[2 * i] = frame.toX(across);
        xy[2 * i + 1] = frame.toY(z);
      });
      let d = '';
      for (let i = 0; i < xy.length; i += 2) d += `${i ? 'L' : 'M'}${xy[i]!.toFixed(1)} ${xy[i + 1]!.toFixed(1)}`;
      return { ...p, xy, d, width: Math.max(1.4, p.curve.calibre * frame.scale) };
    });
}

/** The colour of one vessel. */
export function tint(shown: Shown, at: number, artery: boolean, r: Reading, scales: Scales): string {
  if (shown === 'reflux') return r.flow[at] === null || r.flow[at] === undefined ? unknown : rgb(r.reflux[at] ? backward : forward);
  const value = r[shown][at];
  if (value === null || value === undefined) return unknown;
  const size = shown === 'flow' || shown === 'velocity' ? Math.abs(value) : value;
  const scale = artery ? scales.arteries : scales.veins;
  return colour(size, scale);
}

const nice = (x: number, step: number, up: boolean) => (up ? Math.ceil(x / step) : Math.floor(x / step)) * step;

/** Scales that hold nearly all of what is drawn, in steps, so that they do not crawl with every beat. */
export function scalesFor(shown: Shown, curves: Curve[], r: Reading, stops: Rgb[], before: Scales | null): Scales {
  if (shown === 'flow') return { veins: { low: 0, high: 800, stops, log: true }, arteries: { low: 0, high: 6000, stops: arterial, log: true } };
  if (shown === 'velocity') return { veins: { low: 0, high: 60, stops, log: false }, arteries: { low: 0, high: 120, stops: arterial } };
  if (shown === 'oxygen') return { veins: { low: 50, high: 100, stops }, arteries: { low: 50, high: 100, stops } };
  if (shown === 'reflux') return { veins: { low: 0, high: 1, stops: [forward, backward] }, arteries: { low: 0, high: 1, stops: [forward, backward] } };
  const veins: number[] = [], arteries: number[] = [];
  curves.forEach((c, i) => {
    const value = r.pressure[i];
    if (value !== null && value !== undefined) (c.vessel.kind === 'artery' ? arteries : veins).push(value);
  });
  const range = (values: number[], step: number, old: Scale | undefined, fallback: [number, number], ramp: Rgb[]): Scale => {
    if (values.length < 5) return old ?? { low: fallback[0], high: fallback[1], stops: ramp };
    values.sort((a, b) => a - b);
    const at = (q: number) => values[Math.floor(q * (values.length - 1))]!;
    let low = nice(at(0.02), step, false), high = Math.max(nice(at(0.97), step, true), low + step);
    // Widened at once, narrowed only when much of it lies idle.
    if (old) {
      if (low > old.low && low < old.low + 2 * step) low = old.low;
      if (high < old.high && high > old.high - 2 * step) high = old.high;
    }
    return { low, high, stops: ramp };
  };
  return {
    veins: range(veins, 5, before?.veins, [0, 15], stops),
    arteries: range(arteries, 20, before?.arteries, [60, 120], arterial),
  };
}

interface Look { casing: string; ghost: string; dash: string }

/** Paints vessels on a canvas; phase moves the marks that run with the blood. */
export function paint(c: CanvasRenderingContext2D, all: Place[], shown: Shown, r: Reading, scales: Scales, look: Look,
  phase: Float32Array | null, selected: string | null) {
  c.lineCap = 'round';
  c.lineJoin = 'round';
  for (const p of all) {
    const ratio = r.areaRatio[p.index] ?? 1;
    const width = Math.max(1.2, p.width * Math.sqrt(Math.max(0.02, ratio)));
    c.beginPath();
    c.moveTo(p.xy[0]!, p.xy[1]!);
    for (let i = 2; i < p.xy.length; i += 2) c.lineTo(p.xy[i]!, p.xy[i + 1]!);
    if (ratio < 0.5 && !p.artery) {
      c.strokeStyle = look.ghost;
      c.lineWidth = p.width + 1;
      c.stroke();
    }
    if (p.curve.vessel.id === selected) {
      c.strokeStyle = look.dash;
      c.lineWidth = width + 8;
      c.globalAlpha = 0.9;
      c.stroke();
      c.globalAlpha = 1;
    }
    c.strokeStyle = look.casing;
    c.lineWidth = width + (p.artery ? 1 : 1.8);
    c.stroke();
    c.strokeStyle = tint(shown, p.index, p.artery, r, scales);
    c.lineWidth = width;
    c.stroke();
    if (phase && width > 2) {
      const gap = 13 + width;
      c.setLineDash([1.5 + width * 0.35, gap]);
      c.lineDashOffset = -phase[p.index]! % (gap + 1.5 + width * 0.35);
      c.strokeStyle = '#ffffffb0';
      c.lineWidth = Math.max(1, width * 0.32);
      c.stroke();
      c.setLineDash([]);
    }
  }
}

/** The same drawing as a file that opens anywhere. */
export function asSvg(all: Place[], shown: Shown, r: Reading, scales: Scales, width: number, height: number,
  skin: string, frame: Frame, title: string, legend: string, unit: (x: number) => string): string {
  const escape = (s: string) => s.replace(/[&<>"]/g, (x) => `&#${x.charCodeAt(0)};`);
  const vessels = all.map((p) => {
    const w = Math.max(1.2, p.width * Math.sqrt(Math.max(0.02, r.areaRatio[p.index] ?? 1)));
    return `<g><title>${escape(p.curve.vessel.name)}</title><path d="${p.d}" stroke="#2c3742" stroke-width="${(w + 1.8).toFixed(1)}"/>`
      + `<path d="${p.d}" stroke="${tint(shown, p.index, p.artery, r, scales)}" stroke-width="${w.toFixed(1)}"/></g>`;
  }).join('\n');
  const s = scales.veins;
  const bars = Array.from({ length: 24 }, (_, i) =>
    `<rect x="${16 + i * 7}" y="${height + 26}" width="7.2" height="10" fill="${rgb(mix(i / 23, s.stops))}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + 62}" font-family="sans-serif" font-size="12">
<title>${escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>
<g transform="translate(${frame.toX(0)} ${frame.toY(0)}) scale(${frame.scale})"><path d="${skin}" fill="#eee9dd"/></g>
<g fill="none" stroke-linecap="round" stroke-linejoin="round">${vessels}</g>
<text x="16" y="${height + 18}">${escape(legend)}</text>${bars}
<text x="16" y="${height + 50}">${escape(unit(s.low))}</text><text x="184" y="${height + 50}" text-anchor="end">${escape(unit(s.high))}</text>
<text x="${width - 12}" y="${height + 50}" text-anchor="end" fill="#555">Azygos: computed, not observed; no advice</text></svg>`;
}

export { share };
