import { softStep } from '../model/color.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel } from './beast.ts';
import { BIG_CAT, bigCatCoat } from './big-cat.ts';

const TIGER: Beast = {
  ...BIG_CAT,
  name: 'tiger',
  color: '#e2802a',
  light: '#fbf4e6',
  dark: '#1c1715',
  coat: bigCatCoat((region, { x, y, z, along, under }, _, R) => {
    if (region === 'tail') return softStep(0.1, 0.4, Math.sin(along * 44));
    if (region === 'leg') return softStep(0.35, 0.65, Math.sin(along * 30)) * softStep(0.85, 0.6, along);
    if (region === 'head') {
      const cheek = Math.sin((Math.abs(x) * 3.4 - y * 1.3) * (4.6 / R)) * softStep(R * 0.55, R * 0.78, Math.abs(x));
      const crown =
        Math.sin((y * 1.1 + z * 0.5) * (9 / R)) *
        softStep(R * 0.34, R * 0.55, y) *
        softStep(R * 0.5, R * 0.3, Math.abs(x));
      return softStep(0.1, 0.4, Math.max(cheek, crown));
    }
    // Stripes that come down from the back, wavy and of unequal length.
    const wave = Math.sin(along * 31 + Math.sin(under * 4.2 + along * 9) * 0.9);
    const reach = softStep(0.75, 0.3, under + 0.25 * Math.sin(along * 17));
    return softStep(0.28, 0.58, wave) * reach;
  }),
};

/** A tiger: black stripes on orange, white below. */
export const tiger: ActorModel = beastModel(TIGER);
