import type { Material, Mesh } from '@openimagine/render';
import { mixColors, type Srgb, softStep, toHex, toLinear, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import { lathe } from '../model/lathe.ts';
import { compose, multiply, rotationY } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { cone, cylinder, ring, sphere } from '../model/primitives.ts';
import { planLaunch } from '../stage/launch-plan.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { type Assembly, around, BRIGHT, GLASS, isCalled, PAINT, propActor, propParts, STEEL } from './prop.ts';

/** A rocket on its fins, twelve metres high. Smoke and rumble of a launch are the stage's; the nozzle's heat is here. */
export const rocket: ActorModel = { gaits: { launch: 10, fly: 8, float: 0.5, rise: 2 }, build };

const CRYSTAL: Material = { emissive: 2.4, specular: 0.8, gloss: 90 };
const HOT = '#ffd9a0';

function build(context: ActorContext): Actor {
  const { actor, detail, durationSeconds } = context;
  const hull = toSrgb(actor.color ?? '#e9ebee');
  const trim = actor.color === '#ff0000' || isCalled(context, /\bred\b/) ? '#f3f1ea' : '#c9342c';
  const hasCore = isCalled(context, /cryst|glow|neon|magic|plasma|alien/);
  const glow = '#3fe6f5';
  const isOld = isCalled(context, /old|rust|ancient|worn|vintage/);
  const key = `rocket/${toHex(hull)}/${trim}/${hasCore}/${isOld}`;
  const body = propParts(key, detail, (to) => addBody(to, hull, trim, hasCore, isOld));
  const core = propParts(`rocket/core/${hasCore}`, detail, (to) => addCore(to, hasCore, glow));
  const throat = propParts('rocket/throat', detail, (to) =>
    to.add(BRIGHT, cylinder({ radius: 0.62, height: 0.06, segments: to.segments(24) }), { at: [0, 0.72, 0] }, HOT),
  );
  const plan = planLaunch(durationSeconds, 12 * actor.size, actor.motion.speed);
  const thrustAt = (seconds: number): number => (actor.motion.kind === 'launch' ? plan.thrustAt(seconds) : 0);
  const pulse = (seconds: number): number =>
    1 + 0.18 * Math.sin(seconds * 2.1) + 0.6 * thrustAt(seconds) + 0.05 * Math.sin(seconds * 17);
  return propActor(context, body, {
    animate(seconds, _travel, add) {
      add(core, undefined, { emissive: pulse(seconds) });
      const thrust = thrustAt(seconds);
      if (thrust > 0) add(throat, undefined, { emissive: thrust * 2, castsShadow: false });
    },
    lights: (seconds) => [
      {
        position: [0, 7.2, 2.6],
        color: toLinear(hasCore ? glow : '#ffd79a', (hasCore ? 3.2 : 0.4) * pulse(seconds)),
        radius: hasCore ? 16 : 5,
      },
    ],
  });
}

function addBody(to: Assembly, hull: Srgb, trim: string, hasCore: boolean, isOld: boolean): void {
  const round = to.segments(48);
  const profile: (readonly [number, number])[] = [
    [0.95, 1.15],
    [1.1, 1.2],
    [1.34, 2.2],
    [1.5, 3.4],
    [1.56, 4.6],
    [1.5, 5.9],
    [1.43, 6.3],
    [1.2, 6.34],
    [0, 6.34],
  ];
  const upper: (readonly [number, number])[] = [
    [0, 8.06],
    [1.14, 8.06],
    [1.26, 8.1],
    [1.17, 8.9],
    [1.02, 9.6],
  ];
  const nose: (readonly [number, number])[] = [
    [1.02, 9.6],
    [0.86, 10.2],
    [0.62, 10.9],
    [0.32, 11.6],
    [0.1, 12],
    [0, 12.06],
  ];
  to.add(PAINT, banded(lathe(profile, hull, round), hull, trim, isOld));
  to.add(PAINT, banded(lathe(upper, hull, round), hull, trim, isOld));
  to.add(PAINT, lathe(nose, trim, round));
  to.add(STEEL, cylinder({ radius: 0.03, height: 0.9, segments: 6 }), { at: [0, 12, 0] }, '#c6ccd4');
  for (const y of [1.3, 3.4, 5.9, 8.2, 9.55]) {
    const radius = y === 1.3 ? 1.14 : y === 3.4 ? 1.5 : y === 5.9 ? 1.5 : y === 8.2 ? 1.25 : 1.04;
    to.add(STEEL, ring(radius, 0.05, '#9aa3ad', Math.PI * 2, round), { at: [0, y, 0], rotate: [Math.PI / 2, 0, 0] });
  }
  addNozzle(to, round);
  for (const angle of around(4)) {
    const turn = rotationY(angle + Math.PI / 4);
    to.add(PAINT, fin(trim), turn);
    to.add(
      STEEL,
      cylinder({ radius: 0.2, topRadius: 0.12, height: 0.3, segments: to.segments(16) }),
      multiply(turn, compose({ at: [2.32, 0, 0] })),
      '#59616b',
    );
    to.add(
      STEEL,
      cylinder({ radius: 0.07, height: 1.9, segments: 6 }),
      multiply(rotationY(angle), compose({ at: [1.2, 6.25, 0] })),
      '#aab2bc',
    );
  }
  const portholes = hasCore ? [5] : [4.7, 7.2];
  if (!hasCore)
    to.add(
      PAINT,
      lathe(
        [
          [1.43, 6.3],
          [1.36, 7.2],
          [1.26, 8.1],
        ],
        hull,
        round,
      ),
    );
  for (const y of portholes) addPorthole(to, y, y > 6 ? 1.35 : 1.53);
}

/** Bell of the engine, dark inside. */
function addNozzle(to: Assembly, round: number): void {
  to.add(
    STEEL,
    lathe(
      [
        [0.62, 1.3],
        [0.7, 1.15],
        [0.62, 1],
        [0.72, 0.75],
        [0.95, 0.42],
        [0.9, 0.42],
        [0.68, 0.75],
        [0, 1],
      ].toReversed() as [number, number][],
      '#4c535c',
      round,
    ),
  );
  to.add(
    STEEL,
    lathe(
      [
        [0.95, 0.42],
        [0.72, 0.75],
        [0.62, 1],
        [0.7, 1.2],
      ],
      '#565e68',
      round,
    ),
  );
}

function addPorthole(to: Assembly, y: number, radius: number): void {
  for (const angle of [0, Math.PI / 2, Math.PI, -Math.PI / 2]) {
    const at = (depth: number) => multiply(rotationY(angle), compose({ at: [0, y, radius + depth] }));
    to.add(STEEL, ring(0.42, 0.09, '#c8b27a', Math.PI * 2, to.segments(28)), at(-0.02));
    to.add(GLASS, sphere([0.4, 0.4, 0.12], '#274d6e', to.segments(18)), at(-0.04));
  }
}

/** A swept fin in the plane z = 0, out along +x, its tip on the ground. */
function fin(color: string): Mesh {
  const outline: [number, number][] = [
    [1.05, 1.25],
    [1.5, 1.0],
    [2.05, 0.2],
    [2.55, 0.2],
    [2.6, 1.4],
    [2.35, 2.4],
    [1.9, 3.3],
    [1.45, 4.0],
    [1.35, 2.6],
  ];
  return extrude(outline, { depth: 0.26, bevel: 0.09, color });
}

/** Painted bands, seams of plates, and soot towards the engine. */
function banded(mesh: Mesh, hull: Srgb, trim: string, isOld: boolean): Mesh {
  return paint(mesh, (x, y, z) => {
    const soot = softStep(3.2, 1.1, y) * 0.55;
    const base = y > 5.85 && y < 6.32 ? toSrgb(trim) : hull;
    const wear = isOld ? 0.5 * Math.max(0, Math.sin(x * 5 + y * 3) * Math.sin(z * 6 - y * 2.3)) : 0;
    return mixColors(mixColors(base, '#8a5236', wear), '#4a4440', soot);
  });
}

/** Crystals in the open chamber, or the lit cabin windows of an ordinary rocket. */
function addCore(to: Assembly, hasCore: boolean, glow: string): void {
  if (!hasCore) {
    for (const angle of around(10)) {
      to.add(
        BRIGHT,
        sphere([0.13, 0.13, 0.04], '#ffe2a6', 8),
        multiply(rotationY(angle), compose({ at: [0, 8.75, 1.18] })),
      );
    }
    return;
  }
  const shard = (radius: number, height: number) =>
    paint(cone(radius, height, glow, 6), (x, y) =>
      mixColors(glow, '#e8ffff', softStep(0, height, y) * 0.6 + (x > 0 ? 0.2 : 0)),
    );
  const tall = shard(0.5, 1.25);
  to.add(CRYSTAL, tall, { at: [0, 6.36, 0] });
  to.add(CRYSTAL, tall, { at: [0, 8.05, 0], rotate: [Math.PI, 0.5, 0] });
  const small = shard(0.24, 0.85);
  for (const angle of around(6)) {
    to.add(CRYSTAL, small, multiply(rotationY(angle), compose({ at: [0.62, 6.36, 0], rotate: [0, 0, -0.25] })));
    to.add(
      CRYSTAL,
      small,
      multiply(rotationY(angle + 0.5), compose({ at: [0.62, 8.05, 0], rotate: [Math.PI, 0, 0.25] })),
    );
  }
}
