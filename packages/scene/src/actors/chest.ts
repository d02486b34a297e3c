import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX } from '../model/matrix.ts';
import { opennessOf } from '../stage/change/changing.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, PLANKS, propActor, spriteBatch } from './prop.ts';
import { CLEAR, craftParts, POLISHED, type Tools } from './prop-tools.ts';

/** A treasure chest, open and full of gold unless it is said to be closed. It faces +z. */
export const chest: ActorModel = { gaits: { float: 0.1 }, build };

function build(context: ActorContext): Actor {
  const opens = opennessOf(context.actor, context.durationSeconds);
  const isOpen = opens !== undefined || !isCalled(context, /closed|locked|shut/);
  const color = toSrgb(context.actor.color ?? '#7a4a26');
  const parts = craftParts(`chest/${isOpen}/${opens === undefined}/${toHex(color)}`, context.detail, (to) =>
    addChest(to, color, isOpen, opens === undefined),
  );
  const lid = opens && craftParts(`chest/lid/${toHex(color)}`, context.detail, (to) => addLid(to, color, 0));
  const share = opens ?? (() => 1);
  return propActor(context, parts, {
    ...(lid
      ? {
          animate: (t, _travel, add) =>
            add(
              lid,
              multiply(
                compose({ at: HINGE }),
                rotationX(-1.15 * share(t)),
                compose({ at: HINGE.map((v) => -v) as [number, number, number] }),
              ),
            ),
        }
      : {}),
    seats: [{ position: [0, isOpen ? 0.5 : 0.66, 0], width: 0.6 }],
    ...(isOpen
      ? {
          lights: (t) => [
            {
              position: [0, 0.8, 0.35] as const,
              color: [0.9, 0.65, 0.22].map((c) => c * share(t)) as [number, number, number],
              radius: 2,
            },
          ],
          sprites: (t) => [
            spriteBatch(
              'spark',
              'add',
              Array.from({ length: 9 }, (_, i) => ({
                at: [(chanceOf(i) - 0.5) * 0.7, 0.5 + 0.14 * chanceOf(i, 2), (chanceOf(i, 4) - 0.5) * 0.3] as const,
                radius: 0.05,
                color: [1, 0.9, 0.6] as const,
                alpha: share(t) * Math.max(0, Math.sin(t * 2.2 + i * 2.1)) ** 6,
              })),
            ),
          ],
        }
      : {}),
  });
}

const [W, H, D] = [0.9, 0.42, 0.54];
const HINGE = [0, H, -D / 2] as const;

function addChest(to: Tools, color: Srgb, isOpen: boolean, hasLid: boolean): void {
  const [w, h, d] = [W, H, D];
  const gold = '#c9963a';
  for (const s of [-1, 1]) {
    to.block(PLANKS, [w, h, 0.04], [0, h / 2, s * (d / 2)], color, 0.01);
    to.block(PLANKS, [0.04, h, d], [s * (w / 2), h / 2, 0], shade(color, 0.92), 0.01);
    for (const z of [-1, 1]) to.block(POLISHED, [0.08, h + 0.02, 0.08], [(s * w) / 2, h / 2, (z * d) / 2], gold, 0.015);
    for (const y of [0.04, h - 0.03]) {
      to.block(POLISHED, [w, 0.06, 0.02], [0, y, s * (d / 2 + 0.022)], gold, 0.006);
      to.block(POLISHED, [0.02, 0.06, d], [s * (w / 2 + 0.022), y, 0], gold, 0.006);
    }
    to.hoop(POLISHED, 0.06, 0.012, [s * (w / 2 + 0.05), h * 0.62, 0], shade(gold, 0.8), [0, Math.PI / 2, 0]);
    for (const x of [-0.22, 0.22]) to.block(POLISHED, [0.06, h, 0.02], [x, h / 2, s * (d / 2 + 0.02)], gold, 0.006);
  }
  to.block(PLANKS, [w, 0.04, d], [0, 0.02, 0], shade(color, 0.7), 0.01);
  to.block(POLISHED, [0.13, 0.14, 0.03], [0, h - 0.07, d / 2 + 0.04], '#e0b64f', 0.02);
  to.block({}, [0.025, 0.05, 0.01], [0, h - 0.08, d / 2 + 0.058], '#1a120c', 0.004);
  if (hasLid) addLid(to, color, isOpen ? 1 : 0);
  if (!isOpen) return;
  to.blob(
    { specular: 0.8, gloss: 60 },
    [
      { kind: 'ball', at: [0, 0.3, 0], radius: [0.43, 0.17, 0.25] },
      { kind: 'ball', at: [0.1, 0.38, 0.02], radius: [0.24, 0.14, 0.17] },
    ],
    0.04,
    '#d39a2c',
    0.1,
  );
  for (let i = 0; i < (to.isFar ? 24 : 90); i++) {
    const [x, z] = [(chanceOf(i, 1) - 0.5) * 0.78, (chanceOf(i, 2) - 0.5) * 0.44];
    const y =
      0.3 +
      0.17 * Math.sqrt(Math.max(0, 1 - (x / 0.45) ** 2 - (z / 0.27) ** 2)) +
      0.05 * Math.exp(-(((x - 0.1) / 0.2) ** 2));
    to.turned(
      POLISHED,
      [0, 0, 0.036, 0, 0.036, 0.008, 0, 0.008],
      i % 7 ? '#e3b23c' : '#d7dade',
      { at: [x, y, z], rotate: [(chanceOf(i, 5) - 0.5) * 1.4, i, (chanceOf(i, 6) - 0.5) * 1.4] },
      14,
    );
  }
  for (const [x, y, z, tone] of [
    [-0.2, 0.46, 0.12, '#c4122f'],
    [0.24, 0.48, 0.1, '#1f4fc4'],
    [0.02, 0.54, 0.1, '#0f9d58'],
    [-0.05, 0.5, 0.18, '#c4122f'],
  ] as const)
    to.turned(
      { ...CLEAR, emissive: 0.2 },
      [0, -0.03, 0.04, 0, 0.03, 0.02, 0, 0.022],
      tone,
      { at: [x, y, z], rotate: [0.4, 0.5, 0.2] },
      8,
    );
  for (let i = 0; i < 16; i++)
    to.bead(
      { specular: 0.7, gloss: 80 },
      0.022,
      [
        0.2 + i * 0.015,
        0.46 - Math.max(0, i - 9) * 0.035,
        0.16 + i * 0.0105 + Math.min(0.06, Math.max(0, i - 7) * 0.02),
      ],
      '#f7f3ea',
    );
}

/** @param open 0 shut … 1. */
function addLid(to: Tools, color: Srgb, open: number): void {
  const [w, h, d] = [W, H, D];
  const gold = '#c9963a';
  // The lid turns about its back edge.
  const hinge = multiply(compose({ at: [0, h, -d / 2] }), rotationX(-1.15 * open));
  const arc = (r: number): number[] =>
    Array.from({ length: 13 }, (_, i) => [
      Math.cos((i / 12) * Math.PI) * r,
      Math.sin((i / 12) * Math.PI) * r * 0.8,
    ]).flat();
  const side = multiply(hinge, compose({ at: [0, 0, d / 2], rotate: [0, Math.PI / 2, 0] }));
  const shell = (r: number, wide: number, thick: number, x: number, tone: Srgb | string, material = PLANKS): void => {
    const outer = arc(r);
    const inner = arc(r - thick);
    const back: number[] = [];
    for (let i = inner.length - 2; i >= 0; i -= 2) back.push(inner[i]!, inner[i + 1]!);
    to.plate(material, [...outer, ...back], wide, tone, multiply(side, compose({ at: [0, 0, x] })));
  };
  shell(d / 2 + 0.02, w, 0.04, 0, color);
  for (const x of [-w / 2, w / 2])
    to.plate(PLANKS, arc(d / 2 + 0.01), 0.04, shade(color, 0.9), multiply(side, compose({ at: [0, 0, x] })));
  for (const x of [-w / 2, -0.22, 0.22, w / 2]) shell(d / 2 + 0.035, 0.07, 0.03, x, gold, POLISHED);
}
