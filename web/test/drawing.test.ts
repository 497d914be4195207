import { describe, expect, it } from 'vitest';
import type { Vessel } from '../src/lib/api';
import { curves, views } from '../src/lib/anatomy';
import { caseText } from '../src/lib/casefile';
import { fit, places, scalesFor } from '../src/lib/drawing';
import { csv } from '../src/lib/files';
import { emptyReading } from '../src/lib/reading';
import { cividis, mix, share, viridis } from '../src/lib/scales';

const vessel = (id: string, from: string, to: string, a: [number, number, number], b: [number, number, number], kind = 'vein'): Vessel => ({
  id, name: id, kind, region: 'neck', from, to, from_xyz: a, to_xyz: b, length_cm: 5, rest_area_cm2: 1, basis: 'assumed', source: '', note: '',
});
const chain = [vessel('upper', 'a', 'b', [0, 0, 20], [0, 0, 14]), vessel('lower', 'b', 'c', [0, 0, 14], [2, 0, 8])];

describe('courses of vessels', () => {
  it('pass through their nodes', () => {
    const [upper, lower] = curves(chain);
    expect(upper!.points[0]).toEqual([0, 0, 20]);
    expect(lower!.points.at(-1)).toEqual([2, 0, 8]);
  });
  it('leave a node that two share along one line', () => {
    const [upper, lower] = curves(chain);
    // Slopes at the node by three points, so of second order; the curves are cubic.
    const slope = (p: readonly number[][]) => Math.atan2(3 * p[0]![0]! - 4 * p[1]![0]! + p[2]![0]!, 3 * p[0]![2]! - 4 * p[1]![2]! + p[2]![2]!);
    const into = slope(upper!.points.slice(-3).reverse()), out = slope(lower!.points.slice(0, 3));
    expect(Math.abs(Math.abs(into - out) - Math.PI)).toBeLessThan(0.03);
  });
  it('of twins between the same nodes do not hide each other', () => {
    const [one, other] = curves([chain[0]!, { ...chain[0]!, id: 'twin' }]);
    expect(one!.points[5]).not.toEqual(other!.points[5]);
  });
  it('lie in the window in order, arteries first and only when asked', () => {
    const all = curves([...chain, vessel('carotid', 'd', 'e', [3, 1, 20], [3, 1, 10], 'artery')]);
    const frame = fit(views[1]!, 400, 500, 0);
    expect(places(all, views[1]!, frame, false).map((p) => p.curve.vessel.id)).not.toContain('carotid');
    expect(places(all, views[1]!, frame, true)[0]!.curve.vessel.id).toBe('carotid');
  });
});

describe('scales', () => {
  // Relative luminance by the sRGB weights: a scale read by lightness alone must not turn back.
  const light = (c: readonly number[]) => 0.2126 * c[0]! + 0.7152 * c[1]! + 0.0722 * c[2]!;
  it.each([['viridis', viridis], ['cividis', cividis]])('%s grows lighter all the way', (_, stops) => {
    const steps = Array.from({ length: 41 }, (_, i) => light(mix(i / 40, stops)));
    expect(steps.every((x, i) => i === 0 || x > steps[i - 1]!)).toBe(true);
  });
  it('hold what lies outside at their ends', () => {
    const scale = { low: 0, high: 10, stops: viridis };
    expect([share(-5, scale), share(5, scale), share(50, scale)]).toEqual([0, 0.5, 1]);
  });
  it('are widened at once and narrowed only when much lies idle', () => {
    const all = curves(Array.from({ length: 20 }, (_, i) => vessel(`v${i}`, `a${i}`, `b${i}`, [i, 0, 10], [i, 0, 5])));
    const r = emptyReading(20);
    const at = (value: number) => r.pressure.fill(value);
    at(12);
    const first = scalesFor('pressure', all, r, viridis, null);
    at(31);
    const wide = scalesFor('pressure', all, r, viridis, first);
    expect(wide.veins.high).toBe(35);
    at(27);
    expect(scalesFor('pressure', all, r, viridis, wide).veins.high).toBe(35);
    at(8);
    expect(scalesFor('pressure', all, r, viridis, wide).veins.high).toBe(10);
  });
});

describe('files', () => {
  it('of a case hold the narrowing and the procedure on it', () => {
    expect(caseText({ narrowing: { vessel: 'ijv_left_j2', percent: 90, position: 50, length: 1 }, posture: 'upright',
      procedure: { kind: 'stent', diameter: 12, length: 4 }, description: 'A "test"' })).toBe(`schema: azygos-case/1
description: "A \\"test\\""
posture: upright
lesions:
  - kind: stenosis
    vessel: ijv_left_j2
    position_percent: 50
    area_reduction_percent: 90
    length_cm: 1
procedures:
  - kind: stent
    lesion: 1
    diameter_mm: 12
    length_cm: 4
`);
  });
  it('of a table quote what needs it', () => {
    expect(csv([['a,b', 'say "x"', 1, null]])).toBe('"a,b","say ""x""",1,\r\n');
  });
});
