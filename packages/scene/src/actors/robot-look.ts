import type { Material } from '@openimagine/render';
import { mixColors, type Srgb, toSrgb } from '../model/color.ts';
import type { ActorContext } from './actor.ts';
import { says } from './rig.ts';

/** What all parts of one robot have in common. Meshes are cached by it: a key names every colour that its mesh shows. */
export interface RobotLook {
  readonly shell: Srgb;
  readonly trim: Srgb;
  readonly joint: Srgb;
  readonly glow: Srgb;
  readonly detail: ActorContext['detail'];
}

/** Lamps, eyes and the mouth. */
export const LIT: Material = { emissive: 1.5 };

/** The colours that the words ask for: of the shell where one is named, else by age and temper. */
export function lookOf(context: ActorContext): RobotLook {
  const asked = context.actor.color;
  const isOld = says(context, 'old', 'rusty', 'ancient', 'vintage');
  const glow = says(context, 'evil', 'angry', 'hostile') ? '#ff4a3a' : says(context, 'glowing') ? '#7dffea' : '#58d8ff';
  const shell = asked
    ? toSrgb(asked)
    : isOld
      ? toSrgb('#a9774c')
      : toSrgb(context.random.fork('shell').pick(['#e9edf0', '#f2e9d8', '#dfeaf2']));
  const trim = asked
    ? mixColors(shell, '#ffffff', 0.55)
    : toSrgb(context.random.fork('trim').pick(['#f08a3c', '#3fa7c4', '#e5b53a']));
  return { shell, trim, joint: toSrgb('#474d57'), glow: toSrgb(glow), detail: context.detail };
}
