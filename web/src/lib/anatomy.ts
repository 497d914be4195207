import type { Vessel } from './api';

// The course of a vessel between its two nodes is for the eye; only the nodes are the model's. Same rule as the report:
// each end leaves along the mean direction of the vessel and of the one that continues it most nearly straight.

export type Point = [number, number, number];
export interface Curve { vessel: Vessel; points: Point[]; calibre: number }
export interface View {
  id: string; label: string; left: string; right: string; side: boolean; x: number; halfWidth: number; bottom: number; top: number;
}

export const views: View[] = [
  { id: 'whole', label: 'Head to pelvis', left: 'Right', right: 'Left', side: false, x: 0, halfWidth: 20, bottom: -35.5, top: 41.5 },
  { id: 'head', label: 'Head and neck', left: 'Right', right: 'Left', side: false, x: 0, halfWidth: 12.5, bottom: 4, top: 41.5 },
  { id: 'side', label: 'From the left', left: 'Front', right: 'Back', side: true, x: 0.6, halfWidth: 12.5, bottom: 4, top: 41.5 },
  { id: 'trunk', label: 'Chest and spine', left: 'Right', right: 'Left', side: false, x: 0, halfWidth: 15, bottom: -35.5, top: 12 },
];

const sub = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const add = (a: Point, b: Point, k = 1): Point => [a[0] + k * b[0], a[1] + k * b[1], a[2] + k * b[2]];
const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const unit = (a: Point): Point => {
  const size = Math.hypot(...a);
  return size > 1e-6 ? [a[0] / size, a[1] / size, a[2] / size] : [0, 0, 0];
};

// Chosen: a neighbour turning by more than about 75 degrees is a branch, not a continuation.
const leastContinuation = 0.25;
const steps = 10;

/** Smooth courses of vessels, as points in cm. */
export function curves(vessels: Vessel[]): Curve[] {
  const at = new Map<string, Vessel[]>();
  for (const v of vessels) for (const node of [v.from, v.to]) at.set(node, [...(at.get(node) ?? []), v]);
  const toward = (v: Vessel, node: string): Point =>
    unit(v.from === node ? sub(v.to_xyz, v.from_xyz) : sub(v.from_xyz, v.to_xyz));
  const leaving = (v: Vessel, node: string): Point => {
    const own = toward(v, node);
    let straightest = leastContinuation, best: Point = [0, 0, 0];
    for (const other of at.get(node) ?? []) {
      if (other === v || (other.kind === 'artery') !== (v.kind === 'artery')) continue;
      const theirs = toward(other, node);
      if (-dot(own, theirs) <= straightest) continue;
      straightest = -dot(own, theirs);
      best = theirs;
    }
    return unit(sub(own, best));
  };
  const twins = new Map<string, number>();
  return vessels.map((v) => {
    const reach = Math.hypot(...sub(v.from_xyz, v.to_xyz)) / 3;
    const pair = [v.from, v.to].sort().join(' ');
    const before = twins.get(pair) ?? 0;
    twins.set(pair, before + 1);
    const bow = Math.max(reach, 1) * Math.floor((before + 1) / 2);
    const side: Point = [(before % 2 === 1 ? 0.35 : -0.35) * bow, -0.35 * bow, 0];
    const a = v.from_xyz, d = v.to_xyz;
    const b = add(add(a, leaving(v, v.from), reach), side), c = add(add(d, leaving(v, v.to), reach), side);
    const points: Point[] = [];
    for (let i = 0; i <= steps; i++) {
      const t = i / steps, u = 1 - t;
      const w = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t] as const;
      points.push([0, 1, 2].map((k) => w[0] * a[k]! + w[1] * b[k]! + w[2] * c[k]! + w[3] * d[k]!) as Point);
    }
    return { vessel: v, points, calibre: 2 * Math.sqrt(Math.max(0, v.rest_area_cm2) / Math.PI) };
  });
}

/** A place on the picture plane of a view [cm]: across to the viewer's right, up. */
export const project = (p: Point, view: View): [number, number] => [view.side ? -p[1] : p[0], p[2]];
/** How near to the viewer a place is [cm]. */
export const nearness = (p: Point, view: View): number => (view.side ? p[0] : p[1]);

// Limbs beyond shoulder and groin are left to the tables: the drawing is of what drains brain and cord.
export const limb = /^(brachial|ulnar|radial|common_interosseous|posterior_interosseous|popliteal|tibial|anterior_tibial|posterior_tibial|fibular|peroneal|great_saphenous)/;

/** True when the vessel's middle or an end lies in the window. */
export const inView = (curve: Curve, view: View): boolean => !limb.test(curve.vessel.id) && [0, steps / 2, steps].some((i) => {
  const [x, z] = project(curve.points[i]!, view);
  return Math.abs(x - view.x) <= view.halfWidth + 1 && z >= view.bottom - 1 && z <= view.top + 1;
});

// Drawn by hand, skull vault 40 cm and chin 18 cm above the right atrium; not data.
const headSide = [-6, 4, -5.5, 8, -4.6, 12, -5, 16.2, -6.6, 17, -9, 17.2, -9.4, 18.6, -9.6, 20.4, -9.2, 21, -9.5, 22.4,
  -9.7, 23.4, -11.6, 24.4, -11, 25.4, -10.2, 27.4, -9.4, 28, -9.6, 30, -9.8, 36, -6, 40.5, 0.6, 40.5, 7.4, 40.5, 11, 36.5,
  11, 31, 11, 27, 9.4, 24.6, 8.2, 22.4, 7, 20, 7.4, 15, 8.6, 12, 9.4, 9, 9.6, 7, 9.6, 4];
const skullSide = [-8.4, 29, -8.8, 35.5, -5, 39.6, 0.6, 39.6, 6.8, 39.6, 10, 36, 10, 31, 10, 28, 8.6, 25.6, 5.6, 24.6,
  3.4, 24, 2, 24.2, 0.6, 25.4, -1, 27.6, -5.5, 26.6, -8.4, 29];
const bodyFront = [-13.4, -36, -13.8, -30, -12.6, -22, -12.9, -14, -13.2, -8, -14.4, -3, -14.6, 0, -15.4, -5, -16.6, -14, -17.4, -20,
  -18.4, -21, -19.6, -21, -20.6, -20, -20.8, -12, -20.2, -2, -19.4, 3.6, -18.6, 7.4, -15, 8.8, -10.4, 10.2, -6.8, 11.2, -5.7, 12.4,
  -5.6, 14, -5.3, 15.6, -5.6, 18, -6, 20, -7, 23, -7.7, 27, -7.7, 31, -7.7, 37, -4.5, 40.5, 0, 40.5];
const skullFront = [-6.6, 27.5, -7.4, 33, -5, 39.6, 0, 39.6, 5, 39.6, 7.4, 33, 6.6, 27.5, 5, 25.6, 3, 24.6, 0, 24.2,
  -3, 24.6, -5, 25.6, -6.6, 27.5];

const mirrored = (half: number[]): number[] => {
  const whole = [...half];
  for (let i = half.length - 4; i >= 0; i -= 2) whole.push(-half[i]!, half[i + 1]!);
  return whole;
};
const path = (points: number[]): string => points.reduce((d, _, i) => i % 2 ? d
  : `${d}${i === 0 ? 'M' : i === 2 ? 'C' : ' '}${points[i]} ${(-points[i + 1]!).toFixed(2)}`, '');

/** Outlines of the body in a view, as path data in cm with height downward negative. */
export const outline = (view: View): { skin: string; skull: string } => view.side
  ? { skin: path(headSide), skull: path(skullSide) }
  : { skin: path(mirrored(bodyFront)), skull: path(skullFront) };
