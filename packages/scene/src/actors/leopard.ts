import { softStep } from '../model/color.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel } from './beast.ts';
import { BIG_CAT, bigCatCoat } from './big-cat.ts';
import type { CoatPoint, Region } from './quadruped-shape.ts';
import { says } from './rig.ts';

/** Places of dots on a grid whose rows are shifted; 1 in a dot. */
function dotsAt(u: number, v: number, size: number): number {
  const row = Math.floor(v);
  const du = u + (row % 2 === 0 ? 0 : 0.5) - Math.floor(u + (row % 2 === 0 ? 0 : 0.5)) - 0.5;
  const dv = v - row - 0.5;
  return softStep(size, size * 0.72, Math.hypot(du, dv));
}

const spots =
  (density: number, size: number) =>
  (region: Region, { x, y, z, along, under }: CoatPoint): number => {
    if (region === 'body')
      return (
        dotsAt(z * density + 0.3 * Math.sin(y * 9), (under * 0.24 + x * 0.1) * density * 1.3 + 40, size) *
        softStep(0.95, 0.7, under)
      );
    if (region === 'leg') return dotsAt(Math.atan2(x, z) * 0.9, along * 7 + 40, size) * softStep(0.95, 0.75, along);
    if (region === 'tail') return softStep(0.2, 0.5, Math.sin(along * 40));
    if (region === 'head')
      return (
        dotsAt(x * density * 1.5 + 40.5, (y + z * 0.4) * density * 1.5 + 40, size * 0.8) * softStep(0.12, 0, z - 0.02)
      );
    return 0;
  };

const LEOPARD: Beast = {
  ...BIG_CAT,
  name: 'leopard',
  color: '#d8a452',
  light: '#f8efdc',
  dark: '#2a1d14',
  shoulder: 0.6,
  chest: [0.165, 0.21, 0.25],
  hips: [0.155, 0.19, 0.25],
  belly: [0.15, 0.175, 0.4],
  R: 0.165,
  coat: bigCatCoat(spots(11, 0.36)),
};
const CHEETAH: Beast = {
  ...LEOPARD,
  name: 'cheetah',
  color: '#e0b566',
  shoulder: 0.7,
  chest: [0.135, 0.19, 0.23],
  hips: [0.125, 0.16, 0.22],
  belly: [0.115, 0.14, 0.38],
  leg: [0.1, 0.062, 0.045],
  R: 0.14,
  coat: bigCatCoat(spots(16, 0.32)),
  runSpeed: 11,
};
const PANTHER: Beast = { ...LEOPARD, name: 'panther', color: '#1d1c20', light: '#2c2a2e', dark: '#0e0d10' };

/** A leopard with its spots; by their words a cheetah, a snow leopard, a black panther. */
export const leopard: ActorModel = beastModel((context) =>
  says(context, 'cheetah') ? CHEETAH : says(context, 'panther') ? PANTHER : LEOPARD,
);
