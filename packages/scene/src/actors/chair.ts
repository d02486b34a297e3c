import type { Vec3 } from '@openimagine/render';
import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { alongSegment, multiply, rotationX, translation } from '../model/matrix.ts';
import { cylinder } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { type Assembly, FABRIC, isCalled, propActor, propParts, WOOD } from './prop.ts';
import { wheelchair } from './wheelchair.ts';

/** A wooden chair; a rocking chair, armchair, bench or stool by word. */
export const chair: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  if (isCalled(context, /wheel ?chair/)) return wheelchair(context);
  const kind = isCalled(context, /armchair|throne/)
    ? 'arm'
    : isCalled(context, /bench|swing/)
      ? 'bench'
      : isCalled(context, /stool/)
        ? 'stool'
        : 'chair';
  const rocks = kind === 'chair' && isCalled(context, /rocking/);
  const color = toSrgb(actor.color ?? (kind === 'arm' ? '#2f7f78' : '#a86a38'));
  const parts = propParts(`chair/${kind}/${rocks}/${toHex(color)}`, detail, (to) => {
    if (kind === 'arm') addArmchair(to, color);
    else addWooden(to, color, kind === 'bench' ? 1.4 : 0.44, kind !== 'stool');
    if (rocks) addRockers(to, color);
  });
  return propActor(context, parts, {
    seats: [{ position: [0, rocks ? 0.47 + RISE : 0.47, 0.02], width: kind === 'bench' ? 1.3 : 0.44 }],
    ...(rocks
      ? { root: (t: number) => multiply(translation(0, RISE, 0), rotationX(0.05 * Math.sin(t * 1.7) - 0.06)) }
      : {}),
  });
}

function addWooden(to: Assembly, color: Srgb, width: number, hasBack: boolean): void {
  const soft = to.isFar ? 1 : 3;
  const half = width / 2 - 0.03;
  to.add(WOOD, roundedBox([width, 0.05, 0.44], 0.022, color, soft), { at: [0, 0.445, 0] });
  const leg = (height: number) => cylinder({ radius: 0.018, topRadius: 0.025, height, segments: to.segments(12) });
  for (const side of [-1, 1]) {
    to.add(
      WOOD,
      leg(0.43),
      alongSegment([side * (half + 0.02), 0.002, 0.21], [side * half, 0.43, 0.17]),
      shade(color, 0.8),
    );
    to.add(
      WOOD,
      leg(0.43),
      alongSegment([side * (half + 0.02), 0.002, -0.23], [side * half, 0.43, -0.17]),
      shade(color, 0.8),
    );
    to.add(
      WOOD,
      leg(0.4),
      { at: [side * half, 0.19, -0.2], rotate: [Math.PI / 2, 0, 0], scale: [0.7, 1, 0.7] },
      shade(color, 0.75),
    );
    if (hasBack) to.add(WOOD, leg(0.5), alongSegment([side * half, 0.44, -0.18], [side * half, 0.93, -0.27]), color);
  }
  if (!hasBack) return;
  for (const y of [0.62, 0.74, 0.89]) {
    to.add(WOOD, roundedBox([width + 0.02, y > 0.8 ? 0.11 : 0.05, 0.028], 0.013, color, soft), {
      at: [0, y, -0.18 - (y - 0.44) * 0.18],
      rotate: [-0.18, 0, 0],
    });
  }
}

/** How far rockers lift a chair. */
const RISE = 0.075;

/** Two bowed runners under the legs, and rests for the arms. */
function addRockers(to: Assembly, color: Srgb): void {
  const dark = shade(color, 0.75);
  for (const side of [-0.215, 0.215]) {
    const bow = Array.from({ length: 9 }, (_, i): Vec3 => {
      const z = -0.56 + i * 0.125;
      return [side, -RISE + 0.02 + 0.42 * (z + 0.02) ** 2, z];
    });
    to.add(WOOD, tube(bow, { radius: 0.022, color: dark, sides: 8, rings: to.isFar ? 8 : 24 }));
    to.add(WOOD, roundedBox([0.055, 0.03, 0.46], 0.013, color, 2), { at: [side * 1.06, 0.67, -0.02] });
    to.add(WOOD, cylinder({ radius: 0.016, height: 0.22, segments: 10 }), { at: [side * 1.03, 0.45, 0.16] }, dark);
  }
}

function addArmchair(to: Assembly, color: Srgb): void {
  const soft = to.isFar ? 1 : 4;
  to.add(FABRIC, roundedBox([0.8, 0.3, 0.8], 0.06, shade(color, 0.9), soft), { at: [0, 0.25, 0] });
  to.add(FABRIC, roundedBox([0.58, 0.18, 0.66], 0.08, color, soft), { at: [0, 0.42, 0.08] });
  to.add(FABRIC, roundedBox([0.76, 0.74, 0.24], 0.11, color, soft), { at: [0, 0.68, -0.3], rotate: [-0.16, 0, 0] });
  for (const side of [-1, 1]) {
    to.add(FABRIC, roundedBox([0.2, 0.5, 0.78], 0.095, color, soft), { at: [side * 0.39, 0.4, 0.02] });
    for (const z of [-0.32, 0.32])
      to.add(
        WOOD,
        cylinder({ radius: 0.022, topRadius: 0.035, height: 0.12, segments: 10 }),
        { at: [side * 0.34, 0, z] },
        '#4a2d1a',
      );
  }
}
