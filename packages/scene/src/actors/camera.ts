import { shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { CLEAR, craftParts, GLOSSY, LEATHER, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** A photo camera; on its tripod, or a film camera, by word. In centimetres; its lens faces +z. */
export const camera: ActorModel = { gaits: { float: 0.1, spin: 0.1 }, build };

function build(context: ActorContext): Actor {
  const isOnTripod = isCalled(context, /tripod|movie|film|cinema|video/);
  const color = toSrgb(context.actor.color ?? '#1e1f22');
  const lift = isOnTripod ? 128 : 0;
  const parts = craftParts(`camera/${isOnTripod}/${toHex(color)}`, context.detail, (to) => {
    addCamera(to, color, lift);
    if (!isOnTripod) return;
    to.rod(POLISHED, [0, 100, 0], [0, lift, 0], 1.6, '#8d939b');
    to.block(GLOSSY, [7, 3, 7], [0, 126, 0], '#1e1f22', 1);
    for (const a of [0.5, 2.6, 4.7]) {
      const [x, z] = [Math.sin(a), Math.cos(a)];
      to.rod(GLOSSY, [x * 3, 104, z * 3], [x * 24, 50, z * 24], [1.9, 1.6], '#1e1f22');
      to.rod(POLISHED, [x * 23, 52, z * 23], [x * 43, 0.5, z * 43], 1.1, '#8d939b');
    }
    to.rod(GLOSSY, [0, 124, -3], [6, 112, -22], 0.9, '#1e1f22');
  });
  return propActor(context, parts, { scale: 0.01 });
}

function addCamera(to: Tools, color: ReturnType<typeof toSrgb>, y: number): void {
  to.block(LEATHER, [13.6, 6.6, 4], [0, y + 4.2, 0], color, 0.9);
  to.block(POLISHED, [13.8, 1.6, 4.2], [0, y + 7.9, 0], '#c3c8cf', 0.6);
  to.block(POLISHED, [13.8, 1, 4.2], [0, y + 0.9, 0], '#c3c8cf', 0.4);
  to.block(POLISHED, [5, 2.4, 4], [0, y + 9.4, 0], '#b3b8c0', 0.8);
  to.block(CLEAR, [2.6, 1.3, 0.3], [4.6, y + 7.9, 2.1], '#1d2a36', 0.2);
  to.block(SOFT, [2.4, 0.5, 2], [0, y + 10.8, -0.4], '#2a2b2f', 0.1);
  for (const [x, r, h] of [
    [-5, 1.3, 1.1],
    [4.8, 1.1, 0.9],
  ] as const)
    to.disc(POLISHED, r, h, [x, y + 8.6, 0], '#9aa1aa');
  to.disc(GLOSSY, 0.55, 0.7, [-2.9, y + 8.7, 0.6], '#c4241c');
  to.block(LEATHER, [2.6, 5.6, 1.6], [-5.4, y + 4.1, 2.4], shade(color, 0.9), 0.7);
  const barrel = { at: [0.6, y + 4.4, 1.9] as const, rotate: [Math.PI / 2, 0, 0] as const };
  to.turned(POLISHED, [0, 0, 3.3, 0, 3.3, 0.8, 3.1, 0.9], '#c3c8cf', barrel, 44);
  to.turned(
    GLOSSY,
    [3.1, 0.7, 3.1, 2.4, 3, 2.5, 3, 4.6, 3.2, 4.8, 3.2, 6, 2.9, 6.1, 2.7, 5.6, 2.2, 5.2],
    color,
    barrel,
    44,
  );
  for (let i = 0; i < (to.isFar ? 0 : 4); i++)
    to.turned(
      SOFT,
      [3.12, 1.1 + i * 0.32, 3.16, 1.18 + i * 0.32, 3.12, 1.26 + i * 0.32],
      shade('#3a3c40', 1),
      barrel,
      36,
    );
  to.ball(CLEAR, [2.35, 2.35, 0.9], [0.6, y + 4.4, 6.7], '#1b2450');
  to.ball({ ...CLEAR, emissive: 0.25 }, [1, 1, 0.4], [0.2, y + 4.9, 7.25], '#5a4fb0');
  to.bead({ emissive: 0.9 }, [0.3, 0.22, 0.08], [-0.2, y + 5.6, 7.5], '#ffffff');
}
