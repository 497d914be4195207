import type { Frame } from './api';
import type { Curve } from './anatomy';
import type { Reading } from './drawing';

export const emptyReading = (count: number): Reading => ({
  pressure: new Array<number | null>(count).fill(null), flow: new Array<number | null>(count).fill(null),
  velocity: new Array<number | null>(count).fill(null), areaRatio: new Array<number | null>(count).fill(null),
  reflux: new Array<boolean>(count).fill(false), oxygen: new Array<number | null>(count).fill(null),
});

/** Puts a frame of the live run into a reading of the drawing, in place; vessels the frame lacks stay unknown. */
export function readFrame(reading: Reading, frame: Frame, curves: Curve[], index: Map<string, number>) {
  const v = frame.vessels;
  for (let i = 0; i < curves.length; i++) {
    const k = index.get(curves[i]!.vessel.id);
    if (k === undefined) continue;
    reading.pressure[i] = v.pressure_mmHg[k] ?? null;
    reading.flow[i] = v.flow_mL_min[k] ?? null;
    reading.velocity[i] = v.velocity_cm_s[k] ?? null;
    reading.areaRatio[i] = v.area_ratio[k] ?? null;
    reading.reflux[i] = v.reflux[k] === 1;
    if (v.saturation_percent) reading.oxygen[i] = v.saturation_percent[k] ?? null;
  }
}
