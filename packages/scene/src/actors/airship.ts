import type { Material } from '@openimagine/render';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose, multiply, rotationX, rotationY, rotationZ, translation } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, LIT, propActor } from './prop.ts';
import { CLEAR, craftParts, DULL_METAL, POLISHED, type Tools } from './prop-tools.ts';

/** An airship: a ribbed cigar of doped cloth with fins, a gondola and turning propellers. It faces +z; 30 m long. */
export const airship: ActorModel = { gaits: { fly: 4, float: 1.2, drive: 4, rise: 1.2 }, build };

const CLOTH: Material = { specular: 0.35, gloss: 30, wrap: 0.3, rim: 0.12 };
const HALF = 15;
const RADIUS = 3.6;
const AXIS = 5.6;
const RIBS = 12;

/** Radius of the hull at a share of its length from the tail: full before the middle, fine behind. */
function hullRadius(share: number): number {
  return RADIUS * Math.sin(Math.PI * share ** 0.82) ** 0.62;
}

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const color = toSrgb(actor.color ?? '#c9ccd2');
  const still = craftParts(`airship/${toHex(color)}/${isNight}`, detail, (to) => {
    addHull(to, color);
    addFins(to, shade(color, 0.82));
    addGondola(to, color, isNight);
  });
  const propeller = craftParts('airship/propeller', detail, (to) => {
    for (const a of around(3))
      to.plate(
        DULL_METAL,
        [-0.05, 0.06, 0.1, 0.7, 0, 0.86, -0.1, 0.7],
        0.04,
        '#3a3028',
        multiply(rotationZ(a), translation(0, 0, 0)),
      );
    to.ball(POLISHED, [0.12, 0.12, 0.2], [0, 0, 0], '#c9b48a');
  });
  // One that hangs over a place shows its side.
  const hangs = actor.relation?.kind === 'above' || /^(?:idle|float|still|rise)$/.test(actor.motion.kind);
  const side = hangs ? -1.15 : 0;
  return propActor(context, still, {
    root: (t) =>
      multiply(translation(0, 0.1 * Math.sin(t * 0.5), 0), rotationY(side), rotationX(0.015 * Math.sin(t * 0.4))),
    animate(t, _travel, add) {
      for (const side of [-1, 1])
        for (const z of [-3.2, 3])
          add(propeller, compose({ at: [side * 2.5, 1.96, z - 1], rotate: [0, 0, side * t * 17 + z] }));
    },
    ...(isNight ? { lights: () => [{ position: [0, 0.4, 1.5], color: [1.4, 1, 0.55], radius: 7 }] } : {}),
  });
}

function addHull(to: Tools, color: Srgb): void {
  const steps = to.isFar ? 14 : 26;
  const profile = Array.from({ length: steps + 1 }, (_, i) => {
    const share = i / steps;
    return [i === 0 || i === steps ? 0 : hullRadius(share), (share - 0.5) * 2 * HALF] as const;
  });
  const hull = lathe(profile, color, to.segments(48));
  // Long panels between the ribs, a little darker below, and a seam over each rib.
  const painted = paint(hull, (x, y, z) => {
    const panel = Math.floor((Math.atan2(z, x) / Math.PI) * 8) % 2 === 0 ? 1 : 0.955;
    const seam = Math.abs((((y / HALF + 1) / 2) * RIBS) % 1) < 0.1 ? 0.9 : 1;
    const nose = softStep(0.86, 0.95, y / HALF);
    return mixColors(shade(color, panel * seam), shade(color, 0.62), nose * 0.7);
  });
  to.add(CLOTH, painted, compose({ at: [0, AXIS, 0], rotate: [Math.PI / 2, 0, 0] }));
  for (let i = 2; i < RIBS - 1; i += 2) {
    const share = i / RIBS;
    to.hoop(
      CLOTH,
      hullRadius(share) - 0.005,
      0.035,
      [0, AXIS, (share - 0.5) * 2 * HALF],
      shade(color, 0.78),
      [0, 0, 0],
    );
  }
  to.rod(DULL_METAL, [0, AXIS, HALF - 0.1], [0, AXIS, HALF + 0.5], [0.14, 0.05], '#55585e');
}

function addFins(to: Tools, color: Srgb): void {
  for (const turn of around(4)) {
    const frame = multiply(translation(0, AXIS, 0), rotationZ(turn), compose({ rotate: [0, -Math.PI / 2, 0] }));
    to.plate(CLOTH, [-14.2, 0.5, -9.4, 2.1, -10.6, 4.3, -12.2, 5, -14.4, 4.6], 0.22, color, frame, 0.06);
    to.plate(CLOTH, [-15.4, 0.8, -14.3, 0.6, -14.5, 4.5, -15.5, 4], 0.16, shade(color, 0.8), frame, 0.04);
  }
}

function addGondola(to: Tools, color: Srgb, isNight: boolean): void {
  to.blob(
    CLOTH,
    [
      { kind: 'block', at: [0, 1.55, 1.4], size: [1.9, 1.5, 6.2], round: 0.6 },
      { kind: 'ball', at: [0, 1.5, 4.3], radius: [0.85, 0.7, 1.1], blend: 0.4 },
    ],
    0.24,
    mixColors(shade(color, 0.7), '#8a5a34', 0.35),
    0.3,
  );
  for (const side of [-1, 1]) {
    for (let i = 0; i < 6; i++)
      to.block(
        isNight ? LIT : CLEAR,
        [0.06, 0.5, 0.62],
        [side * 0.95, 1.72, -1 + i * 0.92],
        isNight ? '#ffd48c' : '#24384a',
        0.02,
      );
    for (const z of [-3.2, 3]) {
      to.ball(DULL_METAL, [0.42, 0.42, 1.05], [side * 2.5, 1.96, z], '#6d7178');
      to.rod(DULL_METAL, [side * 2.5, 2.1, z], [side * 1.9, 3.4, z], 0.07, '#4a4d52');
      to.rod(DULL_METAL, [side * 2.5, 2, z], [side * 0.9, 1.9, z * 0.92], 0.07, '#4a4d52');
    }
  }
  to.block(isNight ? LIT : CLEAR, [1.15, 0.46, 0.3], [0, 1.72, 5.02], isNight ? '#ffd48c' : '#24384a', 0.1);
  for (const z of [-1, 3.6]) for (const x of [-0.5, 0.5]) to.rod(DULL_METAL, [x, 2, z], [x, 2.8, z], 0.07, '#4a4d52');
  to.ball(DULL_METAL, [0.3, 0.3, 0.3], [0, 0.72, 0.2], '#2c2d30');
}
