import { type ArmPosture, BODY, type LegPosture } from './person-joints.ts';
import { bendLimb } from './rig.ts';

/** A bicycle as its rider finds it, from the saddle, metres; its riders are all of one size, whatever their age. */
export const CYCLE = {
  riderScale: 1.04,
  seat: 0.06,
  lean: 0.42,
  crank: { y: -0.64, z: 0.18, radius: 0.16 },
  /** Radians of the crank for a metre of way. */
  cadence: 0.45 / 0.34,
  grip: { x: 0.28, y: 0.04, z: 0.36 },
} as const;

/** A foot on a pedal whose crank turns with the wheel. */
export function pedal(distance: number, offset: number): LegPosture {
  const turn = distance * CYCLE.cadence + offset;
  const { y, z, radius } = CYCLE.crank;
  const end = {
    y: (y + radius * Math.cos(turn)) / CYCLE.riderScale - CYCLE.seat + BODY.ankle,
    z: (z + radius * Math.sin(turn)) / CYCLE.riderScale - 0.04,
  };
  const [swing, bend] = bendLimb(end, [BODY.thigh, BODY.shin], 1);
  return { swing, out: 0.03, bend, foot: -swing - bend + 0.12 * Math.sin(turn) };
}

/** An arm from the shoulder of a leaning body to the handlebar. */
export function armToGrip(lean: number): ArmPosture {
  const shoulder = {
    y: CYCLE.seat + (BODY.shoulder - 0.02) * Math.cos(lean),
    z: (BODY.shoulder - 0.02) * Math.sin(lean),
  };
  const end = { y: CYCLE.grip.y / CYCLE.riderScale - shoulder.y, z: CYCLE.grip.z / CYCLE.riderScale - shoulder.z };
  const [upper, lower] = bendLimb(end, [BODY.upperArm, BODY.forearm + 0.05], -1);
  const apart = CYCLE.grip.x / CYCLE.riderScale - BODY.shoulderSpread;
  return { swing: lean - upper, out: Math.asin(apart / Math.hypot(end.y, end.z)), bend: -lower };
}
