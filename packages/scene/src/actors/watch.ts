import { mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationX, rotationZ } from '../model/matrix.ts';
import { box, ring } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, propActor } from './prop.ts';
import { craftParts, GLOSSY, LEATHER, POLISHED, SCREEN, SOFT, type Tools } from './prop-tools.ts';

/** A wrist watch on its strap, leaning back; a smart watch or a pocket watch by word. In centimetres. */
export const watch: ActorModel = { gaits: { float: 0.1, spin: 0.1 }, build };

const TILT = -0.32;
const HOUR = 10;
const MINUTE = 9;

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const form = isCalled(context, /smart ?watch|apple watch|fitness/)
    ? 'smart'
    : isCalled(context, /pocket/)
      ? 'pocket'
      : 'wrist';
  const isGold = isCalled(context, /gold/) || form === 'pocket' || /^#e(?:3b23c|0ac2b)$/i.test(actor.color ?? '');
  const isBand = isCalled(context, /metal|steel|silver|diver|rolex|chrono/) || (isGold && form === 'wrist');
  const metal = isGold ? '#d8a944' : '#c3c8ce';
  const strap = toSrgb(actor.color && !isGold ? actor.color : form === 'smart' ? '#25272c' : '#6b3d22');
  const isHung = form === 'pocket' && (actor.motion.kind === 'sway' || isCalled(context, /hanging|dangling/));
  const key = `watch/${isHung}/${form}/${isGold}/${isBand}/${toHex(strap)}`;
  const face = multiply(compose({ at: [0, form === 'pocket' ? 2.5 : 3.4, 0.9] }), rotationX(TILT));
  const still = craftParts(key, detail, (to) => {
    if (form === 'pocket') addChain(to, metal, isHung);
    else addStrap(to, isBand ? toSrgb(metal) : strap, isBand);
    addCase(to, face, form === 'smart', metal);
  });
  const hands = (['hour', 'minute', 'second'] as const).map((hand, i) =>
    craftParts(`watch/${hand}/${metal}`, detail, (to) => {
      const [long, wide] = (
        [
          [0.85, 0.13],
          [1.3, 0.09],
          [1.4, 0.03],
        ] as const
      )[i]!;
      to.block(POLISHED, [wide, long, 0.03], [0, long * 0.42, 0], i === 2 ? '#d0342c' : '#1d2a4a', 0.01);
      to.disc(POLISHED, 0.1, 0.05, [0, 0, 0], metal, [Math.PI / 2, 0, 0]);
    }),
  );
  return propActor(context, still, {
    scale: 0.01,
    ...(isHung
      ? {
          root: (t: number) => {
            const turn = 0.34 * Math.sin(t * 2.1 * Math.sqrt(actor.motion.speed * 2));
            return multiply(compose({ at: [0, HOOK + 1.5, 0] }), rotationZ(turn), compose({ at: [0, -HOOK, 0] }));
          },
        }
      : {}),
    animate(t, _travel, add) {
      if (form === 'smart') return;
      const at = (turn: number, z: number) =>
        multiply(face, compose({ at: [0, 0, z] }), rotationZ(-turn * Math.PI * 2));
      const minutes = MINUTE + t / 60;
      add(hands[0]!, at((HOUR + minutes / 60) / 12, 0.49));
      add(hands[1]!, at(minutes / 60, 0.54));
      add(hands[2]!, at(((t + 32) % 60) / 60, 0.58));
    },
  });
}

/** The case faces +z round its own middle; everything in it is put where the face is. */
function addCase(to: Tools, place: Matrix, isSmart: boolean, metal: string): void {
  const forward = multiply(place, rotationX(Math.PI / 2));
  if (isSmart) {
    to.add(POLISHED, to.rounded([3.6, 4.2, 1], 0.45, '#33363c', 4), place);
    to.add(GLOSSY, to.rounded([3.3, 3.9, 0.9], 0.4, '#0b0c10', 3), multiply(place, compose({ at: [0, 0, 0.1] })));
    for (const [r, tone] of [
      [1.25, '#ff375f'],
      [0.98, '#9be22d'],
      [0.71, '#2fd5e0'],
    ] as const)
      to.add(
        SCREEN,
        ring(r, 0.11, tone, Math.PI * 1.6, to.segments(40)),
        multiply(place, compose({ at: [0, 0, 0.5] })),
      );
    to.add(POLISHED, to.rounded([0.3, 0.7, 0.7], 0.14, '#555961', 2), multiply(place, compose({ at: [1.9, 0.7, 0] })));
    return;
  }
  to.turned(
    POLISHED,
    [0, -0.5, 1.6, -0.5, 1.95, -0.3, 2.05, 0, 2, 0.35, 1.9, 0.5, 1.72, 0.56, 1.66, 0.42],
    metal,
    forward,
    56,
  );
  to.turned(SOFT, [1.7, 0.42, 0, 0.42], '#f4f1e8', forward, 48);
  to.turned(SOFT, [1.62, 0.425, 1.5, 0.425], '#2a2c31', forward, 48);
  for (const [i, turn] of around(12).entries())
    to.add(
      POLISHED,
      to.rounded([i % 3 ? 0.07 : 0.13, i % 3 ? 0.26 : 0.36, 0.06], 0.02, shade(metal, 0.6), 1),
      multiply(place, rotationZ(turn), compose({ at: [0, 1.28, 0.45] })),
    );
  to.add(POLISHED, to.rounded([0.42, 0.5, 0.5], 0.12, metal, 2), multiply(place, compose({ at: [2.2, 0, 0] })));
}

/** A strap closed round a wrist that is not there: leather in one piece, or links of metal. */
function addStrap(to: Tools, color: ReturnType<typeof toSrgb>, isBand: boolean): void {
  const [y, z, radius] = [2.62, -1.57, 2.5];
  const from = 0.6 - TILT;
  const round = Math.PI * 2 - 1.2;
  const at = (share: number, r: number) => {
    const angle = from + round * share;
    return [z + Math.cos(angle) * r, y + Math.sin(angle) * r] as const;
  };
  if (!isBand) {
    const steps = to.isHero ? 36 : 18;
    const outer = Array.from({ length: steps + 1 }, (_, i) => at(i / steps, radius + 0.13)).flat();
    const inner = Array.from({ length: steps + 1 }, (_, i) => at(1 - i / steps, radius - 0.13)).flat();
    const side = [0, -Math.PI / 2, 0] as const;
    to.plate(LEATHER, [...outer, ...inner], 2, color, { rotate: side }, 0.08);
    if (!to.isHero) return;
    for (const x of [-0.84, 0.84])
      for (let i = 2; i < 44; i++) {
        const [pz, py] = at(i / 46, radius + 0.13);
        const turn = Math.PI / 2 - from - round * (i / 46);
        to.add(SOFT, box(0.05, 0.05, 0.2, mixColors(color, '#f4e3c4', 0.7)), { at: [x, py, pz], rotate: [turn, 0, 0] });
      }
    return;
  }
  const links = 24;
  for (let i = 0; i < links; i++) {
    const [pz, py] = at(i / (links - 1), radius);
    const turn = Math.PI / 2 - from - round * (i / (links - 1));
    const link = multiply(compose({ at: [0, py, pz] }), rotationX(turn));
    to.add(POLISHED, to.rounded([0.9, 0.3, 0.5], 0.1, color, 1), link);
    for (const x of [-0.72, 0.72])
      to.add(
        POLISHED,
        to.rounded([0.5, 0.26, 0.5], 0.08, shade(color, 0.86), 1),
        multiply(link, compose({ at: [x, 0, 0] })),
      );
  }
}

/** Centimetres above the ground from which a watch swings that hangs. */
const HOOK = 13;
const LINK = 0.42;

/** From the bow straight up to a hook above the picture, or down to the ground beside the watch. */
function addChain(to: Tools, metal: string, isHung: boolean): void {
  to.add(POLISHED, ring(0.5, 0.12, metal, Math.PI * 2, to.segments(24)), { at: [0, 4.9, 0.5] });
  const path: readonly (readonly [x: number, y: number, z: number])[] = isHung
    ? [
        [0, 5.4, 0.5],
        [0, HOOK, 0.5],
      ]
    : [
        [0, 5.35, 0.4],
        [1, 5.5, 0],
        [2.1, 4.2, -0.5],
        [2.7, 2.2, -0.6],
        [3, 0.6, -0.3],
        [3.7, 0.16, 0.3],
        [4.9, 0.14, 1],
        [6.2, 0.14, 0.8],
        [7, 0.14, 0],
        [8, 0.14, -0.4],
        [9, 0.14, 0.2],
      ];
  let count = 0;
  for (let i = 1; i < path.length; i++) {
    const [from, end] = [path[i - 1]!, path[i]!];
    const [dx, dy, dz] = [end[0] - from[0], end[1] - from[1], end[2] - from[2]];
    const length = Math.hypot(dx, dy, dz);
    const links = Math.max(1, Math.round(length / LINK));
    for (let k = 0; k < links; k++, count++) {
      const share = (k + 0.5) / links;
      to.add(POLISHED, ring(0.2, 0.065, metal, Math.PI * 2, to.segments(12)), {
        at: [from[0] + dx * share, from[1] + dy * share, from[2] + dz * share],
        rotate: [count % 2 ? Math.PI / 2 : 0.25, -Math.atan2(dz, Math.hypot(dx, dy)), Math.atan2(dy, dx)],
        scale: [1.3, 1, 1],
      });
    }
  }
}
