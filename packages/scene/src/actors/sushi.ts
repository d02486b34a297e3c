import { mixColors } from '../model/color.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, propActor } from './prop.ts';
import { craftParts, FINE_WOOD, GLOSSY, SOFT, type Tools } from './prop-tools.ts';

/** Sushi on a black board: salmon, tuna and shrimp on rice, rolls, wasabi, chopsticks. In centimetres. */
export const sushi: ActorModel = { gaits: { float: 0.1, spin: 0.1 }, build };

function build(context: ActorContext): Actor {
  const parts = craftParts('sushi', context.detail, (to) => {
    to.block(GLOSSY, [26, 1.2, 15], [0, 1.2, 0], '#25262b', 0.3);
    for (const x of [-9, 9]) to.block(FINE_WOOD, [2, 0.7, 13], [x, 0.35, 0], '#1b1c20', 0.15);
    for (const [i, tone] of ['#f2824c', '#b8283a', '#f2824c', '#f6d9c2'].entries())
      addNigiri(to, -8.4 + i * 5.2, -3.2, tone);
    for (let i = 0; i < 4; i++) addRoll(to, -8.4 + i * 4.2, 3.6, i % 2 ? '#f2824c' : '#6fa544');
    to.blob(
      SOFT,
      [
        { kind: 'ball', at: [9.4, 2.3, 3.2], radius: [1.4, 1, 1.2] },
        { kind: 'ball', at: [9.8, 3, 3], radius: 0.8 },
      ],
      0.3,
      '#8fbf5a',
    );
    for (let i = 0; i < 5; i++)
      to.disc(
        SOFT,
        1.3,
        0.16,
        [9.6 + 0.3 * i, 2 + i * 0.12, -3 + i * 0.7],
        mixColors('#f6c9c2', '#fbe9e2', chanceOf(i)),
        [0.5, i, 0.2],
      );
    for (const z of [0, 0.9]) to.rod(GLOSSY, [-13, 2.2, 7.4 + z], [13, 2.2, 6.9 + z], [0.42, 0.22], '#7a1f1c');
  });
  return propActor(context, parts, { scale: 0.01 });
}

function addNigiri(to: Tools, x: number, z: number, tone: string): void {
  to.block(SOFT, [3.1, 2, 6], [x, 2.8, z], '#f7f4ea', 0.95);
  if (!to.isFar)
    for (let i = 0; i < 26; i++) {
      const side = i % 2 ? 1 : -1;
      const at = [x + side * 1.5, 2 + 1.1 * chanceOf(i), z - 2.4 + 4.8 * chanceOf(i, 3)] as const;
      to.add(SOFT, sphere([0.2, 0.22, 0.42], '#fffdf6', 5), { at, rotate: [i, i * 2, 0] });
    }
  to.bar(
    GLOSSY,
    [x, 3.1, z - 3.7, x, 3.9, z - 2.4, x, 4.1, z, x, 3.9, z + 2.4, x, 3.1, z + 3.7],
    (s) => 1.05 * Math.min(1, Math.sin(Math.PI * Math.min(0.93, Math.max(0.07, s))) * 2.2),
    tone,
    [1.55, 0, 0, 0, 0, 0.62, 0, 0, 0, 0, 1, 0, -x * 0.55, 1.5, 0, 1],
  );
  for (let i = -2; i <= 2; i++)
    to.bar(
      GLOSSY,
      [x - 1.3, 4.32, z + i * 1.1 - 0.5, x, 4.72, z + i * 1.1, x + 1.3, 4.32, z + i * 1.1 + 0.5],
      0.1,
      mixColors(tone, '#ffffff', 0.6),
    );
}

function addRoll(to: Tools, x: number, z: number, heart: string): void {
  to.disc(SOFT, 1.95, 2.5, [x, 1.8, z], '#1f2d22');
  to.disc(SOFT, 1.78, 2.6, [x, 1.82, z], '#f7f4ea');
  for (let i = 0; i < 16; i++) {
    const a = i * 2.4;
    const r = 0.9 + 0.75 * chanceOf(i);
    to.add(SOFT, sphere([0.3, 0.16, 0.2], '#fffdf6', 5), {
      at: [x + Math.sin(a) * r, 4.42, z + Math.cos(a) * r],
      rotate: [0, i, 0],
    });
  }
  to.block(GLOSSY, [1.1, 2.8, 1], [x - 0.1, 3.15, z], heart, 0.3);
  to.block(GLOSSY, [0.55, 2.8, 0.7], [x + 0.6, 3.16, z + 0.35], '#f3d35c', 0.15);
}
