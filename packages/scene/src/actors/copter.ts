import type { Material } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationX, rotationY, translation } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, MATT, PAINT, propActor } from './prop.ts';
import { craftParts, DULL_METAL, type Tools } from './prop-tools.ts';

/** A helicopter that faces +z; a camera drone by word. Their rotors turn. */
export const copter: ActorModel = { gaits: { fly: 10, drive: 6, float: 0.5, rise: 2 }, build };

const PANE: Material = { specular: 1, gloss: 150 };
/** Where the drone's four motors are, and what their blades turn at. */
const ARM = 0.3;
const DISC_HEIGHT = 0.245;

function build(context: ActorContext): Actor {
  return isCalled(context, /drone|quad/) ? buildDrone(context) : buildHelicopter(context);
}

function buildHelicopter(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#c9302c');
  const trim = isCalled(context, /army|military/) ? shade(color, 0.7) : toSrgb('#f4f1ea');
  const parts = craftParts(`copter/heli/${toHex(color)}/${toHex(trim)}`, detail, (to) =>
    addHelicopter(to, color, trim),
  );
  const blades = craftParts('copter/blades', detail, (to) => {
    to.disc(DULL_METAL, 0.16, 0.16, [0, -0.1, 0], '#4a4f56');
    for (const a of around(4)) {
      const turn = rotationY(a);
      to.plate(
        DULL_METAL,
        [0.1, -0.04, 0.7, -0.13, 4.3, -0.13, 4.4, 0.1, 0.7, 0.1, 0.1, 0.05],
        0.03,
        '#2b2e33',
        multiply(turn, rotationX(-Math.PI / 2 + 0.08)),
      );
      to.plate(
        PAINT,
        [4.1, -0.132, 4.3, -0.132, 4.4, 0.102, 4.1, 0.102],
        0.034,
        '#e8b52a',
        multiply(turn, rotationX(-Math.PI / 2 + 0.08)),
      );
    }
  });
  const tail = craftParts('copter/tail', detail, (to) => {
    to.disc(DULL_METAL, 0.07, 0.1, [0, -0.05, 0], '#4a4f56');
    for (const a of around(3))
      to.plate(
        DULL_METAL,
        [0.05, -0.05, 0.72, -0.06, 0.72, 0.06, 0.05, 0.05],
        0.02,
        '#33373c',
        multiply(rotationY(a), rotationX(-Math.PI / 2)),
      );
  });
  const flies = /fly|float|rise/.test(actor.motion.kind);
  return propActor(context, parts, {
    seats: [{ position: [0, 2.9, 0], width: 0.8 }],
    root: (t) =>
      flies ? multiply(translation(0, 0.06 * Math.sin(t * 1.6) + 0.06, 0), rotationX(0.05)) : translation(0, 0, 0),
    animate(t, _travel, add) {
      add(blades, multiply(translation(0, 3.16, 0.1), rotationY(t * 21)));
      add(
        tail,
        multiply(translation(0.2, 2.78, -5.5), [0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1], rotationY(t * 29)),
      );
    },
  });
}

function addHelicopter(to: Tools, color: Srgb, trim: Srgb): void {
  const body = smoothBlob(
    [
      { kind: 'ball', at: [0, 1.62, 1.3], radius: [0.92, 0.86, 1.25] },
      { kind: 'ball', at: [0, 1.75, 0.1], radius: [1.02, 1.04, 1.7] },
      { kind: 'limb', from: [0, 2.05, -1], to: [0, 2.3, -5.3], radius: [0.52, 0.16], blend: 0.5 },
      { kind: 'block', at: [0, 2.72, -0.15], size: [0.78, 0.5, 1.9], round: 0.22, blend: 0.25 },
    ],
    to.isHero ? 0.13 : to.isFar ? 0.36 : 0.22,
    { color },
  );
  to.add(
    PAINT,
    paint(body, (_x, y, z) => {
      const line = 1.5 + 0.1 * Math.max(0, -z - 0.5);
      return mixColors(
        mixColors(shade(color, 0.8), trim, softStep(line - 0.3, line - 0.26, y)),
        color,
        softStep(line - 0.1, line - 0.06, y),
      );
    }),
  );
  // Windscreen: two bulging panes with the frame between them; doors with windows of their own.
  for (const s of [-1, 1]) {
    to.ball(PANE, [0.44, 0.56, 0.98], [s * 0.42, 1.86, 1.52], '#20394d', [0, s * 0.12, 0]);
    to.block(PANE, [0.06, 0.5, 0.78], [s * 0.99, 2.02, 0.3], '#24405a', 0.025, [0, 0, s * 0.14]);
    to.block(PANE, [0.06, 0.42, 0.5], [s * 0.95, 2.02, -0.5], '#24405a', 0.025, [0, s * -0.1, s * 0.16]);
    to.block(DULL_METAL, [0.03, 0.05, 0.18], [s * 1.035, 1.64, 0.02], '#e5e8eb', 0.01);
    // Skids, curled up in front.
    to.bar(
      DULL_METAL,
      [s * 1.05, 0.07, -1.2, s * 1.05, 0.06, 0, s * 1.05, 0.06, 1.5, s * 1.05, 0.16, 1.95, s * 1.05, 0.34, 2.1],
      0.06,
      '#3a3f45',
    );
    for (const z of [-0.55, 1.15]) to.rod(DULL_METAL, [s * 1.05, 0.06, z], [s * 0.5, 1.05, z * 0.85], 0.048, '#3a3f45');
    to.block(PAINT, [0.95, 0.06, 0.42], [s * 0.5, 2.2, -4.4], color, 0.025);
    to.rod(DULL_METAL, [s * 0.2, 2.75, -1], [s * 0.3, 2.78, -1.45], [0.13, 0.16], '#50555c');
  }
  to.block(PAINT, [0.05, 0.78, 0.05], [0, 1.88, 2.48], color, 0.02, [-0.35, 0, 0]);
  to.plate(PAINT, [5.05, 2.3, 5.6, 2.2, 6.15, 3.5, 5.75, 3.5], 0.12, trim, multiply(rotationY(Math.PI / 2)), 0.03);
  to.plate(PAINT, [5.15, 2.25, 5.55, 2.2, 5.75, 1.55, 5.5, 1.55], 0.1, color, multiply(rotationY(Math.PI / 2)), 0.03);
  to.rod(DULL_METAL, [0, 2.9, 0.1], [0, 3.14, 0.1], [0.11, 0.07], '#4a4f56');
  to.bead({ emissive: 2 }, 0.06, [0, 0.74, 0.6], '#ff3a2a');
}

function buildDrone(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toSrgb(actor.color ?? '#e9ebee');
  const flies = actor.motion.kind !== 'still' && !/parked|landed/.test(actor.word);
  const parts = craftParts(`copter/drone/${toHex(color)}`, detail, (to) => addDrone(to, color));
  const blade = craftParts('copter/drone/blade', detail, (to) => {
    for (const a of around(2))
      to.plate(
        DULL_METAL,
        [0, -0.008, 0.05, -0.018, 0.155, -0.01, 0.16, 0.004, 0.05, 0.014, 0, 0.008],
        0.004,
        '#1d2024',
        multiply(rotationY(a), rotationX(-Math.PI / 2 + 0.12)),
      );
    to.disc(DULL_METAL, 0.016, 0.014, [0, -0.004, 0], '#c7ccd2');
  });
  return propActor(context, parts, {
    seats: [{ position: [0, 0.2, 0], width: 0.2 }],
    root: (t) =>
      flies
        ? multiply(translation(0, 0.012 + 0.012 * Math.sin(t * 2.3), 0), rotationX(0.05 + 0.03 * Math.sin(t * 1.7)))
        : translation(0, 0, 0),
    animate(t, _travel, add) {
      for (const [i, a] of around(4).entries()) {
        const [x, z] = [Math.sin(a + Math.PI / 4) * ARM, Math.cos(a + Math.PI / 4) * ARM];
        add(blade, multiply(translation(x, DISC_HEIGHT, z), rotationY((i % 2 ? -1 : 1) * t * 37 + i)));
      }
    },
  });
}

function addDrone(to: Tools, color: Srgb): void {
  const dark = '#24272c';
  to.blob(
    PAINT,
    [
      { kind: 'block', at: [0, 0.19, 0.01], size: [0.15, 0.085, 0.3], round: 0.042 },
      { kind: 'ball', at: [0, 0.215, -0.02], radius: [0.062, 0.04, 0.13], blend: 0.03 },
    ],
    0.016,
    color,
    0.02,
  );
  to.block(PAINT, [0.1, 0.012, 0.16], [0, 0.252, -0.03], shade(color, 0.55), 0.005);
  for (const [i, a] of around(4).entries()) {
    const [x, z] = [Math.sin(a + Math.PI / 4), Math.cos(a + Math.PI / 4)];
    to.bar(PAINT, [x * 0.05, 0.19, z * 0.08, x * 0.18, 0.2, z * 0.19, x * ARM, 0.2, z * ARM], 0.017, color);
    to.turned(
      DULL_METAL,
      [0, 0.175, 0.026, 0.178, 0.03, 0.2, 0.028, 0.232, 0, 0.236],
      dark,
      { at: [x * ARM, 0, z * ARM] },
      20,
    );
    to.rod(PAINT, [x * ARM, 0.18, z * ARM], [x * (ARM + 0.015), 0, z * (ARM + 0.015)], [0.012, 0.009], color);
    to.bead(
      { emissive: 2.2 },
      0.011,
      [x * (ARM + 0.024), 0.195, z * (ARM + 0.024)],
      i === 0 || i === 3 ? '#3bff6a' : '#ff3a2a',
    );
    // A guard round each rotor: a third of a ring outside it.
    const arc = Array.from({ length: 9 }, (_, k) => {
      const b = a + Math.PI / 4 + (k / 8 - 0.5) * 2.6;
      return [x * ARM + Math.sin(b) * 0.175, 0.225, z * ARM + Math.cos(b) * 0.175];
    }).flat();
    to.bar(MATT, arc, 0.006, dark);
    to.rod(MATT, [x * ARM, 0.205, z * ARM], [x * (ARM + 0.172), 0.225, z * (ARM + 0.172)], 0.006, dark);
  }
  // The camera hangs below its nose.
  to.rod(DULL_METAL, [0, 0.15, 0.12], [0, 0.12, 0.14], 0.02, '#8a9098');
  to.ball(DULL_METAL, 0.044, [0, 0.1, 0.145], dark);
  to.disc({ specular: 1, gloss: 170 }, 0.026, 0.016, [0, 0.1, 0.178], '#0d1822', [Math.PI / 2, 0, 0]);
  to.disc({ specular: 1, gloss: 170, emissive: 0.3 }, 0.013, 0.018, [0, 0.1, 0.18], '#3d6f9c', [Math.PI / 2, 0, 0]);
}
